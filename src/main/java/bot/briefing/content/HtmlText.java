package bot.briefing.content;

import java.util.regex.Pattern;

/** An HTML block as the Markdown of its words. */
final class HtmlText {
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<!--[\\s\\S]*?-->|<(script|style)\\b[^>]*>[\\s\\S]*?</\\1\\s*>",
          Pattern.CASE_INSENSITIVE);
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
    String seen = UNSEEN.matcher(html).replaceAll("");
    return EDGE.matcher(seen.replaceAll("(?m)^[ \\t]+", "")).replaceAll("\n\n");
  }
}
