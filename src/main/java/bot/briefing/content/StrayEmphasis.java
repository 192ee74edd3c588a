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
      from = run[1];
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

  /** Not a power as in {@code 2**10}, nor a sign that stands by itself between spaces. */
  private static boolean isMeant(Text node, int start, int end) {
    CharSequence document = node.getDocument().getChars();
    int from = node.getStartOffset() + start;
    int to = node.getStartOffset() + end;
    char before = from > 0 ? document.charAt(from - 1) : '\n';
    char after = to < document.length() ? document.charAt(to) : '\n';
    boolean power = isAsciiWord(before) && isAsciiWord(after);
    boolean alone = before == ' ' && after == ' ';
    return !power && !alone;
  }

  private static boolean isAsciiWord(char unit) {
    return unit < 0x80 && Character.isLetterOrDigit(unit);
  }
}
