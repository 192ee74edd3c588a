package bot.briefing.card;

import bot.briefing.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A platform-neutral picture of an article, a list or a word of the bot. A renderer measures it as
 * its platform measures and splits it where it is too long.
 *
 * @param language of the renderer's own words (previous, next, open)
 * @param self what shows this card again; a renderer turns its parts with {@link Action.Turn} of
 *     it. Absent where a card is always short
 * @param rows the buttons below; a renderer breaks a row that is too long for its platform
 * @param preview whether the platform may show a preview of the first link: on in single cards, off
 *     in lists
 */
public record Card(
    Language language,
    @Nullable Action self,
    List<Piece> pieces,
    @Nullable Pager pager,
    List<List<Button>> rows,
    boolean preview) {
  public Card {
    pieces = List.copyOf(pieces);
    rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("an empty card");
    }
  }

  /**
   * The pieces of several cards in one; all else is the first one's.
   *
   * @param cards at least one
   */
  public static Card joined(List<Card> cards) {
    Card first = cards.getFirst();
    List<Piece> all = cards.stream().flatMap(card -> card.pieces().stream()).toList();
    return new Card(
        first.language(), first.self(), all, first.pager(), first.rows(), first.preview());
  }

  /** The same where all its parts come: none needs a button that turns to the next. */
  public Card withoutTurns() {
    return new Card(language, null, pieces, pager, rows, preview);
  }

  /** The same with its first folds alone. */
  public Card withFolds(int most) {
    List<Piece> left = new ArrayList<>();
    int folds = 0;
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Fold) || folds++ < most) {
        left.add(piece);
      }
    }
    return left.size() == pieces.size()
        ? this
        : new Card(language, self, left, pager, rows, preview);
  }

  /** Whether its pages are of entries; else they are of its buttons, and stand below those. */
  public boolean hasEntries() {
    return pieces.stream().anyMatch(Piece.Entry.class::isInstance);
  }

  /** How many folds it has. */
  public int folds() {
    return (int) pieces.stream().filter(Piece.Fold.class::isInstance).count();
  }

  /** A word of the bot: no pages, no preview. */
  public static Card of(Language language, List<Piece> pieces, List<List<Button>> rows) {
    return new Card(language, null, pieces, null, rows, false);
  }
}
