package bot.briefing.sandbox.wire;

/**
 * New chats, all alike.
 *
 * @param kind Telegram: private, group, supergroup, forum, channel; Discord: text (a channel of the
 *     bot's guild), guild (a guild of its own with one channel), direct, announcement, forum (a
 *     post in one)
 * @param topics how many topics each forum has
 * @param quiet whether the bot is there without having been told that it was added
 * @param owner Telegram: the id of the private chat of the person who makes them; empty for
 *     somebody else
 * @param administrator Telegram: whether the bot is one in a group
 */
public record Settling(
    String kind, int count, int topics, boolean quiet, String owner, boolean administrator) {
  private static final int MOST = 20_000;

  public Settling {
    if (count < 1 || count > MOST || topics < 0 || topics > 100) {
      throw new IllegalArgumentException(
          "There can be 1 to " + MOST + " chats at once, and up to 100 topics in each.");
    }
  }

  /** Made by somebody else. */
  public Settling(String kind, int count, int topics, boolean quiet) {
    this(kind, count, topics, quiet, "", false);
  }

  /** As the platform tells of it. */
  public static Settling of(String kind, int count) {
    return new Settling(kind, count, 0, false);
  }
}
