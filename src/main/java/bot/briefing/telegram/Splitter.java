package bot.briefing.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * Spreads passages over as few messages as read well: a new message begins between pieces, else
 * between paragraphs, else (through {@link bot.briefing.card.Cut}) between sentences, words and
 * grapheme clusters. A message that is not half full is filled further, so that a headline never
 * stands alone.
 */
final class Splitter {
  private final List<Draft> drafts = new ArrayList<>();
  private Draft draft = new Draft();

  private Splitter() {}

  /** Messages, none of them blank, which together hold every word; none where there is no word. */
  static List<Draft> split(List<List<Passage>> pieces) {
    Splitter splitter = new Splitter();
    pieces.forEach(splitter::piece);
    splitter.close();
    return splitter.drafts;
  }

  private void piece(List<Passage> piece) {
    if (!draft.fits(piece) && draft.size().half()) {
      close();
    }
    if (draft.fits(piece)) {
      piece.forEach(draft::add);
    } else {
      piece.forEach(this::passage);
    }
  }

  private void passage(Passage whole) {
    Passage passage = whole;
    while (!draft.fits(List.of(passage))) {
      if (draft.size().half()) {
        close();
        continue;
      }
      List<Passage> cut = passage.cut(Math.min(draft.room(passage), passage.plain().length()));
      if (!draft.isEmpty() && !draft.fits(List.of(cut.getFirst()))) {
        close();
        continue;
      }
      draft.add(cut.getFirst());
      close();
      passage = cut.getLast();
    }
    draft.add(passage);
  }

  private void close() {
    if (!draft.plain().isBlank()) {
      drafts.add(draft);
    }
    draft = new Draft();
  }
}
