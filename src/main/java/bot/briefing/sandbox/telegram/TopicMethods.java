package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Begins topics of a forum. In a private chat there are none here: a bot must have been allowed to
 * have them. What is wrong is said in TDLib's words (ForumTopicManager).
 */
final class TopicMethods {
  private static final int NAME = 128;

  /** An icon's color, where none is named. */
  private static final long BLUE = 0x6FB9F0;

  private static final Set<Long> COLORS =
      Set.of(BLUE, 0xFFD67EL, 0xCB86DBL, 0x8EEE98L, 0xFF93B2L, 0xFB6F5FL);

  private final World world;
  private final Addressed addressed;

  TopicMethods(World world) {
    this.world = world;
    this.addressed = new Addressed(world);
  }

  Map<String, Method> methods() {
    return Map.of("createForumTopic", this::create);
  }

  private JsonNode create(Parameters parameters) {
    Room room = addressed.writable(parameters);
    if (!room.forum()) {
      throw Refusal.badRequest("the chat is not a forum");
    }
    if (!room.bot().managesTopics()) {
      throw Refusal.badRequest("not enough rights to create a topic");
    }
    String name = name(parameters);
    if (name.isEmpty()) {
      throw Refusal.badRequest("title must be non-empty");
    }
    long color = parameters.integer("icon_color", BLUE);
    if (!COLORS.contains(color)) {
      throw Refusal.badRequest("invalid icon color specified");
    }
    ObjectNode made = JsonNodeFactory.instance.objectNode().put("name", name);
    made.put("icon_color", color);
    String emoji = parameters.text("icon_custom_emoji_id");
    if (!emoji.isEmpty()) {
      made.put("icon_custom_emoji_id", emoji);
    }
    int thread = begin(room, made);
    return made.deepCopy().put("message_thread_id", thread);
  }

  /** The word of a topic's beginning is its first message, and its id that of the topic. */
  private int begin(Room room, ObjectNode made) {
    ObjectNode message =
        world.post(
            room,
            Optional.empty(),
            one -> {
              one.put("message_thread_id", one.path("message_id").asInt());
              one.put("is_topic_message", true).set("forum_topic_created", made);
            });
    int thread = message.path("message_id").asInt();
    room.topics().put(thread, made.path("name").asText());
    world
        .journal()
        .add(
            Journal.Kind.OPENED,
            Long.toString(room.id()),
            thread,
            thread,
            world.clock().instant(),
            made.path("name").asText(),
            "",
            false);
    return thread;
  }

  /** A name that is too long is cut. */
  private static String name(Parameters parameters) {
    String name = parameters.text("name").strip();
    return name.codePointCount(0, name.length()) <= NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME)).strip();
  }
}
