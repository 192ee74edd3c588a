package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Pins and unpins messages. */
final class PinMethods {
  private final World world;
  private final Addressed addressed;

  PinMethods(World world) {
    this.world = world;
    this.addressed = new Addressed(world);
  }

  Map<String, Method> methods() {
    return Map.of("pinChatMessage", this::pin, "unpinChatMessage", this::unpin);
  }

  private JsonNode pin(Parameters parameters) {
    Room room = room(parameters);
    ObjectNode message = addressed.message(parameters, room, "message to pin");
    if (message.has("pinned_message")) {
      throw Refusal.badRequest("message can't be pinned");
    }
    if (room.pinned().add(message.path("message_id").asInt())) {
      world.post(
          room,
          Optional.empty(),
          notice -> notice.set("pinned_message", message.deepCopy().without("reply_to_message")));
    }
    return BooleanNode.TRUE;
  }

  private JsonNode unpin(Parameters parameters) {
    Room room = room(parameters);
    if (parameters.text("message_id").isEmpty()) {
      if (room.pinned().isEmpty()) {
        throw Refusal.badRequest("message to unpin not found");
      }
      room.pinned().remove(room.pinned().last());
      return BooleanNode.TRUE;
    }
    ObjectNode message = addressed.message(parameters, room, "message to unpin");
    room.pinned().remove(message.path("message_id").asInt());
    return BooleanNode.TRUE;
  }

  /** The chat, if the bot may pin there; alone with a person it always may. */
  private Room room(Parameters parameters) {
    Room room = addressed.readable(parameters);
    if (room.kind() == Room.Kind.PRIVATE) {
      return addressed.writable(parameters);
    }
    if (!room.bot().pins()) {
      throw Refusal.badRequest("not enough rights to manage pinned messages in the chat");
    }
    return room;
  }
}
