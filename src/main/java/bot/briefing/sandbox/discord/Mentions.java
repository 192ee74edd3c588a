package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a message pings (Message, "Allowed Mentions Object"): what its text names, as far as {@code
 * allowed_mentions} and the author's permissions go.
 */
final class Mentions {
  /** The default of regular messages. */
  static final JsonNode REGULAR =
      Json.object().set("parse", Json.array("users", "roles", "everyone"));

  /** The default of interactions and webhooks. */
  static final JsonNode INTERACTION = Json.object().set("parse", Json.array("users"));

  private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
  private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

  private Mentions() {}

  /** Writes {@code mentions}, {@code mention_roles} and {@code mention_everyone}. */
  static void apply(World world, Channel channel, ObjectNode wire, JsonNode allowed) {
    String text = text(wire);
    ArrayNode users = wire.putArray("mentions");
    for (String id : ids(USER, text)) {
      if (allows(allowed, "users", id)) {
        world.person(id).ifPresent(person -> users.add(person.user()));
      }
    }
    ArrayNode roles = wire.putArray("mention_roles");
    channel
        .guild()
        .ifPresent(
            guild -> {
              for (String id : ids(ROLE, text)) {
                if (guild.calls(id, channel) && allows(allowed, "roles", id)) {
                  roles.add(id);
                }
              }
            });
    wire.put(
        "mention_everyone",
        EVERYONE.matcher(text).find()
            && channel.guild().isPresent()
            && channel.allows(Permissions.MENTION_EVERYONE)
            && parses(allowed, "everyone"));
  }

  private static boolean allows(JsonNode allowed, String kind, String id) {
    for (JsonNode one : allowed.path(kind)) {
      if (one.asText().equals(id)) {
        return true;
      }
    }
    return parses(allowed, kind);
  }

  private static boolean parses(JsonNode allowed, String kind) {
    for (JsonNode one : allowed.path("parse")) {
      if (one.asText().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> ids(Pattern pattern, String text) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /** All text of a message but that of its embeds. */
  static String text(JsonNode message) {
    StringBuilder text = new StringBuilder(message.path("content").asText(""));
    collect(message.path("components"), text);
    return text.toString();
  }

  private static void collect(JsonNode components, StringBuilder text) {
    for (JsonNode component : components) {
      if (component.path("type").asInt() == ComponentCheck.TEXT) {
        text.append('\n').append(component.path("content").asText());
      }
      collect(component.path("components"), text);
    }
  }
}
