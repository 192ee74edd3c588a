package bot.briefing.command;

import bot.briefing.card.Action;

/** What a person asked, parsed once, free of platform. Made by {@link Commands}. */
public sealed interface Command {
  /** Whether only who manages the chat may ask it. */
  default boolean manages() {
    return switch (this) {
      case Ask(var verb, _) -> verb.manages();
      case Press(var action) -> action.isOfChat();
      case About _ -> true;
      case Worn _, Start _, Words _, Unknown _ -> false;
    };
  }

  /**
   * A command with what was typed after it: a name of a topic or a source, a day; empty where there
   * was nothing.
   */
  record Ask(Verb verb, String argument) implements Command {}

  /** A button was pressed, or a deep link followed. */
  record Press(Action action) implements Command {}

  /** A button of a kind that this version does not know, or no longer. */
  record Worn() implements Command {}

  /** Telegram's {@code /start} without a deep link. */
  record Start() implements Command {}

  /** Plain words in a private chat. */
  record Words(String words) implements Command {}

  /** A command that does not exist. */
  record Unknown(String typed) implements Command {}

  /**
   * Something about another chat than the one where it is asked.
   *
   * @param of made by {@link Aim}, or of a platform's own option
   */
  record About(Command of, Other other) implements Command {}
}
