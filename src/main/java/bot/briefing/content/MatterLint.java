package bot.briefing.content;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file's name and its front matter. */
final class MatterLint {
  private static final List<String> KNOWN =
      List.of(
          "layout",
          "title",
          "date",
          "categories",
          "category",
          "tags",
          "lang",
          "ref",
          "image",
          "published",
          "permalink",
          "description",
          "author",
          "authors",
          "excerpt",
          "subtitle",
          "slug",
          "name",
          "link",
          "type",
          "math",
          "pin",
          "toc",
          "comments",
          "redirect_from",
          "last_modified_at");

  /** A word as short as this is near another one by one slip, a longer one by two. */
  private static final int SHORT = 5;

  private final Post post;
  private final Findings findings;
  private final ZoneId zone;

  MatterLint(Post post, Findings findings, ZoneId zone) {
    this.post = post;
    this.findings = findings;
    this.zone = zone;
  }

  void check() {
    if (!post.name().isPost()) {
      findings.warn(0, "file-name", post.name().stem());
    }
    post.matter().values().forEach(this::check);
    dates();
  }

  private void check(String key, Object value) {
    Optional<String> near = near(key);
    if (near.isPresent()) {
      findings.warn(placeOf(key), "unknown-key", key, near.get());
      return;
    }
    boolean nested = value instanceof Map<?, ?> || value instanceof List<?>;
    boolean right =
        switch (key) {
          case "title", "layout", "ref" -> !nested;
          case "date" -> !nested && Moment.of(String.valueOf(value), zone).isPresent();
          case "lang" -> !nested && Languages.primary(String.valueOf(value)).isPresent();
          case "published" -> value instanceof Boolean;
          case "categories", "tags" -> !(value instanceof Map<?, ?>);
          case "image" ->
              post.matter().text("image", "path", "url", "src").flatMap(Addresses::web).isPresent();
          default -> true;
        };
    if (!right && key.equals("image")) {
      findings.warn(valueOf(key), "value.image");
    } else if (!right) {
      findings.error(valueOf(key), "value." + key);
    }
  }

  private void dates() {
    LocalDate named = post.name().date();
    Optional<LocalDate> written =
        post.matter().text("date").flatMap(date -> Moment.of(date, zone)).map(Moment::date);
    if (named == null && written.isEmpty()) {
      findings.error(0, "no-day");
    } else if (named != null && written.isPresent() && !written.get().equals(named)) {
      findings.error(valueOf("date"), "date-differs", written.get().toString(), named.toString());
    }
  }

  private static Optional<String> near(String key) {
    return KNOWN.contains(key)
        ? Optional.empty()
        : KNOWN.stream()
            .filter(known -> key.length() > 2)
            .filter(known -> distance(key, known) <= (key.length() > SHORT ? 2 : 1))
            .min(Comparator.comparingInt(known -> distance(key, known)));
  }

  /** How many slips: a letter too many, one missing, one for another, or two exchanged. */
  private static int distance(String one, String other) {
    int[][] slips = new int[one.length() + 1][other.length() + 1];
    for (int row = 0; row <= one.length(); row++) {
      for (int column = 0; column <= other.length(); column++) {
        slips[row][column] =
            row == 0 || column == 0 ? row + column : least(slips, one, other, row, column);
      }
    }
    return slips[one.length()][other.length()];
  }

  private static int least(int[][] slips, String one, String other, int row, int column) {
    boolean same = one.charAt(row - 1) == other.charAt(column - 1);
    int least =
        Math.min(
            slips[row - 1][column - 1] + (same ? 0 : 1),
            1 + Math.min(slips[row - 1][column], slips[row][column - 1]));
    boolean exchanged =
        row > 1
            && column > 1
            && one.charAt(row - 1) == other.charAt(column - 2)
            && one.charAt(row - 2) == other.charAt(column - 1);
    return exchanged ? Math.min(least, slips[row - 2][column - 2] + 1) : least;
  }

  private int placeOf(String key) {
    Matcher found = find(key);
    return found == null ? 0 : yaml() + found.start();
  }

  private int valueOf(String key) {
    Matcher found = find(key);
    return found == null ? 0 : yaml() + found.end();
  }

  private int yaml() {
    return post.text().indexOf('\n') + 1;
  }

  private @Nullable Matcher find(String key) {
    Matcher found =
        Pattern.compile("(?m)^[\"']?" + Pattern.quote(key) + "[\"']?[ \\t]*:[ \\t]*")
            .matcher(post.matter().yaml());
    return found.find() ? found : null;
  }
}
