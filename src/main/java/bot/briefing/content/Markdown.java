package bot.briefing.content;

import bot.briefing.content.cjk.CjkEmphasis;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.regex.Pattern;

/** The dialect of digests: CommonMark with tables, strikethrough and emphasis beside CJK text. */
final class Markdown {
  /** A space of no width: a sign that is no marker, no blank and no letter. */
  private static final String NOTHING = "\u200b";

  private static final Pattern MARKERS = Pattern.compile("(?m)^([ \\t*_>+-]{400})[ \\t*_>+-]+");
  private static final Parser DOCUMENT = parser(true);
  private static final Parser FRAGMENT = parser(false);

  private Markdown() {}

  static Document parse(String text) {
    return plain(SiteMarks.masked(text, Markdown::plain));
  }

  private static Document plain(String text) {
    return DOCUMENT.parse(tame(References.freed(text)));
  }

  /**
   * Takes away what exceeds a sane number of list markers or rule signs at the start of a line, at
   * the same length, for the library matches them by a pattern that recurses and backtracks.
   */
  private static String tame(String text) {
    return MARKERS
        .matcher(text)
        .replaceAll(
            run -> {
              boolean rule = run.end() == text.length() || text.charAt(run.end()) == '\n';
              int excess = run.group().length() - run.group(1).length();
              return run.group(1) + (rule ? " " : NOTHING).repeat(excess);
            });
  }

  /** Parses what stood inside an HTML block: tags are inline, whatever their kind. */
  static Document parseFragment(String text) {
    return FRAGMENT.parse(text);
  }

  private static Parser parser(boolean htmlBlocks) {
    MutableDataSet options = new MutableDataSet();
    options.set(
        Parser.EXTENSIONS,
        List.of(TablesExtension.create(), StrikethroughExtension.create(), CjkEmphasis.create()));
    options.set(Parser.HTML_BLOCK_PARSER, htmlBlocks);
    options.set(TablesExtension.COLUMN_SPANS, false);
    options.set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
    // GitHub discards the cells of a row that is longer than its head: sentences would be lost.
    options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, false);
    return Parser.builder(options).build();
  }
}
