package bot.briefing.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as the letters that a person types one after another: Hangul as its single jamo, without
 * case, width, spaces, accents or punctuation. So {@code "규ㅈ"} and {@code "귲"}, on the way to
 * {@code "규제"}, both begin it.
 */
public final class Letters {
  private static final int MOST = 200;
  private static final char FIRST_FINAL = 'ᆨ';

  /** The finals from U+11A8 on, as the initial consonants that they are typed with. */
  private static final String[] FINALS =
      ("ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ").split(" ", -1);

  private Letters() {}

  /**
   * The letters of the first 200 UTF-16 units of a text; of anything longer nobody means a name.
   */
  public static String of(String text) {
    String head = text.length() > MOST ? text.substring(0, MOST) : text;
    String parted = Normalizer.normalize(head, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    parted.codePoints().filter(Character::isLetterOrDigit).forEach(one -> append(letters, one));
    return letters.toString();
  }

  private static void append(StringBuilder letters, int one) {
    int last = one - FIRST_FINAL;
    if (last >= 0 && last < FINALS.length) {
      letters.append(FINALS[last]);
      return;
    }
    switch (one) {
      case 'ᅪ' -> letters.append("ᅩᅡ");
      case 'ᅫ' -> letters.append("ᅩᅢ");
      case 'ᅬ' -> letters.append("ᅩᅵ");
      case 'ᅯ' -> letters.append("ᅮᅥ");
      case 'ᅰ' -> letters.append("ᅮᅦ");
      case 'ᅱ' -> letters.append("ᅮᅵ");
      case 'ᅴ' -> letters.append("ᅳᅵ");
      default -> letters.appendCodePoint(one);
    }
  }

  /**
   * How many letters must be changed, put in or left out, or swapped with their neighbour, to make
   * one of the other (optimal string alignment).
   *
   * @param from what {@link #of} gave
   * @param to what {@link #of} gave
   */
  public static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    int[] above = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
        row[column] =
            Math.min(above[column - 1] + change, 1 + Math.min(above[column], row[column - 1]));
        if (line > 1
            && column > 1
            && from.charAt(line - 1) == to.charAt(column - 2)
            && from.charAt(line - 2) == to.charAt(column - 1)) {
          row[column] = Math.min(row[column], before[column - 2] + 1);
        }
      }
    }
    return row[to.length()];
  }
}
