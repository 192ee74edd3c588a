package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.util.Arrays;

/** The letters and digits of a text, and what stands before each. */
final class Script {
  private static final byte GLUED = 0;
  private static final byte OTHER_SCRIPT = 1;
  private static final byte SPACE = 2;
  private static final byte BREAK = 3;

  private final char[] letters;
  private final byte[] before;

  private Script(char[] letters, byte[] before) {
    this.letters = letters;
    this.before = before;
  }

  static Script of(String text) {
    String plain = Fold.plain(text);
    char[] letters = new char[plain.length()];
    byte[] before = new byte[plain.length()];
    int length = 0;
    byte gap = BREAK;
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      if (Character.isLetterOrDigit(plain.codePointAt(i))
          || (Character.isLowSurrogate(letter) && gap == GLUED)) {
        if (gap == GLUED && Fold.isHangul(letter) != Fold.isHangul(letters[length - 1])) {
          gap = OTHER_SCRIPT;
        }
        letters[length] = letter;
        before[length++] = gap;
        gap = GLUED;
      } else {
        gap = (byte) Math.max(gap, breaks(plain, i) ? BREAK : SPACE);
      }
    }
    return new Script(Arrays.copyOf(letters, length), Arrays.copyOf(before, length));
  }

  /** Whether what stands here ends a phrase, so that no key word reaches over it. */
  private static boolean breaks(String text, int at) {
    return switch (text.charAt(at)) {
      case '\n', '(', ')', '。', '、' -> true;
      case '.', ',', ';', ':', '!', '?' ->
          at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
      default -> false;
    };
  }

  int length() {
    return letters.length;
  }

  char at(int index) {
    return letters[index];
  }

  boolean isHangul(int index) {
    return Fold.isHangul(letters[index]);
  }

  boolean isGlued(int index) {
    return before[index] == GLUED;
  }

  boolean isSpaced(int index) {
    return before[index] >= SPACE;
  }

  boolean isBroken(int index) {
    return before[index] == BREAK;
  }

  /** Syllables of the unbroken run of Hangul that goes on from here. */
  int hangulFrom(int index) {
    int end = index;
    while (end < length() && isHangul(end) && (end == index || isGlued(end))) {
      end++;
    }
    return end - index;
  }

  /** Where the unbroken run of Hangul before {@code end} begins; {@code end} where none does. */
  int hangulStart(int end) {
    int start = end;
    while (start > 0 && isHangul(start - 1) && (start == end || isGlued(start))) {
      start--;
    }
    return start;
  }

  String gluedFrom(int index) {
    int end = index;
    while (end < length() && isGlued(end)) {
      end++;
    }
    return new String(letters, index, end - index);
  }
}
