package bot.briefing.telegram;

import bot.briefing.card.Button;
import java.util.ArrayList;
import java.util.List;

/**
 * Which buttons share a row. Telegram's apps make all buttons of a row equally wide, keep a label
 * on one line and cut what is too long for it: eight names in a row are eight ellipses. So as many
 * share one as can be read on a narrow phone.
 */
final class KeyRows {
  private static final int MOST = 8;

  // In tenths of a density-independent pixel, as the app for Android draws them (15 dp text).
  private static final int ROW = 2880;
  private static final int GAP = 50;
  private static final int PADDING = 150;

  private KeyRows() {}

  /** The buttons in their order, in as few rows as can be read, of about the same length. */
  static List<List<Button>> of(List<Button> buttons) {
    List<List<Button>> rows = filled(buttons, MOST);
    for (int most = 1; most < MOST; most++) {
      List<List<Button>> even = filled(buttons, most);
      if (even.size() == rows.size()) {
        return even;
      }
    }
    return rows;
  }

  private static List<List<Button>> filled(List<Button> buttons, int most) {
    List<List<Button>> rows = new ArrayList<>();
    int widest = 0;
    for (Button button : buttons) {
      int width = width(button.label());
      int length = rows.isEmpty() ? 0 : rows.getLast().size();
      if (length == 0 || length == most || Math.max(widest, width) > room(length + 1)) {
        rows.add(new ArrayList<>());
        widest = 0;
      }
      widest = Math.max(widest, width);
      rows.getLast().add(button);
    }
    return rows;
  }

  /** What a label may take where so many share a row. */
  private static int room(int buttons) {
    return (ROW - GAP * (buttons - 1)) / buttons - PADDING;
  }

  private static int width(String label) {
    return label.codePoints().map(KeyRows::width).sum();
  }

  private static int width(int letter) {
    if (letter == ' ') {
      return 37;
    }
    if (letter < 0x80) {
      return "fijlrtI.,:;'!|()[]/-".indexOf(letter) >= 0
          ? 50
          : "mwMW@%".indexOf(letter) >= 0 ? 125 : Character.isUpperCase(letter) ? 100 : 83;
    }
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          letter < 0x3000 ? 55 : 150;
      default -> letter < 0x1100 ? 90 : 140;
    };
  }
}
