package bot.briefing.delivery;

import java.util.Arrays;

/**
 * At most so many starts in any span of time, as platforms publish their limit over all chats. A
 * token bucket lets twice as many through in its first span, or, made small enough not to, never
 * makes up for a moment that was missed. Not safe for several threads.
 */
final class Window {
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final long span;
  private final long[] starts;
  private int oldest;

  /**
   * @param span in nanoseconds
   */
  Window(int most, long span) {
    this.span = span;
    this.starts = new long[most];
    Arrays.fill(starts, LONG_AGO);
  }

  /** Nanoseconds until one may start; 0: now. */
  long pause(long now) {
    return Math.max(0, starts[oldest] + span - now);
  }

  void start(long now) {
    starts[oldest] = now;
    oldest = (oldest + 1) % starts.length;
  }
}
