package bot.briefing.content;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a blog's generator takes out of a post before anybody reads it: Liquid's tags, Kramdown's
 * attribute lists and its table of contents. Masked at the same length, so that places stay true.
 */
final class SiteMarks {
  /** White space that no author types: what is masked inside a line. */
  private static final char MASK = '\u205f';

  /** What stands alone on a line is looked for so far. */
  private static final int LINE = 200;

  private static final Pattern HINT = Pattern.compile("\\{[%:#{]");
  private static final Pattern HIGHLIGHT =
      Pattern.compile(
          "(?m)^\\{%-?[ \\t]*(?:highlight[ \\t]+(\\w{1,30})[^%\\n"
              + "]*|endhighlight[ \\t]*-?)%}[ \\t]*$");
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?<open>\\{%-?\\s{0,9}comment\\s{0,9}-?%}|\\{::comment})"
              + "|\\{%-?\\s{0,9}endcomment\\s{0,9}-?%}|\\{:/(?:comment)?}");
  private static final Pattern RAW =
      Pattern.compile("(?<open>\\{%-?\\s{0,9}raw\\s{0,9}-?%})|\\{%-?\\s{0,9}endraw\\s{0,9}-?%}");
  private static final Pattern CONTENTS =
      Pattern.compile("(?m)^(?:[*+-]|1\\.)[ \\t]+[^\\n]*\\n[ \\t]*\\{:[ \\t]*toc\\b[^}\\n]*}");
  private static final Pattern MARK =
      Pattern.compile(
          "\\{%-?[ \\t]*[A-Za-z][^%\\n]*%}"
              + "|\\{\\{-?[ \\t]*(?:(?:site|page|layout|include|post)\\.|[\"'])[^}\\n]*}}"
              + "|\\{:[^{}\\n]{1,200}}"
              + "|(?m:(?<=^#{1,6} [^\\n]{0,300})\\{#[^\\s{}]{1,100}}(?=[ \\t]*$))");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("[\\w\\s.#:/=-]*[A-Za-z/][\\w\\s.#:/=-]*");

  private SiteMarks() {}

  /** A text as its readers see it, what they do not see masked. */
  static String masked(String text, Function<String, Document> parse) {
    if (!HINT.matcher(text).find()) {
      return text;
    }
    String fenced = HIGHLIGHT.matcher(text).replaceAll(SiteMarks::fence);
    BitSet kept = new BitSet();
    Walk.over(
        parse.apply(fenced),
        node -> {
          if (isCode(node)) {
            kept.set(node.getStartOffset(), node.getEndOffset());
          }
          return true;
        },
        _ -> {});
    StringBuilder masked = new StringBuilder(fenced);
    between(RAW, fenced, kept, false).forEach(raw -> kept.set(raw.start, raw.end));
    between(COMMENT, fenced, kept, true).forEach(unseen -> mask(masked, unseen, kept));
    CONTENTS.matcher(fenced).results().forEach(toc -> mask(masked, Range.of(toc), kept));
    MARK.matcher(fenced)
        .results()
        .filter(mark -> !mark.group().startsWith("{:") || isAttributes(mark.group()))
        .forEach(mark -> mask(masked, Range.of(mark), kept));
    return masked.toString();
  }

  /** A text of a masked document without the masks. */
  static String unmasked(String text) {
    return text.indexOf(MASK) < 0 ? text : text.replace(String.valueOf(MASK), "");
  }

  /** Whether this stands for something that is masked. */
  static boolean isMasked(char unit) {
    return unit == MASK;
  }

  /** Whether something in a text of a masked document is masked. */
  static boolean isMasked(String text) {
    return text.indexOf(MASK) >= 0;
  }

  private static boolean isCode(Node node) {
    return node instanceof Code
        || node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock;
  }

  private static String fence(MatchResult highlight) {
    String language = highlight.group(1) == null ? "" : highlight.group(1);
    String fence = "```" + language;
    return fence + " ".repeat(highlight.group().length() - fence.length());
  }

  private static boolean isAttributes(String mark) {
    String inner = mark.substring(2, mark.length() - 1);
    return ATTRIBUTES.matcher(QUOTED.matcher(inner).replaceAll("")).matches();
  }

  /** What stands between a tag that opens something and the one that ends it. */
  private static List<Range> between(Pattern tags, String text, BitSet kept, boolean whole) {
    List<Range> pairs = new ArrayList<>();
    int open = -1;
    Matcher tag = tags.matcher(text);
    while (tag.find()) {
      if (kept.get(tag.start())) {
        continue;
      }
      if (tag.start("open") < 0 && open >= 0) {
        pairs.add(new Range(open, whole ? tag.end() : tag.start()));
        open = -1;
      } else if (tag.start("open") >= 0 && open < 0) {
        open = whole ? tag.start() : tag.end();
      }
    }
    return pairs;
  }

  private static void mask(StringBuilder text, Range mark, BitSet kept) {
    if (kept.get(mark.start)) {
      return;
    }
    int before = mark.start;
    while (before > 0 && mark.start - before < LINE && isBlank(text.charAt(before - 1))) {
      before--;
    }
    int after = mark.end;
    while (after < text.length() && after - mark.end < LINE && isBlank(text.charAt(after))) {
      after++;
    }
    boolean alone =
        (before == 0 || text.charAt(before - 1) == '\n')
            && (after == text.length() || text.charAt(after) == '\n');
    for (int at = mark.start; at < mark.end; at++) {
      if (text.charAt(at) != '\n') {
        text.setCharAt(at, alone ? ' ' : MASK);
      }
    }
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t' || unit == MASK;
  }

  private record Range(int start, int end) {
    static Range of(MatchResult found) {
      return new Range(found.start(), found.end());
    }
  }
}
