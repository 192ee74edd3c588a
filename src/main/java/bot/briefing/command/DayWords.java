package bot.briefing.command;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The day that a person means, in the forms in which Korean and English write one. */
final class DayWords {
  private static final int LONGEST = 40;
  private static final Pattern FULL =
      Pattern.compile("(?<y>\\d{4}) ?[-./년] ?(?<m>\\d{1,2}) ?[-./월] ?(?<d>\\d{1,2}) ?[.일]?");
  private static final Pattern COMPACT = Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})");
  private static final Pattern KOREAN = Pattern.compile("(?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일");
  private static final Pattern SHORT = Pattern.compile("(?<m>\\d{1,2})[-/](?<d>\\d{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<m>\\p{L}{3,9})\\.?(?:,? (?<y>\\d{4}))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<m>\\p{L}{3,9})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\\d{4}))?");

  private DayWords() {}

  /**
   * The day; empty when it is none. One without a year is the last such day.
   *
   * @param today where the reader is
   */
  static Optional<LocalDate> day(String typed, LocalDate today) {
    String words =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (words) {
      case "오늘", "today" -> Optional.of(today);
      case "어제", "yesterday" -> Optional.of(today.minusDays(1));
      case "그제", "그저께", "the day before yesterday" -> Optional.of(today.minusDays(2));
      default -> written(words, today);
    };
  }

  /**
   * A day to come, written as a date; empty when it is none. One without a year is the next such
   * day.
   */
  static Optional<LocalDate> coming(String date, LocalDate today) {
    Optional<LocalDate> last = written(date, today);
    return date.matches(".*\\d{4}.*")
        ? last.filter(today::isBefore)
        : last.flatMap(day -> next(day, today));
  }

  private static Optional<LocalDate> next(LocalDate last, LocalDate today) {
    return IntStream.rangeClosed(today.getYear(), today.getYear() + 8)
        .mapToObj(year -> of(year, last.getMonthValue(), last.getDayOfMonth()))
        .flatMap(Optional::stream)
        .filter(today::isBefore)
        .findFirst();
  }

  private static Optional<LocalDate> written(String words, LocalDate today) {
    for (Pattern form : new Pattern[] {FULL, COMPACT}) {
      Matcher day = form.matcher(words);
      if (day.matches()) {
        return of(number(day, "y"), number(day, "m"), number(day, "d"));
      }
    }
    for (Pattern form : new Pattern[] {KOREAN, SHORT}) {
      Matcher day = form.matcher(words);
      if (day.matches()) {
        return last(number(day, "m"), number(day, "d"), today);
      }
    }
    for (Pattern form : new Pattern[] {DAY_FIRST, MONTH_FIRST}) {
      Matcher day = form.matcher(words);
      if (day.matches()) {
        return named(day, today);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> named(Matcher day, LocalDate today) {
    String name = day.group("m").toUpperCase(Locale.ROOT);
    Optional<Month> month =
        Arrays.stream(Month.values()).filter(one -> one.name().startsWith(name)).findFirst();
    int dayOfMonth = number(day, "d");
    return month.flatMap(
        one ->
            day.group("y") == null
                ? last(one.getValue(), dayOfMonth, today)
                : of(number(day, "y"), one.getValue(), dayOfMonth));
  }

  private static int number(Matcher day, String group) {
    return Integer.parseInt(day.group(group));
  }

  /** The last such day; of 29 February, in the last leap year. */
  private static Optional<LocalDate> last(int month, int dayOfMonth, LocalDate today) {
    for (int back = 0; back <= 8; back++) {
      Optional<LocalDate> day =
          of(today.getYear() - back, month, dayOfMonth).filter(one -> !one.isAfter(today));
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> of(int year, int month, int dayOfMonth) {
    try {
      return Optional.of(LocalDate.of(year, month, dayOfMonth));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
