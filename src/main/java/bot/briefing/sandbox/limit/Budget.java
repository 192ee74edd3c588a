package bot.briefing.sandbox.limit;

/** So many requests in a time. Instants are milliseconds of the platform's clock. */
public interface Budget {
  /** How long a request that arrives now would have to wait; 0 when it may pass. */
  long delay(long now);

  /** A request passes now. */
  void take(long now);

  /** How many may pass in the budget's time. */
  int limit();

  /** How many may pass now. */
  int remaining(long now);

  /** How long until the budget is whole, or begins anew. */
  long reset(long now);

  /** At most so many in any stretch of that length. */
  static Budget sliding(int limit, long millis) {
    return new SlidingWindow(limit, millis);
  }

  /** At most so many in a window that the first request opens (Discord's buckets). */
  static Budget fixed(int limit, long millis) {
    return new FixedWindow(limit, millis);
  }

  /** One every so many milliseconds, after a burst of at most so many. */
  static Budget paced(int burst, long millis) {
    return new Pace(burst, millis);
  }
}
