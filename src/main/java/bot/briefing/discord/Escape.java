package bot.briefing.discord;

import java.util.regex.Pattern;

/**
 * The one place where text from content becomes text that Discord shows to the letter. Discord's
 * clients read a backslash before any punctuation as that sign alone (Developer documentation,
 * Reference, Message Formatting).
 */
final class Escape {
  private static final Pattern SHORTCODE = Pattern.compile(":[A-Za-z0-9_+-]+:.*", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("\\d+\\.(\\s.*)?", Pattern.DOTALL);
  private static final String ALWAYS = "\\*_~`|[]<";
  private static final String AT_LINE_BEGIN = "#-+>";
  private static final String SOMETIMES = "(:@.";

  private Escape() {}

  /**
   * Appends a text without line breaks.
   *
   * @param lineBegins whether nothing but space stands before it on its line
   */
  static void append(StringBuilder out, String text, boolean lineBegins) {
    boolean begins = lineBegins;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (begins && Character.isDigit(sign) && ITEM.matcher(text.substring(at)).matches()) {
        int dot = text.indexOf('.', at);
        out.append(text, at, dot).append("\\.");
        at = dot;
      } else {
        if (meansSomething(out, text, at, begins)) {
          out.append('\\');
        }
        out.append(sign);
      }
      begins &= Character.isWhitespace(sign);
    }
  }

  /** What a text measures at most once it is escaped, in UTF-16 units; additive over pieces. */
  static int measure(String text) {
    int size = text.length();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if ((ALWAYS + AT_LINE_BEGIN + SOMETIMES).indexOf(sign) >= 0) {
        size++;
      }
    }
    return size;
  }

  /**
   * A text without what JSON or a line cannot hold: control characters but the line break, and
   * halves of surrogate pairs.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(sign -> sign == '\t' || sign == '\u2028' || sign == '\u2029' ? ' ' : sign)
        .filter(sign -> sign == '\n' || !Character.isISOControl(sign))
        .map(
            sign ->
                sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE ? 0xFFFD : sign)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean meansSomething(
      StringBuilder out, String text, int at, boolean lineBegins) {
    char sign = text.charAt(at);
    return ALWAYS.indexOf(sign) >= 0
        || (lineBegins && AT_LINE_BEGIN.indexOf(sign) >= 0)
        || switch (sign) {
          case '(' -> !out.isEmpty() && out.charAt(out.length() - 1) == ']';
          case ':' -> text.startsWith("//", at + 1) || isShortcode(text, at);
          case '@' -> text.startsWith("everyone", at + 1) || text.startsWith("here", at + 1);
          default -> false;
        };
  }

  private static boolean isShortcode(String text, int at) {
    return SHORTCODE.matcher(text.substring(at, Math.min(text.length(), at + 70))).matches();
  }
}
