package bot.briefing.command;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Until when a pause is meant to last, in the forms in which Korean and English write that. */
final class PauseWords {
  private static final int LONGEST = 40;
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:for )?(?<n>\\d{1,3}) ?(?<unit>일|d|days?|주|주일|w|weeks?|달|개월|months?)(?: ?동안| ?간)?");

  private PauseWords() {}

  /**
   * The first day after the pause; empty when the words tell none, or one that is not to come.
   *
   * @param today where the chat is
   */
  static Optional<LocalDate> end(String typed, LocalDate today) {
    String words =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(?:until|till|to) ", "")
            .replaceFirst(" ?까지$", "");
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (words) {
      case "내일", "tomorrow" -> Optional.of(today.plusDays(1));
      case "모레", "the day after tomorrow" -> Optional.of(today.plusDays(2));
      case "하루", "a day" -> Optional.of(today.plusDays(1));
      case "사흘" -> Optional.of(today.plusDays(3));
      case "일주일", "한 주", "a week" -> Optional.of(today.plusWeeks(1));
      case "한 달", "한달", "a month" -> Optional.of(today.plusMonths(1));
      case "다음 주", "다음주", "next week" ->
          Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      case "다음 달", "다음달", "next month" ->
          Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
      default -> span(words, today).or(() -> DayWords.coming(words, today));
    };
  }

  private static Optional<LocalDate> span(String words, LocalDate today) {
    Matcher span = SPAN.matcher(words);
    if (!span.matches() || Integer.parseInt(span.group("n")) == 0) {
      return Optional.empty();
    }
    ChronoUnit unit =
        switch (span.group("unit").charAt(0)) {
          case '주', 'w' -> ChronoUnit.WEEKS;
          case '달', '개', 'm' -> ChronoUnit.MONTHS;
          default -> ChronoUnit.DAYS;
        };
    return Optional.of(today.plus(Integer.parseInt(span.group("n")), unit));
  }
}
