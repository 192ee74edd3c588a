package bot.briefing.sandbox.limit;

import java.util.Arrays;

/** The instants of the newest requests, in a ring. */
final class SlidingWindow implements Budget {
  private final long[] taken;
  private final long millis;
  private int next;

  SlidingWindow(int limit, long millis) {
    this.taken = new long[limit];
    this.millis = millis;
    Arrays.fill(taken, Long.MIN_VALUE / 2);
  }

  @Override
  public long delay(long now) {
    return Math.max(0, taken[next] + millis - now);
  }

  @Override
  public void take(long now) {
    taken[next] = now;
    next = (next + 1) % taken.length;
  }

  @Override
  public int limit() {
    return taken.length;
  }

  @Override
  public int remaining(long now) {
    return (int) Arrays.stream(taken).filter(one -> one + millis <= now).count();
  }

  @Override
  public long reset(long now) {
    return Math.max(0, taken[(next + taken.length - 1) % taken.length] + millis - now);
  }
}
