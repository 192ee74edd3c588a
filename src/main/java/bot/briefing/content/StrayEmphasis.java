package bot.briefing.content;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of two or three {@code *} that were meant as emphasis and are none, for one was forgotten or
 * a space stands on its inner side. A reader is not shown them; {@link Lint} says where they are.
 */
final class StrayEmphasis {
  private StrayEmphasis() {}

  /** A text node's words without stray runs. */
  static String without(Text node) {
    String raw = node.getChars().toString();
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int[] run : runs(node)) {
      kept.append(raw, from, run[0]);
      boolean spaced = kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ';
      from = spaced && run[1] < raw.length() && raw.charAt(run[1]) == ' ' ? run[1] + 1 : run[1];
    }
    return Escaping.unescapeString(kept.append(raw, from, raw.length()));
  }

  /** Start and end of each stray run in a text node's characters. */
  static List<int[]> runs(Text node) {
    CharSequence raw = node.getChars();
    List<int[]> runs = new ArrayList<>();
    for (int start = 0; start < raw.length(); start++) {
      if (raw.charAt(start) == '\\') {
        start++;
      } else if (raw.charAt(start) == '*') {
        int end = start;
        while (end < raw.length() && raw.charAt(end) == '*') {
          end++;
        }
        if (end - start >= 2 && end - start <= 3 && isMeant(node, start, end)) {
          runs.add(new int[] {start, end});
        }
        start = end - 1;
      }
    }
    return runs;
  }

  /** Not a power as in {@code 2**10}, nor a sign between a power's operands. */
  private static boolean isMeant(Text node, int start, int end) {
    CharSequence document = node.getDocument().getChars();
    int from = node.getStartOffset() + start;
    int to = node.getStartOffset() + end;
    char before = from > 0 ? document.charAt(from - 1) : '\n';
    char after = to < document.length() ? document.charAt(to) : '\n';
    boolean power = isAsciiWord(before) && isAsciiWord(after);
    return !power && !(before == ' ' && after == ' ' && isOperator(document, from, to));
  }

  /**
   * A power with space around its sign, as in {@code 2 ** 10}: a number or one letter beside it.
   */
  private static boolean isOperator(CharSequence document, int from, int to) {
    int left = from - 1;
    while (left > 0 && isAsciiWord(document.charAt(left - 1))) {
      left--;
    }
    int right = to + 1;
    while (right < document.length() && isAsciiWord(document.charAt(right))) {
      right++;
    }
    return isOperand(document.subSequence(left, from - 1))
        && isOperand(document.subSequence(to + 1, right));
  }

  private static boolean isOperand(CharSequence word) {
    return word.length() == 1 || (!word.isEmpty() && word.chars().allMatch(Character::isDigit));
  }

  private static boolean isAsciiWord(char unit) {
    return unit < 0x80 && Character.isLetterOrDigit(unit);
  }
}
