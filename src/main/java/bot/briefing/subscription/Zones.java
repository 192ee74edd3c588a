package bot.briefing.subscription;

import bot.briefing.text.Fold;
import bot.briefing.text.Language;
import bot.briefing.text.Letters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Time zones as people name them: by city, by habit, by offset, in Korean and English, or by their
 * id; blind to case, spaces and punctuation. Pure.
 */
public final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:utc|gmt)?([+-])(\\d{1,2})(?::?(\\d{2}))?");
  private static final Pattern CITY =
      Pattern.compile(
          "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
  private static final int FORGIVEN = 2;
  private static final List<Named> NAMED = read();
  private static final Map<String, Set<ZoneId>> BY_NAME = names();

  private Zones() {}

  /** A zone with its names. */
  private record Named(ZoneId zone, String korean, String english, List<String> others) {
    Stream<String> all() {
      return Stream.concat(Stream.of(zone.getId(), korean, english), others.stream());
    }

    String in(Language language) {
      return switch (language) {
        case KO -> korean;
        case EN -> english;
      };
    }
  }

  /**
   * The zones that a word may mean: none, one, or several of which a person has to choose one.
   *
   * @return the likeliest first
   */
  public static List<ZoneId> meant(String typed) {
    Matcher offset = OFFSET.matcher(Fold.plain(typed).replace('−', '-').replaceAll("\\s+", ""));
    if (offset.matches()) {
      return offset(offset).map(List::of).orElse(List.of());
    }
    return Fold.readings(typed).stream()
        .map(BY_NAME::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(List::copyOf)
        .orElse(List.of());
  }

  /** The zones whose names are nearest to a word that means none; the nearest first. */
  public static List<ZoneId> nearest(String typed, int most) {
    String letters = Letters.of(typed);
    record Near(ZoneId zone, int distance) {}
    return NAMED.stream()
        .flatMap(
            named ->
                named
                    .all()
                    .map(Letters::of)
                    .filter(name -> name.length() > FORGIVEN)
                    .map(name -> new Near(named.zone, Letters.distance(letters, name))))
        .filter(near -> near.distance <= FORGIVEN)
        .sorted(Comparator.comparingInt(Near::distance))
        .map(Near::zone)
        .distinct()
        .limit(most)
        .toList();
  }

  /** The zones of which a name begins with these letters, and then those that hold them. */
  public static List<ZoneId> completing(String typed, int most) {
    String letters = Letters.of(typed);
    return Stream.concat(
            meant(typed).stream(),
            Stream.concat(
                NAMED.stream()
                    .filter(one -> one.all().anyMatch(it -> Letters.of(it).startsWith(letters)))
                    .map(Named::zone),
                NAMED.stream()
                    .filter(one -> one.all().anyMatch(it -> Letters.of(it).contains(letters)))
                    .map(Named::zone)))
        .distinct()
        .limit(most)
        .toList();
  }

  /** What a zone is called: its city, else its offset. */
  public static String name(ZoneId zone, Language language) {
    return NAMED.stream()
        .filter(named -> named.zone.equals(zone))
        .findFirst()
        .map(named -> named.in(language))
        .orElseGet(() -> plain(zone));
  }

  private static String plain(ZoneId zone) {
    if (zone instanceof ZoneOffset) {
      return "UTC" + zone.getId();
    }
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private static Optional<ZoneId> offset(Matcher offset) {
    try {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int sign = offset.group(1).equals("-") ? -1 : 1;
      ZoneOffset zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
      return Optional.of(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
    } catch (DateTimeException beyond) {
      return Optional.empty();
    }
  }

  /** What stands in the list wins over what the time zone database calls a zone. */
  private static Map<String, Set<ZoneId>> names() {
    Map<String, Set<ZoneId>> names = new LinkedHashMap<>();
    for (Named named : NAMED) {
      named
          .all()
          .forEach(
              name ->
                  names
                      .computeIfAbsent(Fold.key(name), _ -> new LinkedHashSet<>())
                      .add(named.zone));
    }
    Set<String> ids = new TreeSet<>(ZoneId.getAvailableZoneIds());
    ids.removeIf(id -> id.startsWith("SystemV/") || id.startsWith("Etc/"));
    ids.forEach(id -> names.putIfAbsent(Fold.key(id), Set.of(ZoneId.of(id))));
    ids.stream()
        .filter(id -> CITY.matcher(id).matches())
        .forEach(
            id ->
                names.putIfAbsent(
                    Fold.key(id.substring(id.lastIndexOf('/') + 1)), Set.of(ZoneId.of(id))));
    return Map.copyOf(names);
  }

  private static List<Named> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Zones.class.getResourceAsStream("zones.txt")),
                StandardCharsets.UTF_8))) {
      List<Named> all = new ArrayList<>();
      for (String line : reader.lines().toList()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          all.add(named(line));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Named named(String line) {
    String[] columns = line.split("\\|", -1);
    return new Named(
        ZoneId.of(columns[0].strip()),
        columns[1].strip(),
        columns[2].strip(),
        Arrays.stream(columns[3].split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList());
  }
}
