package bot.briefing.sandbox.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the page says, in Korean and in English. */
final class PageTexts {
  /** The first is the one for who wants neither. */
  static final List<String> LANGUAGES = List.of("ko", "en");

  private PageTexts() {}

  /** All texts of a language by their keys. */
  static SortedMap<String, String> of(String language) {
    String name = "/bot/briefing/sandbox/page_" + language + ".properties";
    try (var in = Objects.requireNonNull(PageTexts.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      SortedMap<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language that a browser asks for (RFC 9110, Accept-Language). */
  static String chosen(String acceptLanguage) {
    try {
      String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return found == null ? LANGUAGES.getFirst() : found;
    } catch (IllegalArgumentException _) {
      return LANGUAGES.getFirst();
    }
  }
}
