package bot.briefing.telegram;

import bot.briefing.chat.Asker;
import bot.briefing.command.Command;
import org.jspecify.annotations.Nullable;

/** What somebody wants of the bot. */
sealed interface Incoming {
  Asker asker();

  Command command();

  /** Where an answer goes as a new message. */
  Target target();

  /** A command or words. */
  record Said(Command command, Asker asker, Target target) implements Incoming {}

  /**
   * A button in a private chat.
   *
   * @param message the one to turn; absent where it was pushed, or Telegram no longer shows it to
   *     the bot
   */
  record Pressed(Command command, Asker asker, Target target, @Nullable Integer message)
      implements Incoming {}
}
