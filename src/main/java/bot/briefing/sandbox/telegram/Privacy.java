package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What a bot in privacy mode gets to see (core.telegram.org/bots/features, privacy mode). */
final class Privacy {
  private Privacy() {}

  /** In a group: commands for it, replies to it, and service messages; elsewhere everything. */
  static boolean shows(Room room, ObjectNode message) {
    if (!room.bot().inside()) {
      return false;
    }
    boolean group = room.kind() == Room.Kind.GROUP || room.kind() == Room.Kind.SUPERGROUP;
    return !group
        || room.bot().administrates()
        || !message.has("text")
        || message.path("reply_to_message").path("from").path("id").asLong() == World.botId()
        || commanded(message);
  }

  private static boolean commanded(ObjectNode message) {
    for (JsonNode entity : message.path("entities")) {
      if (entity.path("type").asText().equals("bot_command")) {
        int offset = entity.path("offset").asInt();
        String command =
            message
                .path("text")
                .asText()
                .substring(offset, offset + entity.path("length").asInt())
                .toLowerCase(Locale.ROOT);
        if (command.indexOf('@') < 0 || command.endsWith("@" + World.BOT_NAME)) {
          return true;
        }
      }
    }
    return false;
  }
}
