package bot.briefing.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as the database keeps them. */
final class Millis {
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

  private Millis() {}

  /** Clamped to what fits: {@link Instant#MAX} does not. */
  static long of(Instant instant) {
    if (instant.isAfter(LAST)) {
      return Long.MAX_VALUE;
    }
    return instant.isBefore(FIRST) ? Long.MIN_VALUE : instant.toEpochMilli();
  }

  static Instant at(long millis) {
    return millis == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(millis);
  }

  static @Nullable Instant at(@Nullable Long millis) {
    return millis == null ? null : at(millis.longValue());
  }
}
