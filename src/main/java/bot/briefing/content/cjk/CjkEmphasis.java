package bot.briefing.content.cjk;

import com.vladsch.flexmark.parser.Parser;
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
        .customInlineParserFactory(CjkInlineParser::new);
  }
}
