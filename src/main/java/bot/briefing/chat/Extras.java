package bot.briefing.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a chat wants beside the messages of a digest, where its platform has it.
 *
 * @param pin the first message is pinned, and the one before no more
 * @param crosspost messages go on to whoever follows the channel
 * @param rooms whether a digest gets a place of its own
 * @param role the platform's own id of the role that is called; absent: none
 */
public record Extras(boolean pin, boolean crosspost, Rooms rooms, @Nullable String role) {
  /** Messages alone. */
  public static final Extras NONE = new Extras(false, false, Rooms.NONE, null);

  public boolean isNone() {
    return equals(NONE);
  }

  /** The same, with another place for each digest. */
  public Extras in(Rooms other) {
    return new Extras(pin, crosspost, other, role);
  }

  /** A place of its own for each digest. */
  public enum Rooms {
    /** All goes to the chat. */
    NONE,
    /** A thread begins at the first message, and holds the others. */
    THREAD,
    /** A post in the forum that the chat is a post of; a topic in the group that has topics. */
    POST
  }
}
