package bot.briefing.content.cjk;

/**
 * The amendment's classes of characters (its section 2.1), by code point. The table is its
 * ranges.md as of Unicode 17, so that nothing of this depends on the JDK's Unicode version.
 */
final class CjkText {
  /** First and last code point of each range, ascending. */
  private static final int[] RANGES = {
    0x1100, 0x11ff,
    0x20a9, 0x20a9,
    0x2329, 0x232a,
    0x2630, 0x2637,
    0x268a, 0x268f,
    0x2e80, 0x2e99,
    0x2e9b, 0x2ef3,
    0x2f00, 0x2fd5,
    0x2ff0, 0x303e,
    0x3041, 0x3096,
    0x3099, 0x30ff,
    0x3105, 0x312f,
    0x3131, 0x318e,
    0x3190, 0x31e5,
    0x31ef, 0x321e,
    0x3220, 0x3247,
    0x3250, 0xa48c,
    0xa490, 0xa4c6,
    0xa960, 0xa97c,
    0xac00, 0xd7a3,
    0xd7b0, 0xd7c6,
    0xd7cb, 0xd7fb,
    0xf900, 0xfaff,
    0xfe10, 0xfe19,
    0xfe30, 0xfe52,
    0xfe54, 0xfe66,
    0xfe68, 0xfe6b,
    0xff01, 0xffbe,
    0xffc2, 0xffc7,
    0xffca, 0xffcf,
    0xffd2, 0xffd7,
    0xffda, 0xffdc,
    0xffe0, 0xffe6,
    0xffe8, 0xffee,
    0x16fe0, 0x16fe4,
    0x16ff0, 0x16ff6,
    0x17000, 0x18cd5,
    0x18cff, 0x18d1e,
    0x18d80, 0x18df2,
    0x1aff0, 0x1aff3,
    0x1aff5, 0x1affb,
    0x1affd, 0x1affe,
    0x1b000, 0x1b122,
    0x1b132, 0x1b132,
    0x1b150, 0x1b152,
    0x1b155, 0x1b155,
    0x1b164, 0x1b167,
    0x1b170, 0x1b2fb,
    0x1d300, 0x1d356,
    0x1d360, 0x1d376,
    0x1f200, 0x1f200,
    0x1f202, 0x1f202,
    0x1f210, 0x1f219,
    0x1f21b, 0x1f22e,
    0x1f230, 0x1f231,
    0x1f237, 0x1f237,
    0x1f23b, 0x1f23b,
    0x1f240, 0x1f248,
    0x1f260, 0x1f265,
    0x20000, 0x3fffd
  };

  private CjkText() {}

  /** Whether a code point is a CJK character; no default emoji is one. */
  static boolean isCjk(int codePoint) {
    if (codePoint < RANGES[0]) {
      return false;
    }
    int low = 0;
    int high = RANGES.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < RANGES[2 * middle]) {
        high = middle - 1;
      } else if (codePoint > RANGES[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Selects the shape of the ideograph before it. */
  static boolean isIdeographicSelector(int codePoint) {
    return codePoint >= 0xe0100 && codePoint <= 0xe01ef;
  }

  /** Selects the shape of the character before it; the emoji selector U+FE0F is none of these. */
  static boolean isSelector(int codePoint) {
    return codePoint >= 0xfe00 && codePoint <= 0xfe0e;
  }

  /** A quotation mark that a selector made full-width: {@code “} and U+FE01. */
  static boolean isFullWidthQuote(int base, int selector) {
    return selector == 0xfe01
        && (base == 0x2018 || base == 0x2019 || base == 0x201c || base == 0x201d);
  }

  /** Unicode whitespace as CommonMark 0.31.2 defines it. */
  static boolean isSpace(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', '\f', '\r' -> true;
      default -> Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    };
  }

  /** Unicode punctuation as CommonMark 0.31.2 defines it: the general categories P and S. */
  static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
