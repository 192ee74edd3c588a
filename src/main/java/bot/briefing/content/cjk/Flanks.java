package bot.briefing.content.cjk;

/**
 * What stands on both sides of a delimiter run, and whether the run is left- or right-flanking by
 * the amendment's section 6.2.
 */
record Flanks(
    int before,
    int after,
    boolean left,
    boolean right,
    boolean spaceBefore,
    boolean spaceAfter,
    boolean punctuationBefore,
    boolean punctuationAfter) {

  private static final int EDGE = '\n';

  /** The flanks of {@code text[start, end)}. The edges of the text count as whitespace. */
  static Flanks of(CharSequence text, int start, int end) {
    int before = before(text, start);
    int after = end < text.length() ? Character.codePointAt(text, end) : EDGE;
    boolean cjkBefore = CjkText.isCjk(before) || CjkText.isIdeographicSelector(before);
    if (CjkText.isSelector(before)) {
      int base = before(text, start - 1);
      if (!CjkText.isSpace(base)) {
        cjkBefore = CjkText.isCjk(base) || CjkText.isFullWidthQuote(base, before);
        before = base;
      }
    }
    boolean cjk = cjkBefore || CjkText.isCjk(after);
    boolean spaceBefore = CjkText.isSpace(before);
    boolean spaceAfter = CjkText.isSpace(after);
    boolean punctuationBefore = CjkText.isPunctuation(before);
    boolean punctuationAfter = CjkText.isPunctuation(after);
    return new Flanks(
        before,
        after,
        !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjk),
        !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjk),
        spaceBefore,
        spaceAfter,
        punctuationBefore,
        punctuationAfter);
  }

  private static int before(CharSequence text, int index) {
    return index > 0 ? Character.codePointBefore(text, index) : EDGE;
  }
}
