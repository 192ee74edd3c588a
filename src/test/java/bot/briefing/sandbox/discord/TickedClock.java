package bot.briefing.sandbox.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is ticked. */
final class TickedClock implements InstantSource {
  private volatile Instant now;

  TickedClock(Instant start) {
    now = start;
  }

  TickedClock() {
    this(Instant.parse("2026-02-12T00:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void tick(Duration by) {
    now = now.plus(by);
  }
}
