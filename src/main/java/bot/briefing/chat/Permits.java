package bot.briefing.chat;

import java.util.Set;

/**
 * What the bot may do in a chat, as far as the platform tells.
 *
 * @param missing what a subscription needs and the bot does not have; empty where all is well
 * @param forum whether the chat is a post of a forum, where the bot can begin others, or has topics
 */
public record Permits(Set<Need> missing, boolean forum) {
  public Permits {
    missing = Set.copyOf(missing);
  }

  /** Of a chat that is no forum's. */
  public Permits(Set<Need> missing) {
    this(missing, false);
  }

  /** What a subscription needs. */
  public enum Need {
    /** See the chat at all. */
    SEE,
    /** Write messages. */
    WRITE,
    /** Read the history: else a message that may have been sent cannot be looked for. */
    READ_HISTORY,
    /** Pin messages, where that was wished for; likewise the next ones. */
    PIN,
    /** Send messages on to followers: only an announcement channel has them. */
    CROSSPOST,
    /** Begin threads, posts or topics, and write in them. */
    ROOMS,
    /** A tag that the forum demands: where none of a digest's topics is one, it takes the first. */
    TAG,
    /** Call the role: it may be mentioned by all, or the bot may mention any. */
    ROLE
  }
}
