package bot.briefing.telegram;

import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps names in content from pinging people: in a group {@code @name} is a mention of whoever is
 * called so, with no tag that would say otherwise (Bot API, MessageEntity). A word joiner behind
 * the sign parts it from the name; it has no width and breaks no line.
 */
final class Names {
  /** As TDLib finds them: no letter before the sign, and one of a name behind it. */
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_])@(?=[A-Za-z0-9_]|$)");

  private static final String SILENT = "@\u2060";

  private Names() {}

  /** The same spans, in which no name is a mention. In code there are none. */
  static List<Span> silenced(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                span.has(Mark.CODE) || span.text().indexOf('@') < 0
                    ? span
                    : span.withText(MENTION.matcher(span.text()).replaceAll(SILENT)))
        .toList();
  }
}
