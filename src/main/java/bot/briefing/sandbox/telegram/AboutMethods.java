package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Methods about the bot itself and about chats and who is in them. */
final class AboutMethods {
  private static final int NAME = 64;
  private static final int DESCRIPTION = 512;
  private static final int SHORT_DESCRIPTION = 120;

  private final World world;
  private final Addressed addressed;
  private final Map<String, String> profile = new HashMap<>();

  AboutMethods(World world) {
    this.world = world;
    this.addressed = new Addressed(world);
  }

  Map<String, Method> methods() {
    return Map.ofEntries(
        Map.entry("getMe", _ -> me()),
        Map.entry("getChat", this::getChat),
        Map.entry("getChatMember", this::getChatMember),
        Map.entry("getChatAdministrators", this::getChatAdministrators),
        Map.entry("setMyName", p -> set(p, "name", NAME)),
        Map.entry("getMyName", p -> get(p, "name")),
        Map.entry("setMyDescription", p -> set(p, "description", DESCRIPTION)),
        Map.entry("getMyDescription", p -> get(p, "description")),
        Map.entry("setMyShortDescription", p -> set(p, "short_description", SHORT_DESCRIPTION)),
        Map.entry("getMyShortDescription", p -> get(p, "short_description")),
        Map.entry("setChatMenuButton", this::setChatMenuButton),
        Map.entry("getWebhookInfo", _ -> webhookInfo()),
        Map.entry("deleteWebhook", this::deleteWebhook));
  }

  private static JsonNode me() {
    return World.bot()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  private JsonNode getChat(Parameters parameters) {
    Room room = addressed.visible(parameters);
    ObjectNode chat = room.toJson();
    if (!room.pinned().isEmpty()) {
      chat.set("pinned_message", room.messages().get(room.pinned().last()));
    }
    chat.put("accent_color_id", 0).put("max_reaction_count", 11);
    ObjectNode gifts = chat.putObject("accepted_gift_types");
    for (String kind :
        new String[] {
          "unlimited_gifts",
          "limited_gifts",
          "unique_gifts",
          "premium_subscription",
          "gifts_from_channels"
        }) {
      gifts.put(kind, false);
    }
    return chat;
  }

  private JsonNode getChatMember(Parameters parameters) {
    Room room = addressed.visible(parameters);
    long user = parameters.integer("user_id", 0);
    if (user == World.botId()) {
      return room.bot().toJson(World.bot(), room.kind());
    }
    if (room.channel() && !room.bot().administrates()) {
      throw Refusal.badRequest("member list is inaccessible");
    }
    Person person =
        world.person(user).orElseThrow(() -> Refusal.badRequest("PARTICIPANT_ID_INVALID"));
    return room.members().getOrDefault(user, Standing.LEFT).toJson(person.toJson(), room.kind());
  }

  private JsonNode getChatAdministrators(Parameters parameters) {
    Room room = addressed.readable(parameters);
    if (room.kind() == Room.Kind.PRIVATE) {
      throw Refusal.badRequest("there are no administrators in the private chat");
    }
    ArrayNode administrators = JsonNodeFactory.instance.arrayNode();
    room.members()
        .forEach(
            (id, standing) ->
                world
                    .person(id)
                    .filter(_ -> standing.administrates())
                    .ifPresent(
                        person ->
                            administrators.add(standing.toJson(person.toJson(), room.kind()))));
    if (room.bot().administrates()) {
      administrators.add(room.bot().toJson(World.bot(), room.kind()));
    }
    return administrators;
  }

  private JsonNode set(Parameters parameters, String what, int limit) {
    String value = parameters.text(what);
    if (value.length() > limit) {
      throw Refusal.badRequest("BOT_" + what.toUpperCase(java.util.Locale.ROOT) + "_TOO_LONG");
    }
    profile.put(what + "/" + parameters.text("language_code"), value);
    return BooleanNode.TRUE;
  }

  private JsonNode get(Parameters parameters, String what) {
    String general = profile.getOrDefault(what + "/", "");
    String value = profile.getOrDefault(what + "/" + parameters.text("language_code"), general);
    return JsonNodeFactory.instance.objectNode().put(what, value);
  }

  private JsonNode setChatMenuButton(Parameters parameters) {
    if (!parameters.text("chat_id").isEmpty()) {
      addressed.readable(parameters);
    }
    String type = parameters.json("menu_button", "menu button").path("type").asText("default");
    if (!type.matches("default|commands|web_app")) {
      throw Refusal.badRequest("unsupported menu button type specified");
    }
    return BooleanNode.TRUE;
  }

  private JsonNode webhookInfo() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("url", "")
        .put("has_custom_certificate", false)
        .put("pending_update_count", world.updates().waiting());
  }

  private JsonNode deleteWebhook(Parameters parameters) {
    if (parameters.flag("drop_pending_updates")) {
      world.updates().drop();
    }
    return BooleanNode.TRUE;
  }
}
