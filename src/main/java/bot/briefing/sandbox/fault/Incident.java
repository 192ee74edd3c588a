package bot.briefing.sandbox.fault;

import java.util.List;
import java.util.Locale;

/**
 * Something that happens at once and changes the platform; the bot is told of it as the platform
 * tells. What a platform does not know it refuses with IllegalArgumentException.
 *
 * @param chat the platform's id of the chat; empty where none is meant
 * @param thread Telegram's thread id of a topic; 0 for none
 * @param resumable whether a cut gateway session may resume
 * @param permissions Discord's names ({@code "SEND_MESSAGES"}); empty for the right to write
 */
public record Incident(
    Kind kind, String chat, int thread, boolean resumable, List<String> permissions) {
  public Incident {
    permissions = List.copyOf(permissions);
  }

  /** In a chat, or everywhere when that is empty. */
  public static Incident of(Kind kind, String chat) {
    return new Incident(kind, chat, 0, true, List.of());
  }

  /** In a topic of a Telegram forum. */
  public static Incident of(Kind kind, String chat, int thread) {
    return new Incident(kind, chat, thread, true, List.of());
  }

  /** What happens. */
  public enum Kind {
    /** Discord's gateway connections break. */
    DISCONNECT,
    /** A Discord guild is unavailable: GUILD_DELETE that blames nobody. */
    OUTAGE,
    /** The person of a private chat blocks the bot. */
    BLOCKED,
    /** The bot is removed from the group, channel, or from the Discord guild of the channel. */
    KICKED,
    /** What was blocked, kicked or unavailable is as it was before. */
    LET_IN,
    /** The chat, channel or account is deleted. */
    DELETED,
    /** A Telegram group becomes a supergroup. */
    MIGRATED,
    /** A forum topic is closed. */
    TOPIC_CLOSED,
    /** A closed forum topic is opened again. */
    TOPIC_OPENED,
    /** A forum topic is deleted with its messages. */
    TOPIC_DELETED,
    /** The bot may do less there. */
    PERMISSION_REMOVED,
    /** The bot may do that again. */
    PERMISSION_GIVEN;

    /** As JSON says it: {@code "let-in"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
