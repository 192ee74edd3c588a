package bot.briefing.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Local hours in which nothing comes, over midnight too: {@code 22:00-07:00}. What is due in them
 * comes at their end. Pure.
 *
 * @param from the first instant of them
 * @param to the first one after them; never the same as {@code from}
 */
public record Quiet(LocalTime from, LocalTime to) {
  public Quiet {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours without a beginning");
    }
  }

  /**
   * What {@link #toString} gave.
   *
   * @throws java.time.DateTimeException for anything else
   */
  public static Quiet parse(String text) {
    String[] ends = text.split("-", 2);
    return new Quiet(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
  }

  /** Whether a time lies in them. */
  public boolean holds(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean open = time.isBefore(to);
    return from.isBefore(to) ? begun && open : begun || open;
  }

  /** The end of those in which an instant lies; where it lies in none, the instant itself. */
  Instant end(Instant instant, ZoneId zone) {
    Instant end = instant;
    while (holds(end.atZone(zone).toLocalTime())) {
      end = next(end.atZone(zone));
    }
    return end;
  }

  private Instant next(ZonedDateTime within) {
    LocalDate today = within.toLocalDate();
    LocalDate day = within.toLocalTime().isBefore(to) ? today : today.plusDays(1);
    Instant end = Slots.at(day, to, within.getZone());
    return end.isAfter(within.toInstant())
        ? end
        : day.atTime(to).atZone(within.getZone()).withLaterOffsetAtOverlap().toInstant();
  }

  /** {@code 22:00-07:00}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
