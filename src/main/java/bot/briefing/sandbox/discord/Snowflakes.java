package bot.briefing.sandbox.discord;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes Discord's ids: milliseconds since 2015 in the upper bits, a counter in the lower 22
 * (Reference, "Snowflakes"). They rise strictly, also under a clock that stands still.
 */
final class Snowflakes {
  private static final long EPOCH_MILLIS = 1_420_070_400_000L;

  private final InstantSource clock;
  private long last;

  Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  synchronized long next() {
    last = Math.max(last + 1, first(clock.instant()));
    return last;
  }

  /** The lowest id of that instant. */
  static long first(Instant instant) {
    return Math.max(0, instant.toEpochMilli() - EPOCH_MILLIS) << 22;
  }
}
