package bot.briefing.content.cjk;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Opens and closes emphasis by the amendment's flanks. A delimiter processor alone cannot: it sees
 * one UTF-16 unit on each side.
 */
final class CjkInlineParser extends CommonmarkInlineParser {
  CjkInlineParser(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> extensions) {
    super(
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        extensions);
  }

  @Override
  protected boolean parseDelimiters(DelimiterProcessor rule, char delimiter) {
    int start = index;
    int end = start;
    while (end < input.length() && input.charAt(end) == delimiter) {
      end++;
    }
    if (end - start < rule.getMinLength()) {
      return false;
    }
    Flanks flanks = Flanks.of(input, start, end);
    index = end;
    Text node = appendSeparateText(input.subSequence(start, end));
    Delimiter previous = lastDelimiter;
    lastDelimiter =
        new Run(
            input,
            node,
            delimiter,
            opens(rule, flanks),
            closes(rule, flanks),
            previous,
            start,
            end - start);
    if (previous != null) {
      previous.setNext(lastDelimiter);
    }
    return true;
  }

  static boolean opens(DelimiterProcessor rule, Flanks flanks) {
    return rule.canBeOpener(
        Character.toString(flanks.before()),
        Character.toString(flanks.after()),
        flanks.left(),
        flanks.right(),
        flanks.punctuationBefore(),
        flanks.punctuationAfter(),
        flanks.spaceBefore(),
        flanks.spaceAfter());
  }

  static boolean closes(DelimiterProcessor rule, Flanks flanks) {
    return rule.canBeCloser(
        Character.toString(flanks.before()),
        Character.toString(flanks.after()),
        flanks.left(),
        flanks.right(),
        flanks.punctuationBefore(),
        flanks.punctuationAfter(),
        flanks.spaceBefore(),
        flanks.spaceAfter());
  }
}
