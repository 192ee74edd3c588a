package bot.briefing.discord;

import bot.briefing.card.Button;
import bot.briefing.card.Piece;

/** What is never split: a card is a row of units, a message holds as many as fit. */
sealed interface Unit {
  /** In Discord's Markdown; at most {@link Limits#TEXT} long, never blank. */
  String markdown();

  /**
   * Text.
   *
   * @param apart whether it stands in a display of its own; else below the text before it
   */
  record Text(String markdown, boolean apart) implements Unit {}

  /** Text that is folded elsewhere: below a line across. */
  record Ruled(String markdown) implements Unit {}

  /** Text with a button beside it. */
  record Opened(String markdown, Button.Act open) implements Unit {}

  /** Text whose entry a menu at the foot of the message opens. */
  record Listed(String markdown, Piece.Entry entry) implements Unit {}

  /** Text with a small picture beside it. */
  record Pictured(String markdown, Piece.Picture picture) implements Unit {}

  /** A picture without any text to stand beside. */
  record Bare(Piece.Picture picture) implements Unit {
    @Override
    public String markdown() {
      return "";
    }
  }
}
