package bot.briefing.delivery;

import java.time.Duration;

/**
 * How long before its turn a message has to be claimed, so that its commit has ended by then: what
 * the last commits took, and a little more. Whatever is claimed and not sent yet when the bot dies
 * is in doubt, so it is no longer than that. Not safe for several threads.
 */
final class Lead {
  private static final Duration LEAST = Duration.ofMillis(20);
  private static final Duration MOST = Duration.ofMillis(300);
  private static final int WEIGHT = 4;

  private Duration usual = Duration.ZERO;

  /** A commit took so long. */
  void took(Duration time) {
    Duration known = time.compareTo(MOST) > 0 ? MOST : time;
    usual = usual.plus(known.minus(usual).dividedBy(WEIGHT));
  }

  Duration time() {
    Duration time = usual.multipliedBy(3).dividedBy(2).plus(LEAST);
    return time.compareTo(MOST) > 0 ? MOST : time;
  }
}
