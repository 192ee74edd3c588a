package bot.briefing.sandbox.discord;

import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a person has seen happen, and waiting for more. */
final class Seen {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Platform.Event> events = new CopyOnWriteArrayList<>();

  static Seen by(Visitor visitor) {
    Seen seen = new Seen();
    visitor.watch(seen.events::add);
    return seen;
  }

  List<String> kinds() {
    return events.stream().map(Platform.Event::kind).toList();
  }

  /** Waits for an event of that kind and takes it and all before it away. */
  ObjectNode next(String kind) {
    return next(kind, _ -> true);
  }

  ObjectNode next(String kind, Predicate<ObjectNode> like) {
    Platform.Event event =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(5))
            .until(
                () ->
                    events.stream()
                        .filter(e -> e.kind().equals(kind) && like.test(e.message()))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    events.subList(0, events.indexOf(event) + 1).clear();
    return event.message();
  }
}
