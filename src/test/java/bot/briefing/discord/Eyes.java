package bot.briefing.discord;

import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a person sees from now on. */
final class Eyes {
  private static final int EPHEMERAL = 1 << 6;

  private final List<Platform.Event> events = new CopyOnWriteArrayList<>();

  static Eyes of(Visitor visitor) {
    Eyes eyes = new Eyes();
    visitor.watch(eyes.events::add);
    return eyes;
  }

  /** Waits for a message that is sent, edited or noticed with these words. */
  ObjectNode see(String kind, String words) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                events.stream()
                    .filter(event -> event.kind().equals(kind))
                    .map(Platform.Event::message)
                    .filter(message -> message.toString().contains(words))
                    .findFirst()
                    .orElse(null),
            message -> message != null);
  }

  boolean saw(Predicate<Platform.Event> what) {
    return events.stream().anyMatch(what);
  }

  static boolean isEphemeral(ObjectNode message) {
    return (message.path("flags").asInt() & EPHEMERAL) != 0;
  }
}
