package bot.briefing.subscription;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Days of the week as people write them: {@code mon-fri}, {@code 월수금}, {@code 주말}. Pure. */
final class Weekdays {
  private static final String KOREAN = "월화수목금토일";
  private static final List<String> ENGLISH =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final int SHORTEST = 3;

  static final Set<DayOfWeek> ALL = Set.copyOf(EnumSet.allOf(DayOfWeek.class));
  static final Set<DayOfWeek> WEEKDAYS =
      Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  static final Set<DayOfWeek> WEEKEND =
      Set.copyOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

  private Weekdays() {}

  /**
   * The days.
   *
   * @param typed in lower case, in NFKC
   * @return empty where it is none; never an empty set
   */
  static Optional<Set<DayOfWeek>> of(String typed) {
    return switch (typed) {
      case "매일", "daily", "every day", "everyday", "all" -> Optional.of(ALL);
      case "평일", "주중", "weekdays", "weekday", "workdays" -> Optional.of(WEEKDAYS);
      case "주말", "weekends", "weekend" -> Optional.of(WEEKEND);
      default -> listed(typed);
    };
  }

  private static Optional<Set<DayOfWeek>> listed(String typed) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : typed.split("[,/·\\s]+", -1)) {
      String[] ends = part.split("[-~–]", -1);
      Optional<Set<DayOfWeek>> some =
          switch (ends.length) {
            case 1 -> day(part).<Set<DayOfWeek>>map(EnumSet::of).or(() -> row(part));
            case 2 -> day(ends[0]).flatMap(from -> day(ends[1]).map(to -> range(from, to)));
            default -> Optional.empty();
          };
      if (some.isEmpty()) {
        return Optional.empty();
      }
      days.addAll(some.get());
    }
    return Optional.of(Set.copyOf(days));
  }

  private static Optional<DayOfWeek> day(String word) {
    String bare = word.endsWith("요일") ? word.substring(0, word.length() - 2) : word;
    if (bare.length() == 1) {
      int at = KOREAN.indexOf(bare);
      return at < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(at + 1));
    }
    String singular = bare.endsWith("days") ? bare.substring(0, bare.length() - 1) : bare;
    for (int at = 0; at < ENGLISH.size(); at++) {
      boolean begun = singular.length() >= SHORTEST && ENGLISH.get(at).startsWith(singular);
      if (begun) {
        return Optional.of(DayOfWeek.of(at + 1));
      }
    }
    return Optional.empty();
  }

  /** {@code 월수금}. */
  private static Optional<Set<DayOfWeek>> row(String word) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int at = 0; at < word.length(); at++) {
      int day = KOREAN.indexOf(word.charAt(at));
      if (day < 0) {
        return Optional.empty();
      }
      days.add(DayOfWeek.of(day + 1));
    }
    return days.isEmpty() ? Optional.empty() : Optional.of(days);
  }

  private static Set<DayOfWeek> range(DayOfWeek from, DayOfWeek to) {
    Set<DayOfWeek> days = EnumSet.of(from);
    for (DayOfWeek day = from; day != to; day = day.plus(1)) {
      days.add(day.plus(1));
    }
    return days;
  }
}
