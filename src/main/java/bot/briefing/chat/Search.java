package bot.briefing.chat;

/** What looking for a message in a chat's history has brought. */
public sealed interface Search {
  /** It is there. */
  record Found(MessageId message) implements Search {}

  /** The history was read from the first attempt on, and it is not there. */
  record NotThere() implements Search {}

  /** The platform has no history for bots, or it could not be read. */
  record CannotTell(String reason) implements Search {}
}
