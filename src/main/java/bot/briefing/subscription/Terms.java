package bot.briefing.subscription;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of an order that stand after a key alone, in lower case and NFKC. Pure. */
final class Terms {
  /** Words that take something away again. */
  static final Set<String> OFF =
      Set.of("off", "none", "no", "default", "끔", "끄기", "없음", "없이", "해제", "기본", "기본값");

  private static final Set<String> NOTE =
      Set.of("note", "notice", "line", "on", "yes", "알림", "알리기", "알려줘", "한마디", "켬", "예");
  private static final Set<String> SILENCE = Set.of("silence", "nothing", "침묵", "조용히");
  private static final Set<String> UNNAMED = Set.of("default", "기본");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]*");
  private static final Pattern RANGE = Pattern.compile("(.+?) ?(?:-|~|–|부터|to) ?(.+?)(?: ?까지)?");
  private static final Pattern ROLE = Pattern.compile("(?:<@&)?(\\d{5,20})>?");
  private static final Pattern HOUR = Pattern.compile("\\d{1,2}");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:(?<h>\\d{1,2}) ?(?:h|hr|hrs|hours?|시간))?"
              + " ?(?:(?<m>\\d{1,4}) ?(?:m|min|mins|minutes?|분))?");
  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 30;
  private static final Duration LONGEST_GRACE = Duration.ofHours(24);

  private Terms() {}

  static Optional<Wish> name(String run) {
    if (UNNAMED.contains(run)) {
      return Optional.of(Wish.named(""));
    }
    return Optional.of(run)
        .filter(name -> name.length() <= LONGEST_NAME && NAME.matcher(name).matches())
        .map(Wish::named);
  }

  /** Plain words with commas. */
  static Optional<Wish> mute(String run) {
    if (OFF.contains(run)) {
      return Optional.of(Wish.mute(Set.of()));
    }
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(run.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    boolean plain =
        words.stream()
            .allMatch(
                word ->
                    word.length() <= LONGEST_WORD
                        && word.codePoints().anyMatch(Character::isLetterOrDigit));
    return words.isEmpty() || words.size() > MOST_WORDS || !plain
        ? Optional.empty()
        : Optional.of(Wish.mute(words));
  }

  /** {@code 22:00-07:00}. */
  static Optional<Wish> quiet(String run) {
    if (OFF.contains(run)) {
      return Optional.of(Wish.quiet(null));
    }
    Matcher range = RANGE.matcher(run);
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(range.group(1));
    Optional<LocalTime> to = time(range.group(2));
    return from.flatMap(
        begin ->
            to.filter(end -> !end.equals(begin)).map(end -> Wish.quiet(new Quiet(begin, end))));
  }

  /** Between two ends a number alone is an hour. */
  private static Optional<LocalTime> time(String typed) {
    return Times.of(HOUR.matcher(typed).matches() ? typed + ":00" : typed);
  }

  /** {@code 1h}, {@code 90분}. */
  static Optional<Wish> grace(String run) {
    if (OFF.contains(run)) {
      return Optional.of(Wish.grace(null));
    }
    Matcher length = LENGTH.matcher(run);
    if (run.equals("0")) {
      return Optional.of(Wish.grace(Duration.ZERO));
    }
    if (run.isEmpty() || !length.matches()) {
      return Optional.empty();
    }
    Duration grace =
        Duration.ofHours(number(length.group("h"))).plusMinutes(number(length.group("m")));
    return Optional.of(grace).filter(one -> one.compareTo(LONGEST_GRACE) <= 0).map(Wish::grace);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** {@code <@&123>}, as Discord writes the mention of a role, or its id alone. */
  static Optional<Wish> role(String run) {
    if (OFF.contains(run)) {
      return Optional.of(Wish.beside(Beside.role(null)));
    }
    Matcher role = ROLE.matcher(run);
    return role.matches() ? Optional.of(Wish.beside(Beside.role(role.group(1)))) : Optional.empty();
  }

  static Optional<Wish> empty(String run) {
    if (NOTE.contains(run)) {
      return Optional.of(Wish.note(true));
    }
    return SILENCE.contains(run) || OFF.contains(run)
        ? Optional.of(Wish.note(false))
        : Optional.empty();
  }
}
