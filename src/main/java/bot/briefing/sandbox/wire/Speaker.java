package bot.briefing.sandbox.wire;

import java.util.Locale;

/** Who acts in a chat that has many members. */
public enum Speaker {
  /** The person of a private chat; elsewhere a plain member. */
  MEMBER,
  /** One of the chat's administrators; on Discord somebody who may manage channels. */
  ADMINISTRATOR,
  /** A Telegram administrator who writes as the group itself. */
  ANONYMOUS;

  /**
   * As JSON says it.
   *
   * @throws IllegalArgumentException with the words that would do
   */
  public static Speaker of(String word) {
    for (Speaker one : values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "The field \"as\" must be member, administrator or anonymous.");
  }
}
