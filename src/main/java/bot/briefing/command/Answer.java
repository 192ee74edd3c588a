package bot.briefing.command;

import bot.briefing.card.Card;

/**
 * What to say, free of platform. An answer is one message; what is too long for it is turned to by
 * a button.
 *
 * @param part which part of the card is asked for, from 0; a renderer takes the last one where
 *     there are fewer
 */
public record Answer(Outcome outcome, Card card, int part) {
  /** How it went: the command line's exit code. */
  public enum Outcome {
    /** Answered. */
    FOUND,
    /** Understood, but nothing was found. */
    NOTHING,
    /** Not understood. */
    NOT_UNDERSTOOD,
    /** The content cannot be read. */
    UNREADABLE
  }
}
