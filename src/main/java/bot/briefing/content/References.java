package bot.briefing.content;

import java.util.regex.Pattern;

/**
 * The definitions of links at a post's foot. One that stands right below a footnote is none by
 * CommonMark, which reads on in the footnote's paragraph; its author means it as one.
 */
final class References {
  private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\]]{1,80}]:.*");
  private static final Pattern DEFINITION =
      Pattern.compile("\\[[^\\]^][^\\]]{0,80}]:[ \\t]*<?https?://.*");

  private References() {}

  /** The same text, such definitions blanked and told again below its end: places stay true. */
  static String freed(String text) {
    if (!text.contains("\n[^")) {
      return text;
    }
    StringBuilder freed = new StringBuilder(text);
    StringBuilder below = new StringBuilder();
    boolean code = false;
    boolean note = false;
    int from = 0;
    for (String line : text.split("\n", -1)) {
      code ^= line.startsWith("```") || line.startsWith("~~~");
      boolean definition = DEFINITION.matcher(line).matches();
      note = !code && (NOTE.matcher(line).matches() || (note && definition));
      if (note && definition) {
        below.append('\n').append(line);
        freed.replace(from, from + line.length(), " ".repeat(line.length()));
      }
      from += line.length() + 1;
    }
    return below.isEmpty() ? text : freed.append("\n\n").append(below).append('\n').toString();
  }
}
