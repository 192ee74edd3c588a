package bot.briefing.delivery;

import bot.briefing.content.Digest;

/** How a digest that was sent stands in the library now. */
sealed interface Sight {
  /** It is there. */
  record Shown(Digest digest, Content content) implements Sight {}

  /** Its author, or the operator, has withdrawn it. */
  record Withdrawn() implements Sight {}

  /** It is not there, nor under another name. */
  record Missing() implements Sight {}

  /** It is to appear in the future: nothing follows for what was sent. */
  record Ahead() implements Sight {}
}
