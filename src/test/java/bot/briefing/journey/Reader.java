package bot.briefing.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with an app of a platform, at one place: speaks, presses, reads. */
abstract class Reader {
  /** Sends a line. */
  abstract void say(String line);

  /** Presses a button, or chooses an entry of a menu. */
  abstract void push(Seen under, Seen.Knob knob);

  /** What the bot has said that this person sees, oldest first. */
  abstract List<Seen> screen();

  /** Sends a line and waits for what comes of it. */
  final Seen ask(String line) {
    return after(() -> say(line));
  }

  /** Presses what these words are on, and waits for what comes of it. */
  final Seen press(Seen under, String words) {
    return press(under, under.expect(words));
  }

  final Seen press(Seen under, Seen.Knob knob) {
    return after(() -> push(under, knob));
  }

  /** The message that is new or changed after something was done. */
  final Seen after(Runnable done) {
    Map<String, Seen> before = new HashMap<>();
    screen().forEach(seen -> before.put(seen.id(), seen));
    done.run();
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                screen().reversed().stream()
                    .filter(seen -> isNew(seen, Optional.ofNullable(before.get(seen.id()))))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static boolean isNew(Seen now, Optional<Seen> before) {
    return before.filter(seen -> seen.wire().equals(now.wire())).isEmpty();
  }
}
