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
          "excerpt");
  private static final int NEAR = 2;

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
    if (!right) {
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
            .filter(known -> key.length() > NEAR && distance(key, known) <= NEAR)
            .min(Comparator.comparingInt(known -> distance(key, known)));
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int same = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[column], row[column - 1]) + 1, diagonal + same);
        diagonal = row[column];
        row[column] = best;
      }
    }
    return row[other.length()];
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
