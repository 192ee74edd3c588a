package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a message must be to be taken (Message, "Create Message", "Edit Message"). */
final class MessageCheck {
  private static final int CONTENT = 2_000;
  private static final int NONCE = 25;

  private MessageCheck() {}

  /**
   * Checks a new message.
   *
   * @param form stands at the place of the message in the request's body
   */
  static void create(Form form, JsonNode body) {
    boolean v2 = (body.path("flags").asInt() & Message.COMPONENTS_V2) != 0;
    fields(form, body, v2);
    form.refuseUnlessClean();
    refuseEmpty(body);
  }

  /** Checks an edit, and the message that would come of it. */
  static void edit(Form form, JsonNode body, Message message) {
    boolean asked = (body.path("flags").asInt() & Message.COMPONENTS_V2) != 0;
    boolean v2 = asked || message.has(Message.COMPONENTS_V2);
    ObjectNode result = message.wire().deepCopy();
    for (String field : new String[] {"content", "embeds", "components"}) {
      if (body.has(field)) {
        result.set(field, body.path(field));
      }
    }
    fields(form, body, v2);
    if (v2 && form.isClean()) {
      legacyFields(form, result);
    }
    form.refuseUnlessClean();
    refuseEmpty(result);
  }

  private static void fields(Form form, JsonNode body, boolean v2) {
    form.optionalText(body, "content", CONTENT);
    EmbedCheck.check(form.at("embeds"), body.path("embeds"));
    ComponentCheck.check(form.at("components"), body.path("components"), v2);
    form.optionalText(body, "nonce", NONCE);
    mentions(form.at("allowed_mentions"), body.path("allowed_mentions"));
    if (v2) {
      legacyFields(form, body);
    }
  }

  private static void legacyFields(Form form, JsonNode body) {
    for (String field : new String[] {"content", "embeds", "sticker_ids", "poll"}) {
      JsonNode value = body.path(field);
      boolean given = value.isTextual() ? !value.asText().isEmpty() : !value.isEmpty();
      if (given) {
        form.at(field)
            .add(
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The '"
                    + field
                    + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
      }
    }
  }

  private static void mentions(Form form, JsonNode allowed) {
    for (String kind : new String[] {"users", "roles"}) {
      if (allowed.path(kind).size() > 100) {
        form.at(kind).add("BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
      }
      for (JsonNode parse : allowed.path("parse")) {
        if (parse.asText().equals(kind) && !allowed.path(kind).isEmpty()) {
          form.add(
              "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
              "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
        }
      }
    }
  }

  private static void refuseEmpty(JsonNode message) {
    boolean empty =
        message.path("content").asText("").isBlank()
            && message.path("embeds").isEmpty()
            && message.path("components").isEmpty()
            && !Uploads.comeWith(message);
    if (empty) {
      throw Refusal.emptyMessage();
    }
  }
}
