package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A keyboard in the place of the app's own (ReplyKeyboardMarkup), or the word that it goes
 * (ReplyKeyboardRemove): what the platform takes of it.
 */
record ReplyKeyboard(Optional<ObjectNode> markup) {
  private static final int ALL = 300;

  /** The one of a request; empty where it says nothing of it. */
  static Optional<ReplyKeyboard> of(Parameters parameters, Room room) {
    JsonNode markup = parameters.json("reply_markup", "reply keyboard markup");
    if (markup.path("remove_keyboard").asBoolean()) {
      return Optional.of(new ReplyKeyboard(Optional.empty()));
    }
    if (!markup.has("keyboard")) {
      return Optional.empty();
    }
    check(markup.path("keyboard"), room.kind() == Room.Kind.PRIVATE);
    ObjectNode kept = Parameters.JSON.createObjectNode();
    kept.set("keyboard", markup.path("keyboard").deepCopy());
    return Optional.of(new ReplyKeyboard(Optional.of(kept)));
  }

  private static void check(JsonNode rows, boolean alone) {
    Set<Integer> requests = new HashSet<>();
    int count = 0;
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw Refusal.badRequest(
            "field \"keyboard\" of the ReplyKeyboardMarkup must be an Array of Arrays");
      }
      for (JsonNode button : row) {
        if (text(button).isEmpty()) {
          throw Refusal.badRequest("keyboard button text must be non-empty");
        }
        if (button.has("request_chat")) {
          check(button.path("request_chat"), alone, requests);
        }
        count++;
      }
    }
    if (count == 0 || count > ALL) {
      throw Refusal.badRequest(count == 0 ? "reply markup is empty" : "reply markup is too long");
    }
  }

  private static void check(JsonNode request, boolean alone, Set<Integer> requests) {
    if (!alone) {
      throw Refusal.badRequest("chats can be requested in private chats only");
    }
    JsonNode bots = request.path("bot_administrator_rights");
    JsonNode persons = request.path("user_administrator_rights");
    boolean more = false;
    for (var right : bots.properties()) {
      more |= right.getValue().asBoolean() && !persons.path(right.getKey()).asBoolean();
    }
    if (more || !requests.add(request.path("request_id").asInt())) {
      throw Refusal.badRequest("BUTTON_INVALID");
    }
  }

  private static String text(JsonNode button) {
    return button.isTextual() ? button.asText() : button.path("text").asText("");
  }

  /** The button of these words. */
  static Optional<JsonNode> button(JsonNode markup, String words) {
    for (JsonNode row : markup.path("keyboard")) {
      for (JsonNode button : row) {
        if (text(button).equals(words)) {
          return Optional.of(button);
        }
      }
    }
    return Optional.empty();
  }

  /** What a button with this number asks for (KeyboardButtonRequestChat). */
  static Optional<JsonNode> request(JsonNode markup, int number) {
    for (JsonNode row : markup.path("keyboard")) {
      for (JsonNode button : row) {
        JsonNode request = button.path("request_chat");
        if (request.isObject() && request.path("request_id").asInt() == number) {
          return Optional.of(request);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an app would offer a chat to a person; what the bot must be there is another matter.
   *
   * @param person what they are there
   */
  static boolean offers(JsonNode request, Room room, Standing person) {
    JsonNode rights = request.path("user_administrator_rights");
    boolean posts = room.channel() && rights.path("can_post_messages").asBoolean();
    return room.kind() != Room.Kind.PRIVATE
        && person.inside()
        && request.path("chat_is_channel").asBoolean() == room.channel()
        && (!rights.isObject() || person.administrates())
        && (!posts || person.writes())
        && fits(request, "chat_is_forum", room.forum())
        && fits(request, "chat_has_username", !room.username().isEmpty())
        && (!request.path("chat_is_created").asBoolean() || person == Standing.CREATOR)
        && (!request.path("bot_is_member").asBoolean() || room.bot().inside());
  }

  private static boolean fits(JsonNode request, String field, boolean is) {
    return !request.has(field) || request.path(field).asBoolean() == is;
  }

  /** Whether an app would first make the bot an administrator. */
  static boolean promotes(JsonNode request, Room room) {
    JsonNode rights = request.path("bot_administrator_rights");
    boolean posts = room.channel() && rights.path("can_post_messages").asBoolean();
    return rights.isObject() && (!room.bot().administrates() || (posts && !room.bot().writes()));
  }

  /** What comes back to the bot (ChatShared). */
  static ObjectNode shared(JsonNode request, Room chat) {
    ObjectNode shared =
        Parameters.JSON
            .createObjectNode()
            .put("request_id", request.path("request_id").asInt())
            .put("chat_id", chat.id());
    if (request.path("request_title").asBoolean()) {
      shared.put("title", chat.title());
    }
    if (request.path("request_username").asBoolean() && !chat.username().isEmpty()) {
      shared.put("username", chat.username());
    }
    return shared;
  }
}
