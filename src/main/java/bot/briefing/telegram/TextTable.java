package bot.briefing.telegram;

import java.util.ArrayList;
import java.util.List;

/** A table in letters of one width, for {@code pre}. */
final class TextTable {
  /** More than this does not stand beside each other on a phone: columns are then not aligned. */
  private static final int WIDEST = 40;

  private TextTable() {}

  /** Rows as lines; the cells of a row between bars, aligned where that fits a phone. */
  static String of(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = width(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    boolean aligned = widths.stream().mapToInt(width -> width + 3).sum() <= WIDEST;
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        boolean last = i == row.size() - 1;
        int missing = aligned && !last ? widths.get(i) - width(row.get(i)) : 0;
        cells.add(row.get(i) + " ".repeat(missing));
      }
      lines.add(String.join(" │ ", cells));
    }
    return String.join("\n", lines);
  }

  /** In columns of a monospaced font, where Chinese, Japanese and Korean take two. */
  private static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
      default -> Character.getType(codePoint) == Character.NON_SPACING_MARK ? 0 : 1;
    };
  }
}
