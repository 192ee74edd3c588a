package bot.briefing.content;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file's name tells.
 *
 * @param stem without ending, in NFC
 * @param language of a name such as {@code 2026-02-12-ai-news.en.md}
 * @param words of the title in the name; may be empty
 */
record FileName(String stem, @Nullable LocalDate date, @Nullable String language, String words) {
  /** The form that Jekyll asks for. */
  private static final Pattern POST =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:-(.*))?", Pattern.DOTALL);

  private static final Pattern SUFFIX = Pattern.compile("(.+)\\.([a-z]{2})(?:-[A-Za-z]+)?");

  static FileName of(String name) {
    String stem = Normalizer.normalize(name, Normalizer.Form.NFC).replaceFirst("\\.[^.]*$", "");
    if (stem.isBlank()) {
      stem = name;
    }
    Matcher suffix = SUFFIX.matcher(stem);
    boolean suffixed = suffix.matches() && isLanguage(suffix.group(2));
    String bare = suffixed ? suffix.group(1) : stem;
    Matcher post = POST.matcher(bare);
    LocalDate date = null;
    String words = bare;
    if (post.matches()) {
      date = Moment.of(post.group(1), ZoneOffset.UTC).map(Moment::date).orElse(null);
      words = post.group(2) == null ? "" : post.group(2);
    } else {
      date = anywhere(bare).orElse(null);
    }
    return new FileName(
        stem, date, suffixed ? suffix.group(2) : null, words.replaceAll("[-_\\s]+", " ").strip());
  }

  /** Whether it is {@code YYYY-MM-DD-title}. */
  boolean isPost() {
    Matcher post = POST.matcher(stem);
    return post.matches() && date != null && post.group(2) != null && !words.isEmpty();
  }

  private static Optional<LocalDate> anywhere(String name) {
    Matcher day = Moment.ANYWHERE.matcher(name);
    return day.find() ? Moment.of(day.group(), ZoneOffset.UTC).map(Moment::date) : Optional.empty();
  }

  private static boolean isLanguage(String tag) {
    return !Locale.of(tag).getDisplayLanguage(Locale.ENGLISH).equals(tag);
  }
}
