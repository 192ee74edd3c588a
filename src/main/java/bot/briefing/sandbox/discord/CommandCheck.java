package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of application commands (Interactions, "Application Commands"): names, descriptions,
 * options, choices, and the 8,000 characters of the whole.
 */
final class CommandCheck {
  static final int CHAT_INPUT = 1;
  private static final int STRING = 3;
  private static final int SIZE = 8_000;
  private static final int CHOICES = 25;

  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}");

  private static final Set<String> LOCALES =
      Set.of(
          ("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el"
                  + " bg ru uk hi th zh-CN ja zh-TW ko")
              .split(" "));

  private CommandCheck() {}

  static void check(Form form, JsonNode command) {
    int type = command.path("type").asInt(CHAT_INPUT);
    if (type == CHAT_INPUT) {
      named(form, command);
      options(form.at("options"), command.path("options"));
      if (size(command) > SIZE) {
        form.add("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + SIZE + ")");
      }
    } else {
      form.text(command, "name", 1, 32);
      if (!command.path("description").asText("").isEmpty()) {
        form.at("description").between(1, 0, 0);
      }
    }
  }

  private static void named(Form form, JsonNode node) {
    if (Json.has(node, "name")) {
      name(form.at("name"), node.path("name").asText());
    } else {
      form.at("name").required();
    }
    form.text(node, "description", 1, 100);
    for (var entry : node.path("name_localizations").properties()) {
      Form at = form.at("name_localizations").at(entry.getKey());
      locale(at, entry.getKey());
      name(at, entry.getValue().asText());
    }
    for (var entry : node.path("description_localizations").properties()) {
      Form at = form.at("description_localizations").at(entry.getKey());
      locale(at, entry.getKey());
      at.between(Form.length(entry.getValue().asText()), 1, 100);
    }
  }

  private static void name(Form form, String name) {
    boolean lower = name.equals(name.toLowerCase(Locale.ROOT));
    int length = Form.length(name);
    if (length < 1 || length > 32) {
      form.between(length, 1, 32);
    } else if (!NAME.matcher(name).matches() || !lower) {
      form.add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  private static void locale(Form form, String locale) {
    if (!LOCALES.contains(locale)) {
      form.add("ENUM_TYPE_COERCE", "Value \"" + locale + "\" is not a valid enum value.");
    }
  }

  private static void options(Form form, JsonNode options) {
    if (options.size() > 25) {
      form.add("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    Set<String> names = new HashSet<>();
    boolean optionalSeen = false;
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.path(i);
      Form at = form.at(i);
      int type = option.path("type").asInt();
      if (type < 1 || type > 11) {
        at.at("type")
            .add("BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.");
      }
      named(at, option);
      if (!names.add(option.path("name").asText())) {
        at.at("name")
            .add("APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option names must be unique");
      }
      boolean required = option.path("required").asBoolean();
      if (required && optionalSeen) {
        at.add(
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      optionalSeen |= type > 2 && !required;
      choices(at, option, type);
      options(at.at("options"), option.path("options"));
    }
  }

  private static void choices(Form form, JsonNode option, int type) {
    JsonNode choices = option.path("choices");
    if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
      form.at("autocomplete")
          .add(
              "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_AND_CHOICES",
              "autocomplete cannot be set along with choices");
    }
    choices(form.at("choices"), choices, type == STRING);
  }

  /** Also the rule of an autocomplete's answer. */
  static void choices(Form form, JsonNode choices, boolean texts) {
    if (choices.size() > CHOICES) {
      form.add("BASE_TYPE_MAX_LENGTH", "Must be " + CHOICES + " or fewer in length.");
    }
    for (int i = 0; i < choices.size(); i++) {
      form.at(i).text(choices.path(i), "name", 1, 100);
      if (texts) {
        form.at(i).optionalText(choices.path(i), "value", 100);
      }
      if (!Json.has(choices.path(i), "value")) {
        form.at(i).at("value").required();
      }
    }
  }

  /** Names, descriptions and values; of a text and its localizations only the longest counts. */
  private static int size(JsonNode node) {
    int size = longest(node, "name") + longest(node, "description");
    size += node.path("value").isTextual() ? Form.length(node.path("value").asText()) : 0;
    for (JsonNode choice : node.path("choices")) {
      size += size(choice);
    }
    for (JsonNode option : node.path("options")) {
      size += size(option);
    }
    return size;
  }

  private static int longest(JsonNode node, String field) {
    int longest = Form.length(node.path(field).asText(""));
    for (JsonNode text : node.path(field + "_localizations")) {
      longest = Math.max(longest, Form.length(text.asText()));
    }
    return longest;
  }
}
