package bot.briefing.content;

import java.util.Set;

/**
 * Where an address ends that stands in a text without any mark. Korean writes particles right
 * behind it ({@code https://a.example/x을}), and browsers copy Korean paths unescaped ({@code
 * /wiki/인공지능}): letters beyond ASCII belong to it where they begin a name, not where they follow
 * one.
 */
final class BareAddress {
  private static final String IN_PATH = "-._~:/?#@!$&'()*+,;=%";
  private static final String BEFORE_NAME = "/=_-";
  private static final Set<String> PARTICLES =
      Set.of(
          "은", "는", "이", "가", "을", "를", "에", "의", "와", "과", "로", "도", "만", "에서", "에는", "으로", "부터",
          "까지");
  private static final String NEVER_LAST = "?!.,:;*_~'";

  private BareAddress() {}

  /** Where the next one begins; -1 where there is none. */
  static int next(String text, int from) {
    int at = text.indexOf("http", from);
    while (at >= 0 && !begins(text, at)) {
      at = text.indexOf("http", at + 1);
    }
    return at;
  }

  private static boolean begins(String text, int at) {
    return (text.startsWith("https://", at) || text.startsWith("http://", at))
        && (at == 0 || !isAsciiWord(text.charAt(at - 1)));
  }

  /**
   * Where the one that begins there ends. Signs at the end that belong to the sentence stay out.
   */
  static int end(String text, int start) {
    int host = text.indexOf("//", start) + 2;
    int at = host;
    while (at < text.length() && isInHost(text, at)) {
      at++;
    }
    if (at + 1 < text.length() && text.charAt(at) == ':' && isDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    if (at < text.length() && "/?#".indexOf(text.charAt(at)) >= 0) {
      int path = ++at;
      while (at < text.length() && isInPath(text, at, path)) {
        at++;
      }
    }
    return trimmed(text, host, at);
  }

  private static boolean isInHost(String text, int at) {
    char unit = text.charAt(at);
    char before = text.charAt(at - 1);
    return isAsciiWord(unit)
        || unit == '-'
        || unit == '.'
        || (isForeign(unit) && (before == '/' || before == '.' || isForeign(before)));
  }

  private static boolean isInPath(String text, int at, int path) {
    char unit = text.charAt(at);
    char before = text.charAt(at - 1);
    return isAsciiWord(unit)
        || IN_PATH.indexOf(unit) >= 0
        || (isForeign(unit)
            && (BEFORE_NAME.indexOf(before) >= 0 || isForeign(before))
            && (at > path || !PARTICLES.contains(word(text, at))));
  }

  private static String word(String text, int from) {
    int to = from;
    while (to < text.length() && isForeign(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static int trimmed(String text, int host, int end) {
    int opened = 0;
    for (int at = host; at < end; at++) {
      char unit = text.charAt(at);
      opened += unit == '(' ? 1 : unit == ')' ? -1 : 0;
    }
    int at = end;
    while (at > host) {
      char last = text.charAt(at - 1);
      if (last == ')' && opened < 0) {
        opened++;
      } else if (NEVER_LAST.indexOf(last) < 0) {
        return at;
      }
      at--;
    }
    return at;
  }

  private static boolean isForeign(char unit) {
    return unit >= 0x80
        && (Character.isLetterOrDigit(unit)
            || Character.getType(unit) == Character.NON_SPACING_MARK);
  }

  private static boolean isAsciiWord(char unit) {
    return unit < 0x80 && Character.isLetterOrDigit(unit);
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
