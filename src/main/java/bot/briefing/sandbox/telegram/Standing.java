package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What a person or the bot is in a chat (the Bot API's ChatMember). */
public enum Standing {
  /** Owns the chat. */
  CREATOR,
  /** May do everything that an administrator may, also post in a channel. */
  ADMINISTRATOR,
  /** An administrator without the rights to post in a channel, to pin and to manage topics. */
  SILENT_ADMINISTRATOR,
  /** Reads and writes. */
  MEMBER,
  /** Is in the chat and may not write. */
  RESTRICTED,
  /** Was never there, or went. */
  LEFT,
  /** Was removed; in a private chat, the person has blocked the bot. */
  KICKED;

  private static final List<String> RIGHTS =
      List.of(
          "can_be_edited",
          "is_anonymous",
          "can_manage_chat",
          "can_delete_messages",
          "can_manage_video_chats",
          "can_restrict_members",
          "can_promote_members",
          "can_change_info",
          "can_invite_users",
          "can_post_stories",
          "can_edit_stories",
          "can_delete_stories");
  private static final List<String> RESTRICTIONS =
      List.of(
          "can_send_messages",
          "can_send_audios",
          "can_send_documents",
          "can_send_photos",
          "can_send_videos",
          "can_send_video_notes",
          "can_send_voice_notes",
          "can_send_polls",
          "can_send_other_messages",
          "can_add_web_page_previews",
          "can_react_to_messages",
          "can_edit_tag",
          "can_change_info",
          "can_invite_users",
          "can_pin_messages",
          "can_manage_topics");

  boolean inside() {
    return this != LEFT && this != KICKED;
  }

  boolean writes() {
    return this != RESTRICTED && this != SILENT_ADMINISTRATOR;
  }

  boolean administrates() {
    return this == CREATOR || this == ADMINISTRATOR || this == SILENT_ADMINISTRATOR;
  }

  boolean pins() {
    return this == CREATOR || this == ADMINISTRATOR;
  }

  boolean managesTopics() {
    return this == CREATOR || this == ADMINISTRATOR;
  }

  ObjectNode toJson(ObjectNode user, Room.Kind kind) {
    String status =
        this == SILENT_ADMINISTRATOR ? "administrator" : name().toLowerCase(Locale.ROOT);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", status);
    json.set("user", user);
    switch (this) {
      case CREATOR -> json.put("is_anonymous", false);
      case ADMINISTRATOR, SILENT_ADMINISTRATOR -> {
        RIGHTS.forEach(right -> json.put(right, right.equals("can_manage_chat")));
        if (kind == Room.Kind.CHANNEL) {
          json.put("can_post_messages", this == ADMINISTRATOR);
          json.put("can_edit_messages", pins());
        } else {
          json.put("can_pin_messages", pins());
        }
        if (kind == Room.Kind.SUPERGROUP) {
          json.put("can_manage_topics", managesTopics());
        }
      }
      case RESTRICTED -> {
        json.put("is_member", true);
        RESTRICTIONS.forEach(right -> json.put(right, false));
        json.put("until_date", 0);
      }
      case KICKED -> json.put("until_date", 0);
      case MEMBER, LEFT -> {
        // Nothing more to say.
      }
    }
    return json;
  }
}
