package bot.briefing.telegram;

import java.time.Duration;

/** Waits longer after each failure in a row, up to half a minute. Not safe for several threads. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  Duration next() {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
    return now;
  }

  void reset() {
    next = FIRST;
  }
}
