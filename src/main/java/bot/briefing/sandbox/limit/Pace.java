package bot.briefing.sandbox.limit;

/** One at a time, and a burst out of what was not used. */
final class Pace implements Budget {
  private final int burst;
  private final long millis;

  /** When all that has passed would have passed at an even pace. */
  private long even = Long.MIN_VALUE / 2;

  Pace(int burst, long millis) {
    this.burst = burst;
    this.millis = millis;
  }

  @Override
  public long delay(long now) {
    return Math.max(0, even - (burst - 1) * millis - now);
  }

  @Override
  public void take(long now) {
    even = Math.max(even, now) + millis;
  }

  @Override
  public int limit() {
    return burst;
  }

  @Override
  public int remaining(long now) {
    long owed = Math.max(0, even - now);
    return (int) Math.max(0, burst - (owed + millis - 1) / millis);
  }

  @Override
  public long reset(long now) {
    return Math.max(0, even - now);
  }
}
