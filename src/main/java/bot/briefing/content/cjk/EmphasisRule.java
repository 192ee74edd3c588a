package bot.briefing.content.cjk;

import com.vladsch.flexmark.parser.core.delimiter.EmphasisDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/**
 * Pairs runs of {@code *} or {@code _} as CommonMark 0.31.2 does (rules 1 to 10). The library's own
 * rule of three lacks its exception, by which {@code a***b***c} is strong.
 */
final class EmphasisRule extends EmphasisDelimiterProcessor {
  private final boolean insideWords;

  EmphasisRule(char delimiter, boolean insideWords) {
    super(delimiter, true);
    this.insideWords = insideWords;
  }

  @Override
  public boolean canBeOpener(
      String before,
      String after,
      boolean leftFlanking,
      boolean rightFlanking,
      boolean beforeIsPunctuation,
      boolean afterIsPunctuation,
      boolean beforeIsWhitespace,
      boolean afterIsWhiteSpace) {
    return leftFlanking && (insideWords || !rightFlanking || beforeIsPunctuation);
  }

  @Override
  public boolean canBeCloser(
      String before,
      String after,
      boolean leftFlanking,
      boolean rightFlanking,
      boolean beforeIsPunctuation,
      boolean afterIsPunctuation,
      boolean beforeIsWhitespace,
      boolean afterIsWhiteSpace) {
    return rightFlanking && (insideWords || !leftFlanking || afterIsPunctuation);
  }

  @Override
  public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
    if (opener.canClose() || closer.canOpen()) {
      int opened = ((Run) opener).whole();
      int closed = ((Run) closer).whole();
      if ((opened + closed) % 3 == 0 && opened % 3 != 0) {
        return 0;
      }
    }
    return opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
  }
}
