package bot.briefing.sandbox.telegram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The attributes of one start tag: what of them the tag needs, and where TDLib refuses them. */
final class HtmlAttributes {
  private final Html html;
  private final String tag;
  private final int begin;
  private String argument = "";
  private long date;

  HtmlAttributes(Html html, String tag, int begin) {
    this.html = html;
    this.tag = tag;
    this.begin = begin;
  }

  String argument() {
    return argument;
  }

  long date() {
    return date;
  }

  /** Reads up to the {@code >} of the tag and stays there. */
  void read() {
    while (here() != '>') {
      html.skipSpaces();
      if (here() == '>') {
        return;
      }
      String name = name();
      if (name.isEmpty()) {
        throw Html.refusal(
            "Empty attribute name in the tag \"%s\" at byte offset %d".formatted(tag, begin));
      }
      html.skipSpaces();
      if (here() != '=') {
        if (here() == 0) {
          throw unclosed();
        }
        if (tag.equals("blockquote") && name.equals("expandable")) {
          argument = "1";
        }
        continue;
      }
      html.go(html.at() + 1);
      html.skipSpaces();
      if (here() == 0) {
        throw unclosed();
      }
      String value = here() == '"' || here() == '\'' ? quoted() : token();
      if (here() == 0) {
        throw Html.refusal("Unclosed start tag at byte offset " + begin);
      }
      take(name, value);
    }
  }

  private void take(String name, String value) {
    switch (tag + " " + name) {
      case "a href", "tg-emoji emoji-id", "tg-time format" -> argument = value;
      case "blockquote expandable" -> argument = "1";
      case "tg-time unix" -> date = leadingInteger(value);
      case "code class" -> argument = without("language-", value);
      case "span class" -> argument = without("tg-", value);
      default -> {
        // Any other attribute is allowed and means nothing.
      }
    }
  }

  private String without(String prefix, String value) {
    return value.startsWith(prefix) ? value.substring(prefix.length()) : argument;
  }

  private String name() {
    int start = html.at();
    while (!Html.space(here()) && "=>/\"'".indexOf(here()) < 0) {
      html.go(html.at() + 1);
    }
    return html.slice(start, html.at());
  }

  private String token() {
    int start = html.at();
    while (Html.letter(here())
        || (here() >= '0' && here() <= '9')
        || here() == '.'
        || here() == '-') {
      html.go(html.at() + 1);
    }
    if (!Html.space(here()) && here() != '>') {
      throw Html.refusal("Unexpected end of name token at byte offset " + start);
    }
    return html.slice(start, html.at()).toLowerCase(Locale.ROOT);
  }

  private String quoted() {
    int end = here();
    html.go(html.at() + 1);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    while (here() != end && here() != 0) {
      int code = here() == '&' ? html.reference() : 0;
      if (code != 0) {
        value.writeBytes(Html.utf8(code));
      } else {
        value.write(here());
        html.go(html.at() + 1);
      }
    }
    if (here() == end) {
      html.go(html.at() + 1);
    }
    return value.toString(StandardCharsets.UTF_8);
  }

  private int here() {
    return html.byteAt(html.at());
  }

  private Refusal unclosed() {
    return Html.refusal("Unclosed start tag \"%s\" at byte offset %d".formatted(tag, begin));
  }

  private static long leadingInteger(String value) {
    String digits = value.replaceFirst("(?s)^(-?[0-9]{0,12}).*$", "$1");
    return digits.isEmpty() || digits.equals("-") ? 0 : Long.parseLong(digits);
  }
}
