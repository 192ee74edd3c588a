package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The buttons under a message: what the platform takes, and how it keeps it. */
final class Keyboard {
  private static final int ROW = 8;
  private static final int ALL = 100;
  private static final int DATA_BYTES = 64;
  private static final List<String> OTHER_ACTIONS =
      List.of(
          "callback_game",
          "pay",
          "switch_inline_query",
          "switch_inline_query_chosen_chat",
          "switch_inline_query_current_chat",
          "login_url",
          "web_app",
          "copy_text");

  private Keyboard() {}

  /**
   * The inline keyboard of a request; empty when it has none (a reply keyboard is taken and shown
   * to nobody).
   */
  static Optional<ObjectNode> of(Parameters parameters) {
    JsonNode markup = parameters.json("reply_markup", "reply keyboard markup");
    if (markup.isMissingNode()) {
      return Optional.empty();
    }
    if (!markup.isObject()) {
      throw Refusal.badRequest("object expected as reply markup");
    }
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int count = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      if (!row.isArray()) {
        throw Refusal.badRequest(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
      }
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      row.forEach(button -> kept.add(button(button)));
      count += kept.size();
      if (kept.size() > ROW || count > ALL) {
        throw Refusal.badRequest("reply markup is too long");
      }
      if (!kept.isEmpty()) {
        rows.add(kept);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(JsonNodeFactory.instance.objectNode().set("inline_keyboard", rows));
  }

  private static ObjectNode button(JsonNode button) {
    if (!button.isObject()) {
      throw unparsable("InlineKeyboardButton must be an Object");
    }
    if (!button.path("text").isValueNode()) {
      throw unparsable("Can't find field \"text\"");
    }
    String text = button.path("text").asText();
    if (text.isEmpty()) {
      throw Refusal.badRequest("inline keyboard button text must be non-empty");
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode().put("text", text);
    String url = button.path("url").asText("");
    String data = button.path("callback_data").asText("");
    if (!url.isEmpty()) {
      return kept.put("url", Links.person(url).isPresent() ? url : Links.check(url));
    }
    if (!data.isEmpty()) {
      if (data.getBytes(StandardCharsets.UTF_8).length > DATA_BYTES) {
        throw Refusal.badRequest("BUTTON_DATA_INVALID");
      }
      return kept.put("callback_data", data);
    }
    for (String action : OTHER_ACTIONS) {
      if (button.has(action)) {
        return kept.set(action, button.get(action));
      }
    }
    throw unparsable("Text buttons are unallowed in the inline keyboard");
  }

  private static Refusal unparsable(String why) {
    return Refusal.badRequest("can't parse inline keyboard button: " + why);
  }
}
