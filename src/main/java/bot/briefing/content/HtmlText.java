package bot.briefing.content;

import java.util.Locale;
import java.util.regex.Pattern;

/** An HTML block as the Markdown of its words. */
final class HtmlText {
  private static final Pattern EDGE =
      Pattern.compile(
          "</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]"
              + "|header|hr|li|main|nav|ol|p|section|summary|table|tbody|tfoot|thead|tr|ul)\\b[^>]*>",
          Pattern.CASE_INSENSITIVE);

  private HtmlText() {}

  /**
   * What a reader sees of an HTML block: without comments, scripts and styles; what the edge of a
   * block parts is a paragraph of its own. Indentation goes, for it is no code here.
   */
  static String of(String html) {
    String seen =
        without(
            without(without(html, "<!--", "-->"), "<script", "</script>"), "<style", "</style>");
    return EDGE.matcher(seen.replaceAll("(?m)^[ \\t]+", "")).replaceAll("\n\n");
  }

  /**
   * A text without what stands between two marks. One that is never closed stays: it may be words.
   */
  private static String without(String text, String open, String close) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    int start = lower.indexOf(open);
    int end = start < 0 ? -1 : lower.indexOf(close, start);
    while (start >= 0 && end >= 0 && lower.length() == text.length()) {
      kept.append(text, from, start);
      from = end + close.length();
      start = lower.indexOf(open, from);
      end = start < 0 ? -1 : lower.indexOf(close, start);
    }
    return kept.append(text, from, text.length()).toString();
  }
}
