package bot.briefing.delivery;

import java.util.Arrays;

/**
 * At most so many starts in any span of time, as platforms publish their limit over all chats. A
 * token bucket lets twice as many through in its first span, or, made small enough not to, never
 * makes up for a moment that was missed. What is let through counts from when it starts indeed: a
 * busy machine may take a while to get there. Not safe for several threads.
 */
final class Window {
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final long span;
  private final long gap;
  private final long[] starts;
  private int oldest;
  private int pending;
  private long latest = LONG_AGO;

  /**
   * At most so many.
   *
   * @param span in nanoseconds
   */
  Window(int most, long span) {
    this.span = span;
    this.gap = span / most / 2;
    this.starts = new long[most];
    Arrays.fill(starts, LONG_AGO);
  }

  /**
   * Nanoseconds until one may be let through; 0: now.
   *
   * @param before so many go before that one
   */
  long pause(long now, int before) {
    if (pending + before >= starts.length) {
      return before == 0 ? gap : span;
    }
    long free = starts[(oldest + pending + before) % starts.length] + span;
    long next = Math.max(now, latest + gap) + before * gap;
    return Math.max(free, next) - now;
  }

  void letThrough(long now) {
    pending++;
    latest = now;
  }

  /** One that was let through starts. */
  void start(long now) {
    pending--;
    count(now);
  }

  /** One starts that nobody has let through. */
  void count(long now) {
    starts[oldest] = now;
    oldest = (oldest + 1) % starts.length;
  }
}
