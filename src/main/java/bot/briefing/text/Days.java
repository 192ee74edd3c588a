package bot.briefing.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A day as people of a language write it. The pattern is the text {@code card.day}, {@code
 * card.day.week} or {@code card.day.near}. Safe for any thread.
 */
public final class Days {
  private static final Days KOREAN = new Days(Language.KO);
  private static final Days ENGLISH = new Days(Language.EN);

  private final DateTimeFormatter plain;
  private final DateTimeFormatter week;
  private final DateTimeFormatter near;

  private Days(Language language) {
    Texts texts = Texts.in(language);
    plain = DateTimeFormatter.ofPattern(texts.say("card.day"), language.locale());
    near = DateTimeFormatter.ofPattern(texts.say("card.day.near"), language.locale());
    week = DateTimeFormatter.ofPattern(texts.say("card.day.week"), language.locale());
  }

  public static Days in(Language language) {
    return switch (language) {
      case KO -> KOREAN;
      case EN -> ENGLISH;
    };
  }

  /** {@code 2026년 2월 12일}, {@code 12 Feb 2026}. */
  public String plain(LocalDate day) {
    return plain.format(day);
  }

  /** With the day of the week: {@code 2026년 2월 12일 (목)}, {@code Thu, 12 Feb 2026}. */
  public String withWeekday(LocalDate day) {
    return week.format(day);
  }

  /**
   * Of a day that is not far, without the year: {@code 2월 12일 목요일}, {@code Thursday, 12 February}.
   */
  public String near(LocalDate day) {
    return near.format(day);
  }
}
