package bot.briefing.chat;

import java.util.Set;

/**
 * What the bot may do in a chat, as far as the platform tells.
 *
 * @param missing what a subscription needs and the bot does not have; empty where all is well
 */
public record Permits(Set<Need> missing) {
  public Permits {
    missing = Set.copyOf(missing);
  }

  /** What a subscription needs. */
  public enum Need {
    /** See the chat at all. */
    SEE,
    /** Write messages. */
    WRITE,
    /** Read the history: else a message that may have been sent cannot be looked for. */
    READ_HISTORY
  }
}
