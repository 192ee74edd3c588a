package bot.briefing.chat;

import java.time.Instant;

/** What looking for a message in a chat's history has brought. */
public sealed interface Search {
  /** It is there. */
  record Found(MessageId message) implements Search {}

  /** The history was read from the first attempt on, and it is not there. */
  record NotThere() implements Search {}

  /** The platform has no history for bots, or does not let this bot read it: it never will tell. */
  record CannotTell(String reason) implements Search {}

  /**
   * The platform did not answer, or told the bot to wait: whoever asks again learns more.
   *
   * @param until before this instant it is not worth it
   */
  record NotNow(Instant until, String reason) implements Search {}
}
