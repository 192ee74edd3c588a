package bot.briefing.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes as another one does, and can be moved. Safe for any thread. */
public final class MovableClock implements InstantSource {
  private final InstantSource base;
  private volatile Duration ahead = Duration.ZERO;

  private MovableClock(InstantSource base) {
    this.base = base;
  }

  /** This clock itself, if it can be moved already: whoever shares it is moved together. */
  public static MovableClock over(InstantSource clock) {
    return clock instanceof MovableClock movable ? movable : new MovableClock(clock);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead);
  }

  /** What it would say had nobody moved it. */
  public Instant unmoved() {
    return base.instant();
  }

  /** Moves it forward, or back by a negative duration. */
  public synchronized void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Sets it; it goes on from there. */
  public synchronized void set(Instant now) {
    ahead = Duration.between(base.instant(), now);
  }
}
