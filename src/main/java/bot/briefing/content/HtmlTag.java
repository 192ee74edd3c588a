package bot.briefing.content;

import bot.briefing.card.Span.Mark;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One HTML tag in a text.
 *
 * @param name in lower case
 */
record HtmlTag(String name, boolean closing, String raw) {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)[\\s\\S]*>");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del",
          "dfn", "em", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "mark",
          "meta", "q", "rp", "rt", "ruby", "s", "samp", "script", "small", "source", "span",
          "strike", "strong", "style", "sub", "sup", "svg", "time", "tt", "u", "var", "video",
          "audio", "wbr");
  private static final Set<String> BREAKING =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  /** The tag that a text is; empty for one that HTML does not know, which is an author's words. */
  static Optional<HtmlTag> of(String raw) {
    Matcher tag = TAG.matcher(raw);
    if (!tag.matches()) {
      return Optional.empty();
    }
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    return INLINE.contains(name) || BREAKING.contains(name)
        ? Optional.of(new HtmlTag(name, !tag.group(1).isEmpty(), raw))
        : Optional.empty();
  }

  /** Whether what follows stands on a line of its own. */
  boolean breaks() {
    return BREAKING.contains(name);
  }

  /** The style that the tag begins or ends. */
  @Nullable Mark mark() {
    return switch (name) {
      case "b", "strong" -> Mark.STRONG;
      case "i", "em", "cite", "dfn", "var" -> Mark.EMPHASIS;
      case "s", "del", "strike" -> Mark.STRIKE;
      case "code", "kbd", "samp", "tt" -> Mark.CODE;
      default -> null;
    };
  }

  /** An attribute's value; empty when it is not there. */
  String attribute(String wanted) {
    Matcher found =
        Pattern.compile(
                "\\s" + wanted + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))",
                Pattern.CASE_INSENSITIVE)
            .matcher(raw);
    if (!found.find()) {
      return "";
    }
    for (int group = 1; group <= 3; group++) {
      String value = found.group(group);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
