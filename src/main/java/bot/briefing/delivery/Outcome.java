package bot.briefing.delivery;

import bot.briefing.chat.Receipt;

/** What came of an attempt. */
sealed interface Outcome {
  /** The platform's word. */
  record Said(Receipt receipt) implements Outcome {}

  /** Perhaps it was sent before, nobody can tell, and it is not to come twice. */
  record Skip(String reason) implements Outcome {}
}
