package bot.briefing.sandbox.discord;

/** The permission bits that this platform looks at (Topics, "Permissions"). */
final class Permissions {
  static final long VIEW_CHANNEL = 1L << 10;
  static final long SEND_MESSAGES = 1L << 11;
  static final long MANAGE_MESSAGES = 1L << 13;
  static final long EMBED_LINKS = 1L << 14;
  static final long ATTACH_FILES = 1L << 15;
  static final long READ_MESSAGE_HISTORY = 1L << 16;
  static final long MENTION_EVERYONE = 1L << 17;
  static final long USE_EXTERNAL_EMOJIS = 1L << 18;
  static final long USE_APPLICATION_COMMANDS = 1L << 31;

  /** What a member may do by default. */
  static final long MEMBER =
      VIEW_CHANNEL
          | SEND_MESSAGES
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_MESSAGE_HISTORY
          | USE_EXTERNAL_EMOJIS
          | USE_APPLICATION_COMMANDS;

  /** What the bot's own role gives: it may ping everyone, so that a slip shows. */
  static final long BOT = MEMBER | MENTION_EVERYONE;

  private Permissions() {}
}
