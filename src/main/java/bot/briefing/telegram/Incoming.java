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

  /**
   * Of whom it has still to be asked whether they manage the chat; absent where that is known, or
   * does not matter.
   */
  @Nullable Long unsure();

  /** The same, by somebody of whom it is now known whether they manage the chat. */
  Incoming by(Asker other);

  /** A command or words. */
  record Said(Command command, Asker asker, Target target, @Nullable Long unsure)
      implements Incoming {
    @Override
    public Incoming by(Asker other) {
      return new Said(command, other, target, null);
    }
  }

  /**
   * A button in a private chat, or one that is about what its chat has ordered.
   *
   * @param message the one to turn; absent where it was pushed, or Telegram no longer shows it to
   *     the bot
   * @param query the press itself, which is still to be acknowledged; absent where it was
   */
  record Pressed(
      Command command,
      Asker asker,
      Target target,
      @Nullable Integer message,
      @Nullable String query,
      @Nullable Long unsure)
      implements Incoming {
    @Override
    public Incoming by(Asker other) {
      return new Pressed(command, other, target, message, query, null);
    }
  }
}
