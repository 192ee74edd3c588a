package bot.briefing.content.cjk;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.data.MutableDataHolder;

/**
 * The extension: {@code *}, {@code _} and, with the library's strikethrough extension, {@code ~~}
 * follow the markdown-cjk-friendly amendment. Text without Chinese, Japanese or Korean reads as
 * CommonMark 0.31.2 has it.
 */
public final class CjkEmphasis implements Parser.ParserExtension {
  private CjkEmphasis() {}

  public static CjkEmphasis create() {
    return new CjkEmphasis();
  }

  /**
   * Whether a marker of emphasis is one without the amendment too, so that other readers of
   * Markdown show it.
   *
   * @param at any place in the marker's run
   * @param opens whether it opens; else it closes
   */
  public static boolean isPlain(CharSequence text, int at, boolean opens) {
    char mark = text.charAt(at);
    int start = at;
    while (start > 0 && text.charAt(start - 1) == mark) {
      start--;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    Flanks flanks = Flanks.of(text, start, end);
    return opens
        ? !flanks.punctuationAfter() || flanks.spaceBefore() || flanks.punctuationBefore()
        : !flanks.punctuationBefore() || flanks.spaceAfter() || flanks.punctuationAfter();
  }

  @Override
  public void parserOptions(MutableDataHolder options) {
    options.set(Parser.ASTERISK_DELIMITER_PROCESSOR, false);
    options.set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false);
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder
        .customDelimiterProcessor(new EmphasisRule('*', true))
        .customDelimiterProcessor(new EmphasisRule('_', false))
        .customInlineParserFactory(CjkInlineParser::new)
        // The library leaves out its own where the inline parser is another's.
        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory());
  }
}
