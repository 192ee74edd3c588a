package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A typed line such as {@code /topic name:regulation private:true} read against a registered
 * command: {@code name:value} pairs anywhere; the words that stand alone go to the first text
 * option that has none, a required one before others.
 */
final class CommandLine {
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int BOOLEAN = 5;
  static final int ROLE = 8;
  private static final int NUMBER = 10;

  /** Its value is the channel's id: whoever looks for the name is not here. */
  static final int CHANNEL = 7;

  private CommandLine() {}

  /** What a typed line comes to: options, or the key and arguments of what is wrong with it. */
  sealed interface Reading {}

  record Understood(ArrayNode options) implements Reading {}

  record Wrong(String key, List<String> arguments) implements Reading {}

  /** Whether a person of that locale calls the command or option so. */
  static boolean isNamed(JsonNode node, String name, String locale) {
    String typed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return typed.equals(node.path("name").asText()) || typed.equals(localName(node, locale));
  }

  /** The name that a person of that locale sees, with the documented fallbacks. */
  static String localName(JsonNode node, String locale) {
    Stream<String> fallbacks =
        switch (locale) {
          case "en-US" -> Stream.of("en-US", "en-GB");
          case "en-GB" -> Stream.of("en-GB", "en-US");
          case "es-419" -> Stream.of("es-419", "es-ES");
          default -> Stream.of(locale);
        };
    JsonNode names = node.path("name_localizations");
    return fallbacks
        .filter(names::hasNonNull)
        .findFirst()
        .map(key -> names.path(key).asText())
        .orElse(node.path("name").asText());
  }

  static Reading read(JsonNode command, String line, String locale) {
    JsonNode options = command.path("options");
    Map<String, String> given = new LinkedHashMap<>();
    List<String> alone = new ArrayList<>();
    String open = "";
    for (String word : line.strip().split("\\s+", -1)) {
      int colon = word.indexOf(':');
      Optional<JsonNode> option =
          colon < 1 ? Optional.empty() : find(options, word.substring(0, colon), locale);
      if (option.isPresent()) {
        String name = option.get().path("name").asText();
        given.put(name, word.substring(colon + 1));
        open = option.get().path("type").asInt() == STRING ? name : "";
      } else if (!open.isEmpty()) {
        given.merge(open, word, (before, next) -> (before + " " + next).strip());
      } else if (!word.isEmpty()) {
        alone.add(word);
      }
    }
    if (!alone.isEmpty()) {
      place(options, given, String.join(" ", alone));
    }
    return values(command, given, locale);
  }

  private static Optional<JsonNode> find(JsonNode options, String name, String locale) {
    for (JsonNode option : options) {
      if (isNamed(option, name, locale)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private static void place(JsonNode options, Map<String, String> given, String text) {
    JsonNode chosen = null;
    for (JsonNode option : options) {
      boolean free =
          option.path("type").asInt() == STRING && !given.containsKey(option.path("name").asText());
      boolean better = chosen == null || !chosen.path("required").asBoolean();
      if (free && better && (chosen == null || option.path("required").asBoolean())) {
        chosen = option;
      }
    }
    if (chosen != null) {
      given.put(chosen.path("name").asText(), text);
    }
  }

  private static Reading values(JsonNode command, Map<String, String> given, String locale) {
    ArrayNode values = Json.array();
    for (JsonNode option : command.path("options")) {
      String name = option.path("name").asText();
      String shown = localName(option, locale);
      String text = given.getOrDefault(name, "");
      if (text.isEmpty()) {
        if (option.path("required").asBoolean()) {
          return new Wrong("option.missing", List.of(localName(command, locale), shown));
        }
        continue;
      }
      ObjectNode value = Json.object();
      value.put("name", name);
      value.put("type", option.path("type").asInt());
      if (!put(value, option.path("type").asInt(), text)) {
        return new Wrong("option.invalid", List.of(shown, text));
      }
      values.add(value);
    }
    return new Understood(values);
  }

  private static boolean put(ObjectNode value, int type, String text) {
    try {
      switch (type) {
        case BOOLEAN -> {
          if (!text.equals("true") && !text.equals("false")) {
            return false;
          }
          value.put("value", Boolean.parseBoolean(text));
        }
        case ROLE -> {
          String id = text.replaceFirst("^<@&(\\d+)>$", "$1");
          if (!id.matches("\\d+")) {
            return false;
          }
          value.put("value", id);
        }
        case INTEGER -> value.put("value", Long.parseLong(text));
        case NUMBER -> value.put("value", Double.parseDouble(text));
        default -> value.put("value", text);
      }
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
