package bot.briefing.sandbox.discord;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The permission bits that this platform looks at (Topics, "Permissions"). */
final class Permissions {
  static final long MANAGE_CHANNELS = 1L << 4;
  static final long MANAGE_GUILD = 1L << 5;
  static final long VIEW_CHANNEL = 1L << 10;
  static final long SEND_MESSAGES = 1L << 11;
  static final long MANAGE_MESSAGES = 1L << 13;
  static final long EMBED_LINKS = 1L << 14;
  static final long ATTACH_FILES = 1L << 15;
  static final long READ_MESSAGE_HISTORY = 1L << 16;
  static final long MENTION_EVERYONE = 1L << 17;
  static final long USE_EXTERNAL_EMOJIS = 1L << 18;
  static final long USE_APPLICATION_COMMANDS = 1L << 31;
  static final long MANAGE_THREADS = 1L << 34;
  static final long CREATE_PUBLIC_THREADS = 1L << 35;
  static final long SEND_MESSAGES_IN_THREADS = 1L << 38;

  /** Split from the right to manage messages; that alone is not enough since 2026-02-23. */
  static final long PIN_MESSAGES = 1L << 51;

  /** What a member may do by default. */
  static final long MEMBER =
      VIEW_CHANNEL
          | SEND_MESSAGES
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_MESSAGE_HISTORY
          | USE_EXTERNAL_EMOJIS
          | USE_APPLICATION_COMMANDS
          | CREATE_PUBLIC_THREADS
          | SEND_MESSAGES_IN_THREADS;

  /** What somebody may do who sets the bot up. */
  static final long ADMINISTRATOR =
      MEMBER | MANAGE_CHANNELS | MANAGE_GUILD | MANAGE_MESSAGES | MENTION_EVERYONE;

  /** What the bot's own role gives: it may ping everyone, so that a slip shows. */
  static final long BOT = MEMBER | MENTION_EVERYONE | PIN_MESSAGES;

  private static final Map<String, Long> BY_NAME =
      Map.of(
          "VIEW_CHANNEL", VIEW_CHANNEL,
          "SEND_MESSAGES", SEND_MESSAGES,
          "EMBED_LINKS", EMBED_LINKS,
          "READ_MESSAGE_HISTORY", READ_MESSAGE_HISTORY,
          "MENTION_EVERYONE", MENTION_EVERYONE,
          "PIN_MESSAGES", PIN_MESSAGES,
          "CREATE_PUBLIC_THREADS", CREATE_PUBLIC_THREADS,
          "SEND_MESSAGES_IN_THREADS", SEND_MESSAGES_IN_THREADS);

  private Permissions() {}

  /** The bits of these names; the right to write when there are none. */
  static long named(List<String> names) {
    long bits = names.isEmpty() ? SEND_MESSAGES : 0;
    for (String name : names) {
      Long bit = BY_NAME.get(name);
      if (bit == null) {
        throw new IllegalArgumentException(
            "The permissions are " + new TreeSet<>(BY_NAME.keySet()) + ".");
      }
      bits |= bit;
    }
    return bits;
  }
}
