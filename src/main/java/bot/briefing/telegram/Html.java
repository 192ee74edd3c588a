package bot.briefing.telegram;

import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as Telegram's HTML (Bot API, HTML style). The one place where text from content is escaped.
 */
final class Html {
  /** Beyond this an address is no link but its words alone: browsers and Telegram cut it. */
  private static final int LONGEST_LINK = 2_048;

  private Html() {}

  /** Text between tags: every unit stays one unit after Telegram has parsed it. */
  static String text(String text) {
    return escape(text, false);
  }

  /** Text within an attribute's double quotes. */
  static String attribute(String text) {
    return escape(text, true);
  }

  /** Spans with their tags; every tag that is opened is closed, in order. */
  static String spans(List<Span> spans) {
    StringBuilder html = new StringBuilder();
    for (Span span : spans) {
      List<String> tags = tags(span);
      for (String tag : tags) {
        html.append('<').append(tag).append('>');
      }
      html.append(text(span.text()));
      for (String tag : tags.reversed()) {
        html.append("</").append(tag.split(" ", 2)[0]).append('>');
      }
    }
    return html.toString();
  }

  /** How many entities Telegram makes of spans. */
  static int entities(List<Span> spans) {
    return spans.stream().mapToInt(span -> tags(span).size()).sum();
  }

  /**
   * The tags around a span, the outermost first. {@code code} can neither contain another entity
   * nor be part of one (Bot API, Formatting options), so that a link wins over it, and it over the
   * rest.
   */
  private static List<String> tags(Span span) {
    if (span.text().isBlank()) {
      return List.of();
    }
    List<String> tags = new ArrayList<>();
    String address = address(span.link());
    if (address != null) {
      tags.add("a href=\"" + attribute(address) + "\"");
    } else if (span.has(Mark.CODE)) {
      return List.of("code");
    }
    if (span.has(Mark.STRONG)) {
      tags.add("b");
    }
    if (span.has(Mark.EMPHASIS)) {
      tags.add("i");
    }
    if (span.has(Mark.STRIKE)) {
      tags.add("s");
    }
    return tags;
  }

  private static @Nullable String address(@Nullable URI link) {
    return link == null || link.toString().length() > LONGEST_LINK ? null : link.toString();
  }

  private static String escape(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append(attribute ? "&quot;" : "\"");
        default -> escaped.append(speakable(text, i) ? unit : unit < ' ' ? ' ' : '\uFFFD');
      }
    }
    return escaped.toString();
  }

  /** Neither half a surrogate pair, which is no UTF-8, nor a control character. */
  private static boolean speakable(String text, int i) {
    char unit = text.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(unit)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return unit >= ' ' || unit == '\n' || unit == '\t';
  }
}
