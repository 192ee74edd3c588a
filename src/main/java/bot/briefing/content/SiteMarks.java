package bot.briefing.content;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.BitSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a blog's generator takes out of a post before anybody reads it: Liquid's tags, Kramdown's
 * attribute lists and its table of contents. Masked at the same length, so that places stay true.
 */
final class SiteMarks {
  /** White space that no author types: what is masked inside a line. */
  private static final char MASK = '\u205f';

  private static final Pattern HINT = Pattern.compile("\\{[%:#{]");
  private static final Pattern HIGHLIGHT =
      Pattern.compile(
          "(?m)^\\{%-?[ \\t]*(?:highlight[ \\t]+(\\w{1,30})[^%\\n"
              + "]*|endhighlight[ \\t]*-?)%}[ \\t]*$");
  private static final Pattern UNSEEN =
      Pattern.compile(
          "\\{%-?\\s*comment\\s*-?%}[\\s\\S]{0,20000}?\\{%-?\\s*endcomment\\s*-?%}"
              + "|\\{::comment}[\\s\\S]{0,20000}?\\{:/(?:comment)?}"
              + "|(?m:^(?:[*+-]|1\\.)[ \\t]+[^\\n]*\\n[ \\t]*\\{:[ \\t]*toc\\b[^}\\n]*})");
  private static final Pattern RAW =
      Pattern.compile("\\{%-?\\s*raw\\s*-?%}([\\s\\S]{0,20000}?)\\{%-?\\s*endraw\\s*-?%}");
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
    RAW.matcher(fenced).results().forEach(raw -> kept.set(raw.start(1), raw.end(1)));
    UNSEEN.matcher(fenced).results().forEach(unseen -> mask(masked, unseen, kept));
    MARK.matcher(fenced)
        .results()
        .filter(mark -> !mark.group().startsWith("{:") || isAttributes(mark.group()))
        .forEach(mark -> mask(masked, mark, kept));
    return masked.toString();
  }

  /** A text of a masked document without the masks. */
  static String unmasked(String text) {
    return text.indexOf(MASK) < 0 ? text : text.replace(String.valueOf(MASK), "");
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

  private static void mask(StringBuilder text, MatchResult mark, BitSet kept) {
    if (kept.get(mark.start())) {
      return;
    }
    int before = mark.start();
    while (before > 0 && isBlank(text.charAt(before - 1))) {
      before--;
    }
    int after = mark.end();
    while (after < text.length() && isBlank(text.charAt(after))) {
      after++;
    }
    boolean alone =
        (before == 0 || text.charAt(before - 1) == '\n')
            && (after == text.length() || text.charAt(after) == '\n');
    for (int at = mark.start(); at < mark.end(); at++) {
      if (text.charAt(at) != '\n') {
        text.setCharAt(at, alone ? ' ' : MASK);
      }
    }
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t' || unit == MASK;
  }
}
