package bot.briefing.subscription;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of the day in the forms in which Korean and English write one. Pure. */
final class Times {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<half>오전|오후|아침|저녁|밤|새벽|am|pm)? ?(?<h>\\d{1,2})"
              + "(?:시 ?(?:(?<min>\\d{1,2})분|(?<thirty>반))?|[:.](?<m>\\d{2}))?"
              + " ?(?<after>am|pm|a\\.m\\.|p\\.m\\.)?");
  private static final Pattern BARE = Pattern.compile("\\d{1,2}");
  private static final int NOON = 12;

  private Times() {}

  /**
   * The time.
   *
   * @param typed in lower case, in NFKC
   * @return empty when it is none; a number alone is none
   */
  static Optional<LocalTime> of(String typed) {
    return switch (typed) {
      case "정오", "noon" -> Optional.of(LocalTime.NOON);
      case "자정", "midnight", "24:00" -> Optional.of(LocalTime.MIDNIGHT);
      default -> written(typed);
    };
  }

  private static Optional<LocalTime> written(String typed) {
    Matcher form = FORM.matcher(typed);
    if (!form.matches() || BARE.matcher(typed).matches()) {
      return Optional.empty();
    }
    String half = form.group("half") == null ? form.group("after") : form.group("half");
    if (form.group("half") != null && form.group("after") != null) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(form.group("h"));
    try {
      return half == null
          ? Optional.of(LocalTime.of(hour, minute(form)))
          : halved(half, hour).map(whole -> LocalTime.of(whole, minute(form)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int minute(Matcher form) {
    if (form.group("thirty") != null) {
      return 30;
    }
    String minute = form.group("min") == null ? form.group("m") : form.group("min");
    return minute == null ? 0 : Integer.parseInt(minute);
  }

  private static Optional<Integer> halved(String half, int hour) {
    if (hour > NOON || hour == 0) {
      return Optional.empty();
    }
    return switch (half.charAt(0)) {
      case '오' -> Optional.of(hour % NOON + (half.equals("오후") ? NOON : 0));
      case '저', 'p' -> Optional.of(hour % NOON + NOON);
      // At night, 12 is midnight and 10 is not in the morning.
      case '밤' -> Optional.of(hour < 6 || hour == NOON ? hour % NOON : hour + NOON);
      default -> Optional.of(hour % NOON);
    };
  }
}
