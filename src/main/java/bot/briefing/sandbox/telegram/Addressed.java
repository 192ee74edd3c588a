package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Which chat, thread and message a request means, and whether the bot may write there. */
final class Addressed {
  private static final int GENERAL_TOPIC = 1;

  private final World world;

  Addressed(World world) {
    this.world = world;
  }

  /** The chat, if the bot knows it. */
  Room room(Parameters parameters) {
    String id = parameters.text("chat_id");
    if (id.isEmpty()) {
      throw Refusal.badRequest("chat_id is empty");
    }
    Optional<Room> found =
        id.startsWith("@")
            ? world.room(id.substring(1))
            : world.room(parameters.integer("chat_id", 0));
    Room room = found.orElseThrow(() -> Refusal.badRequest("chat not found"));
    if (room.migratedTo() != 0) {
      throw Refusal.migrated(room.migratedTo());
    }
    if (room.deleted()) {
      throw switch (room.kind()) {
        case PRIVATE -> Refusal.forbidden("user is deactivated");
        case GROUP -> Refusal.forbidden("the group chat was deleted");
        case SUPERGROUP, CHANNEL -> Refusal.badRequest("chat not found");
      };
    }
    return room;
  }

  /** The chat, if the bot is in it, or it is public and the bot was not thrown out. */
  Room visible(Parameters parameters) {
    Room room = room(parameters);
    boolean open = !room.username().isEmpty() && room.bot() != Standing.KICKED;
    return open ? room : readable(parameters);
  }

  /** The chat, if the bot is in it. */
  Room readable(Parameters parameters) {
    Room room = room(parameters);
    String kind = room.channel() ? "channel" : room.kind().wireName();
    if (room.kind() == Room.Kind.PRIVATE) {
      return room;
    }
    if (room.bot() == Standing.KICKED) {
      throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
    }
    if (room.bot() == Standing.LEFT) {
      throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
    }
    return room;
  }

  /** The chat, if the bot may write in it. */
  Room writable(Parameters parameters) {
    Room room = readable(parameters);
    if (room.kind() == Room.Kind.PRIVATE && room.bot() == Standing.KICKED) {
      throw Refusal.forbidden("bot was blocked by the user");
    }
    if (room.kind() == Room.Kind.PRIVATE && room.bot() == Standing.LEFT) {
      throw Refusal.forbidden("bot can't initiate conversation with a user");
    }
    if (room.channel()
        && (!room.bot().administrates() || room.bot() == Standing.SILENT_ADMINISTRATOR)) {
      throw Refusal.badRequest("need administrator rights in the channel chat");
    }
    if (room.bot() == Standing.RESTRICTED) {
      throw Refusal.badRequest("not enough rights to send text messages to the chat");
    }
    return room;
  }

  /** The topic that is asked for; only forums have topics, and nobody may name the general one. */
  Optional<Integer> thread(Parameters parameters, Room room) {
    int thread = (int) parameters.integer("message_thread_id", 0);
    boolean threads = room.forum() || room.kind() == Room.Kind.PRIVATE;
    if (thread == 0 || (!threads && thread != GENERAL_TOPIC)) {
      return Optional.empty();
    }
    if (thread == GENERAL_TOPIC || !room.topics().containsKey(thread)) {
      throw Refusal.badRequest("message thread not found");
    }
    if (room.closed().contains(thread) && !room.bot().administrates()) {
      throw Refusal.badRequest("TOPIC_CLOSED");
    }
    return Optional.of(thread);
  }

  /**
   * The message that is meant.
   *
   * @param as how the platform's sentence names it
   */
  ObjectNode message(Parameters parameters, Room room, String as) {
    ObjectNode message = room.messages().get((int) parameters.integer("message_id", 0));
    if (message == null) {
      throw Refusal.badRequest(as + " not found");
    }
    return message;
  }
}
