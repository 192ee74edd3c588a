package bot.briefing.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A little reader of Telegram's HTML, made from the Bot API's documentation and not from the
 * renderer: refuses what Telegram refuses or would silently repair.
 */
public record TelegramHtml(String text, int entities) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?<close>/)?(?<name>[a-z-]+)(?<attributes>(?: [a-z]+(?:=\"[^\"<>]*\")?)*)>"
              + "|&(?<reference>lt|gt|amp|quot);"
              + "|(?<text>[^<>&]+)",
          Pattern.DOTALL);
  private static final Set<String> TAGS =
      Set.of("a", "b", "i", "s", "code", "pre", "blockquote", "tg-time");

  public static TelegramHtml read(String html) {
    StringBuilder text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    int entities = 0;
    Matcher token = TOKEN.matcher(html);
    int at = 0;
    while (at < html.length()) {
      if (!token.find(at) || token.start() != at) {
        throw new AssertionError("can't parse entities at " + at + ": " + rest(html, at));
      }
      if (token.group("text") != null) {
        text.append(token.group("text"));
      } else if (token.group("reference") != null) {
        text.append(character(token.group("reference")));
      } else if (token.group("close") != null) {
        String expected = open.poll();
        if (!token.group("name").equals(expected)) {
          throw new AssertionError("expected </" + expected + ">, found " + token.group());
        }
      } else {
        entities += opened(token, open);
      }
      at = token.end();
    }
    if (!open.isEmpty()) {
      throw new AssertionError("not closed: " + open);
    }
    return new TelegramHtml(text.toString(), entities);
  }

  private static int opened(Matcher token, Deque<String> open) {
    String name = token.group("name");
    String attributes = token.group("attributes");
    boolean language =
        name.equals("code") && "pre".equals(open.peek()) && attributes.startsWith(" class=");
    if (!TAGS.contains(name)
        || open.contains(name)
        || (!language && (open.contains("pre") || open.contains("code")))
        || (name.equals("a") != attributes.startsWith(" href=\"http"))
        || (name.equals("code")
            && !open.isEmpty()
            && !language
            && !"blockquote".equals(open.peek()))) {
      throw new AssertionError("refused or repaired: " + token.group() + " in " + open);
    }
    open.push(name);
    return language ? 0 : 1;
  }

  private static char character(String reference) {
    return switch (reference) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      default -> '"';
    };
  }

  private static String rest(String html, int at) {
    return html.substring(at, Math.min(html.length(), at + 40));
  }
}
