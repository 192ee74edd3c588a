package bot.briefing.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as authors write it, perhaps with a time.
 *
 * @param zone as written, else the one handed in; that one too where its offset of that day is
 *     written: readers know a city better than a number
 */
record Moment(LocalDate date, LocalTime time, ZoneId zone) {
  private static final String DAY =
      "(?<year>\\d{4})\\s*(?:[-./]|[년年])\\s*(?<month>\\d{1,2})\\s*(?:[-./]|[월月])\\s*(?<day>\\d{1,2})\\s*(?:[일日]|\\.(?!\\d))?";
  private static final Pattern MOMENT =
      Pattern.compile(
          DAY
              + "(?:(?:[Tt]|\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?)?"
              + "\\s*(?<zone>[A-Za-z]+(?:/[A-Za-z_]+)*|[+-]\\d{2}(?::?\\d{2})?)?");

  /** A day anywhere in a line. */
  static final Pattern ANYWHERE =
      Pattern.compile("(?<!\\d)" + DAY.replaceAll("\\?<\\w+>", "") + "(?!\\d)");

  /** The abbreviations that name one zone only, among those that authors of digests write. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("KST", "Asia/Seoul"),
          Map.entry("JST", "Asia/Tokyo"),
          Map.entry("UTC", "UTC"),
          Map.entry("GMT", "UTC"),
          Map.entry("Z", "UTC"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"));

  Instant instant() {
    return date.atTime(time).atZone(zone).toInstant();
  }

  /** Reads a date, a date with a time, or one with a time and a zone; empty when it is no date. */
  static Optional<Moment> of(String written, ZoneId otherwise) {
    Matcher moment = MOMENT.matcher(written.strip());
    if (!moment.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(number(moment, "year"), number(moment, "month"), number(moment, "day"));
      LocalTime time =
          LocalTime.of(number(moment, "hour"), number(moment, "minute"), number(moment, "second"));
      ZoneId zone = zone(moment.group("zone"), otherwise);
      boolean home = otherwise.getRules().getOffset(date.atTime(time)).equals(zone);
      return Optional.of(new Moment(date, time, home ? otherwise : zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher moment, String group) {
    String digits = moment.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneId zone(@Nullable String written, ZoneId otherwise) {
    if (written == null) {
      return otherwise;
    }
    String known = ABBREVIATIONS.get(written.toUpperCase(Locale.ROOT));
    ZoneId zone = ZoneId.of(known == null ? written : known);
    return zone.getId().equals("UTC") ? ZoneOffset.UTC : zone;
  }
}
