package bot.briefing.delivery;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that only goes on: a clock that is set back stands still for a moment, and not longer. */
final class Meter implements TimeMeter {
  private final InstantSource clock;
  private Instant last;
  private long passed;

  Meter(InstantSource clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public synchronized long currentTimeNanos() {
    Instant now = clock.instant();
    if (now.isAfter(last)) {
      Duration step = Duration.between(last, now);
      passed +=
          step.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : step.toNanos();
    }
    last = now;
    return passed;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
