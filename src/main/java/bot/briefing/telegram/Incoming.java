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

  /** Who it is; absent where Telegram does not tell. */
  @Nullable Long person();

  /** The same, by somebody of whom it is now known whether they manage the chat. */
  Incoming by(Asker other);

  /** The same person wants something else. */
  Incoming wanting(Command other);

  /**
   * A command or words.
   *
   * @param chosen the title of the chat that was chosen by the keyboard, which is to go; empty
   *     where the keyboard was left, absent where there was none
   */
  record Said(
      Command command,
      Asker asker,
      Target target,
      @Nullable Long unsure,
      @Nullable Long person,
      @Nullable String chosen)
      implements Incoming {
    @Override
    public Incoming by(Asker other) {
      return new Said(command, other, target, null, person, chosen);
    }

    @Override
    public Incoming wanting(Command other) {
      return new Said(other, asker, target, unsure, person, chosen);
    }
  }

  /**
   * A button in a private chat, or one that is about what a chat has ordered.
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
      @Nullable Long unsure,
      @Nullable Long person)
      implements Incoming {
    @Override
    public Incoming by(Asker other) {
      return new Pressed(command, other, target, message, query, null, person);
    }

    @Override
    public Incoming wanting(Command other) {
      return new Pressed(other, asker, target, message, query, unsure, person);
    }
  }
}
