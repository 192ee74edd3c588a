package bot.briefing.sandbox.limit;

/** A window that its first request opens. */
final class FixedWindow implements Budget {
  private final int limit;
  private final long millis;
  private long end = Long.MIN_VALUE;
  private int used;

  FixedWindow(int limit, long millis) {
    this.limit = limit;
    this.millis = millis;
  }

  @Override
  public long delay(long now) {
    return remaining(now) > 0 ? 0 : end - now;
  }

  @Override
  public void take(long now) {
    if (now >= end) {
      end = now + millis;
      used = 0;
    }
    used++;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public int remaining(long now) {
    return now >= end ? limit : limit - used;
  }

  @Override
  public long reset(long now) {
    return Math.max(0, end - now);
  }
}
