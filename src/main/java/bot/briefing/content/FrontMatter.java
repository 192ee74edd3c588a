package bot.briefing.content;

import bot.briefing.content.UnreadableDigestException.Reason;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What stands above a post's text.
 *
 * @param yaml its source; empty when there is none
 * @param body where the text begins in the file
 */
record FrontMatter(Map<String, Object> values, String yaml, int body) {
  private static final String FENCE = "---";

  /**
   * Reads it.
   *
   * @param text of the whole file, without BOM, its lines ending in {@code \n}
   */
  static FrontMatter of(String fileName, String text) throws UnreadableDigestException {
    if (!line(text, 0).stripTrailing().equals(FENCE)) {
      return new FrontMatter(Map.of(), "", 0);
    }
    int from = next(text, 0);
    for (int at = from; at < text.length(); at = next(text, at)) {
      String line = line(text, at).stripTrailing();
      if (line.equals(FENCE) || line.equals("...")) {
        String yaml = text.substring(from, at);
        Optional<Map<String, Object>> values = parse(fileName, yaml);
        // Words between two rules are words: a reader must find them.
        return values.isPresent()
            ? new FrontMatter(values.get(), yaml, next(text, at))
            : new FrontMatter(Map.of(), "", 0);
      }
    }
    throw new UnreadableDigestException(fileName, 1, Reason.NOT_CLOSED, "");
  }

  private static Optional<Map<String, Object>> parse(String fileName, String yaml)
      throws UnreadableDigestException {
    try {
      Object loaded = new Load(settings()).loadFromString(yaml);
      if (loaded == null) {
        return Optional.of(Map.of());
      }
      if (!(loaded instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            if (value != null) {
              values.put(String.valueOf(key), value);
            }
          });
      return Optional.of(values);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      throw new UnreadableDigestException(
          fileName, line, column, Reason.NOT_YAML, String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new UnreadableDigestException(
          fileName, 1, Reason.NOT_YAML, String.valueOf(e.getMessage()));
    }
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setAllowDuplicateKeys(true).build();
  }

  /** A value as text: a list's parts are parted by a space. */
  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(FrontMatter::text).filter(it -> !it.isBlank());
  }

  /** A value, or what it holds under one of the names, where it is a mapping. */
  Optional<String> text(String key, String... inner) {
    if (values.get(key) instanceof Map<?, ?> map) {
      for (String name : inner) {
        @Nullable Object value = map.get(name);
        if (value != null) {
          return Optional.of(text(value));
        }
      }
      return Optional.empty();
    }
    return text(key);
  }

  private static String text(Object value) {
    String text =
        value instanceof List<?> list
            ? list.stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "))
            : String.valueOf(value).strip();
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private static int next(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
