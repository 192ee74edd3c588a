package bot.briefing.bench;

import java.util.Arrays;

/** Durations in nanoseconds, in order of arrival. For one thread. */
final class Samples {
  private long[] values = new long[1024];
  private int size;

  void add(long nanos) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = nanos;
  }

  int size() {
    return size;
  }

  /** In milliseconds; the share is between 0 and 1. */
  double quantile(double share) {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[Math.min(size - 1, (int) (share * size))] / 1e6;
  }

  double median() {
    return quantile(0.5);
  }
}
