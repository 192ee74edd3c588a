package bot.briefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells an outage of a platform from a chat's bad luck: after a few failures in a row all stand
 * still, and one at a time tries. Not safe for several threads.
 */
final class Outage {
  private static final int IN_A_ROW = 3;
  private static final int DOUBLINGS = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private int failures;
  private Instant until = Instant.MIN;

  /** The platform could not be reached: until when nothing is tried, where it looks like more. */
  Optional<Instant> failed(Instant now) {
    if (until.isAfter(now)) {
      return Optional.empty();
    }
    failures++;
    if (failures < IN_A_ROW) {
      return Optional.empty();
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - IN_A_ROW, DOUBLINGS));
    until = now.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    return Optional.of(until);
  }

  void reached() {
    failures = 0;
    until = Instant.MIN;
  }

  /** Whether only one at a time may try. */
  boolean isOn() {
    return failures >= IN_A_ROW;
  }
}
