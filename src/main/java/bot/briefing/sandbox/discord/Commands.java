package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The registered application commands, global ones and those of the home guild. */
final class Commands {
  private static final int LIMIT = 100;

  /** What a command may say, with what stands there when it says nothing. */
  private static final List<String> NULL_BY_DEFAULT =
      List.of(
          "name_localizations",
          "description_localizations",
          "default_member_permissions",
          "contexts");

  private final World world;
  private final List<ObjectNode> global = new ArrayList<>();
  private final List<ObjectNode> ofGuild = new ArrayList<>();

  Commands(World world) {
    this.world = world;
  }

  List<ObjectNode> list(boolean guild) {
    return guild ? ofGuild : global;
  }

  Optional<ObjectNode> find(boolean guild, long id) {
    String text = Long.toString(id);
    return list(guild).stream().filter(c -> c.path("id").asText().equals(text)).findFirst();
  }

  /**
   * All commands that work in the channel, those of its guild before the global ones. In a guild,
   * those that its defaults keep from this person are not among them.
   */
  Stream<ObjectNode> in(Channel channel, Person person) {
    boolean home = channel.botIsHere() && channel.guild().filter(world.home::equals).isPresent();
    Stream<ObjectNode> own = home ? ofGuild.stream() : Stream.empty();
    return Stream.concat(own, global.stream().filter(command -> isFor(command, channel)))
        .filter(
            command -> channel.guild().isEmpty() || isFor(command, channel.permissions(person)));
  }

  private static boolean isFor(JsonNode command, long permissions) {
    JsonNode needed = command.path("default_member_permissions");
    if (needed.isMissingNode() || needed.isNull()) {
      return true;
    }
    long bits = needed.asLong();
    return bits != 0 && (permissions & bits) == bits;
  }

  private static boolean isFor(JsonNode command, Channel channel) {
    int context = channel.guild().isPresent() ? 0 : 1;
    JsonNode contexts = command.path("contexts");
    if (contexts.isArray() && !contains(contexts, context)) {
      return false;
    }
    return !channel.guild().isPresent()
        || contains(command.path("integration_types"), channel.botIsHere() ? 0 : 1);
  }

  static boolean contains(JsonNode numbers, int number) {
    for (JsonNode one : numbers) {
      if (one.asInt(-1) == number) {
        return true;
      }
    }
    return false;
  }

  /** Keeps a command; one of the same name and type gives its place and id to the new one. */
  Kept keep(boolean guild, JsonNode body) {
    List<ObjectNode> list = list(guild);
    for (int i = 0; i < list.size(); i++) {
      if (isSame(list.get(i), body)) {
        ObjectNode kept = stored(guild, body, list.get(i).path("id").asText());
        list.set(i, kept);
        return new Kept(kept, false);
      }
    }
    refuseMoreThan(list.size() + 1);
    ObjectNode kept = stored(guild, body, Long.toString(world.ids.next()));
    list.add(kept);
    return new Kept(kept, true);
  }

  record Kept(ObjectNode command, boolean isNew) {}

  /** Overwrites the whole list; known names keep their ids. */
  List<ObjectNode> replace(boolean guild, JsonNode bodies) {
    refuseMoreThan(bodies.size());
    List<ObjectNode> old = List.copyOf(list(guild));
    List<ObjectNode> list = list(guild);
    list.clear();
    for (JsonNode body : bodies) {
      String id =
          old.stream()
              .filter(command -> isSame(command, body))
              .findFirst()
              .map(command -> command.path("id").asText())
              .orElseGet(() -> Long.toString(world.ids.next()));
      list.add(stored(guild, body, id));
    }
    return list;
  }

  /** Overwrites the fields that the body names. */
  ObjectNode change(boolean guild, ObjectNode command, JsonNode body) {
    ObjectNode merged = command.deepCopy();
    body.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    ObjectNode kept = stored(guild, merged, command.path("id").asText());
    list(guild).set(list(guild).indexOf(command), kept);
    return kept;
  }

  private static void refuseMoreThan(int count) {
    if (count > LIMIT) {
      throw new Refusal(
          400, 30032, "Maximum number of application commands reached (" + LIMIT + ").");
    }
  }

  static boolean isSame(JsonNode one, JsonNode other) {
    return one.path("name").asText().equals(other.path("name").asText())
        && one.path("type").asInt(1) == other.path("type").asInt(1);
  }

  private ObjectNode stored(boolean guild, JsonNode body, String id) {
    ObjectNode command = Json.object();
    command.put("id", id);
    command.put("application_id", world.application());
    command.put("version", Long.toString(world.ids.next()));
    command.put("type", body.path("type").asInt(1));
    command.put("name", body.path("name").asText());
    command.put("description", body.path("description").asText(""));
    for (String field : NULL_BY_DEFAULT) {
      command.set(field, body.path(field).isMissingNode() ? null : body.path(field));
    }
    command.put("nsfw", body.path("nsfw").asBoolean());
    command.put("dm_permission", body.path("dm_permission").asBoolean(true));
    if (guild) {
      command.put("guild_id", world.home.idText());
    }
    if (Json.has(body, "integration_types")) {
      command.set("integration_types", body.path("integration_types"));
    } else {
      command.putArray("integration_types").add(0);
    }
    if (Json.has(body, "options")) {
      command.set("options", body.path("options"));
    }
    return command;
  }

  /** A copy as lists show it unless the localizations are asked for. */
  static ObjectNode withoutLocalizations(ObjectNode command) {
    ObjectNode copy = command.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(ObjectNode node) {
    node.remove(List.of("name_localizations", "description_localizations"));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      for (JsonNode child : entry.getValue()) {
        if (child instanceof ObjectNode object) {
          strip(object);
        }
      }
    }
  }
}
