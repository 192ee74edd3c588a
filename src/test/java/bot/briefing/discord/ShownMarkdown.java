package bot.briefing.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown as Discord's clients do: the rules of simple-markdown with Discord's own, from the
 * first sign to the last, the first rule that fits.
 */
public final class ShownMarkdown {
  /** How a run is shown. */
  public enum Look {
    BOLD,
    ITALIC,
    STRIKE,
    UNDERLINE,
    SPOILER,
    CODE,
    HEADING,
    SUBTEXT,
    QUOTE,
    ITEM,
    MENTION,
    EMOJI,
    TIME
  }

  /**
   * Text as it is seen.
   *
   * @param link where a click leads
   */
  public record Run(String text, Set<Look> looks, @Nullable String link) {
    public boolean is(Look look) {
      return looks.contains(look);
    }
  }

  private static final Pattern FENCE =
      Pattern.compile("```(?:([A-Za-z0-9_+\\-.#]+?)\\n)?\\n*([^\\n][\\s\\S]*?)\\n*```");
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) +([^\\n]*)(\\n|$)");
  private static final Pattern SUBTEXT = Pattern.compile("-# +([^\\n]*)(\\n|$)");
  private static final Pattern ITEM = Pattern.compile("( *)([*+-]|\\d+\\.) +([^\\n]*)(\\n|$)");
  private static final Pattern QUOTE = Pattern.compile("(>>>|>) ([^\\n]*)(\\n|$)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([^0-9A-Za-z\\s])");
  private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|steam)://[^ >\\s]+)>");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|steam)://[^\\s<]+[^<.,:;\"'\\]\\s]");
  private static final Pattern LINK =
      Pattern.compile(
          "\\[((?:\\[[^\\]]*\\]|[^\\[\\]]++|\\](?=[^\\[]*\\]))*)\\]"
              + "\\(\\s*<?((?:[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['\"]([\\s\\S]*?)['\"])?\\s*\\)");
  private static final Pattern STRIKE = Pattern.compile("~~([\\s\\S]+?)~~(?!_)");
  private static final Pattern CODE = Pattern.compile("(`+)([\\s\\S]*?[^`])\\1(?!`)");
  private static final Pattern SPOILER = Pattern.compile("\\|\\|([\\s\\S]+?)\\|\\|");
  private static final Pattern TIME = Pattern.compile("<t:(-?\\d{1,17})(?::[tTdDfFR])?>");
  private static final Pattern MENTION =
      Pattern.compile("<(?:@[!&]?|#)\\d+>|<id:\\w+>|</[^>]+:\\d+>|@everyone|@here");
  private static final Pattern EMOJI =
      Pattern.compile("<a?:\\w{2,32}:\\d{17,21}>|:[A-Za-z0-9_+-]+:");

  private final List<Run> runs = new ArrayList<>();

  private ShownMarkdown() {}

  public static List<Run> read(String markdown) {
    ShownMarkdown shown = new ShownMarkdown();
    shown.blocks(markdown, Set.of());
    return shown.runs;
  }

  private void blocks(String source, Set<Look> looks) {
    String rest = source;
    while (!rest.isEmpty()) {
      rest = block(rest, looks);
    }
  }

  private String block(String rest, Set<Look> looks) {
    Matcher fence = FENCE.matcher(rest);
    Matcher heading = HEADING.matcher(rest);
    Matcher subtext = SUBTEXT.matcher(rest);
    Matcher item = ITEM.matcher(rest);
    Matcher quote = QUOTE.matcher(rest);
    if (fence.lookingAt()) {
      add(fence.group(2), with(looks, Look.CODE), null);
      return rest.substring(fence.end());
    } else if (heading.lookingAt()) {
      inline(heading.group(2), with(looks, Look.HEADING), null);
      return next(rest, heading);
    } else if (subtext.lookingAt()) {
      inline(subtext.group(1), with(looks, Look.SUBTEXT), null);
      return next(rest, subtext);
    } else if (quote.lookingAt()) {
      blocks(quote.group(2), with(looks, Look.QUOTE));
      return next(rest, quote);
    } else if (item.lookingAt()) {
      blocks(item.group(3), with(looks, Look.ITEM));
      return next(rest, item);
    }
    int end = rest.indexOf('\n');
    String line = end < 0 ? rest : rest.substring(0, end + 1);
    inline(line, looks, null);
    return rest.substring(line.length());
  }

  private String next(String rest, Matcher block) {
    add("\n", Set.of(), null);
    return rest.substring(block.end());
  }

  private void inline(String source, Set<Look> looks, @Nullable String link) {
    int at = 0;
    while (at < source.length()) {
      at += one(source.substring(at), looks, link);
    }
  }

  private int one(String rest, Set<Look> looks, @Nullable String link) {
    Matcher found = ESCAPED.matcher(rest);
    if (found.lookingAt()) {
      return add(found.group(1), looks, link, found);
    }
    found = AUTOLINK.matcher(rest);
    if (found.lookingAt()) {
      return add("\uE000" + found.group(1) + "\uE001", looks, found.group(1), found);
    }
    found = ADDRESS.matcher(rest);
    if (link == null && found.lookingAt()) {
      return add(found.group(), looks, found.group(), found);
    }
    found = LINK.matcher(rest);
    if (link == null && found.lookingAt() && !found.group(1).contains("://")) {
      inline(found.group(1), looks, found.group(2));
      return found.end();
    }
    return marked(rest, looks, link);
  }

  private int marked(String rest, Set<Look> looks, @Nullable String link) {
    for (Look look : List.of(Look.BOLD, Look.UNDERLINE, Look.ITALIC)) {
      int end = closing(rest, look);
      if (end > 0) {
        int mark = look == Look.ITALIC ? 1 : 2;
        inline(rest.substring(mark, end), with(looks, look), link);
        return end + mark;
      }
    }
    Matcher found = STRIKE.matcher(rest);
    if (found.lookingAt()) {
      return inner(found.group(1), with(looks, Look.STRIKE), link, found);
    }
    found = CODE.matcher(rest);
    if (found.lookingAt()) {
      String code = found.group(2).replaceAll("^ (?= *`)|(?<=` {0,9}) $", "");
      return add(code, with(looks, Look.CODE), link, found);
    }
    found = SPOILER.matcher(rest);
    if (found.lookingAt()) {
      return inner(found.group(1), with(looks, Look.SPOILER), link, found);
    }
    found = TIME.matcher(rest);
    if (found.lookingAt()) {
      return add("", with(looks, Look.TIME), found.group(1), found);
    }
    found = MENTION.matcher(rest);
    if (found.lookingAt()) {
      return add(found.group(), with(looks, Look.MENTION), link, found);
    }
    found = EMOJI.matcher(rest);
    if (found.lookingAt()) {
      return add(found.group(), with(looks, Look.EMOJI), link, found);
    }
    int sign = Character.charCount(rest.codePointAt(0));
    add(rest.substring(0, sign), looks, link);
    return sign;
  }

  /**
   * Where the mark at the beginning is closed; 0 where there is none. By hand, for a long text is
   * too deep for Java's expressions: bold is {@code **((?:\\[\s\S]|[^\\])+?)**(?!*)}, underline the
   * same of {@code _}, italic {@code *(?=\S)((?:**|\\.|\s+(?:\\.|[^\s*\\]|**)|[^\s*\\])+?)*(?!*)}.
   */
  private static int closing(String rest, Look look) {
    String mark = look == Look.BOLD ? "**" : look == Look.UNDERLINE ? "__" : "*";
    char sign = mark.charAt(0);
    if (!rest.startsWith(mark) || rest.length() <= mark.length()) {
      return 0;
    }
    int at = mark.length();
    if (look == Look.ITALIC && isSpace(rest.charAt(at))) {
      return 0;
    }
    while (at < rest.length()) {
      int after = at + mark.length();
      boolean closes = rest.startsWith(mark, at) && !rest.startsWith(String.valueOf(sign), after);
      if (closes && at > mark.length() && !(mark.equals("*") && isSpace(rest.charAt(at - 1)))) {
        return at;
      }
      if (mark.equals("*") && rest.charAt(at) == '*' && !rest.startsWith("**", at)) {
        return 0;
      }
      at += rest.charAt(at) == '\\' || (mark.equals("*") && rest.charAt(at) == '*') ? 2 : 1;
    }
    return 0;
  }

  private static boolean isSpace(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\uFEFF';
  }

  private int inner(String inside, Set<Look> looks, @Nullable String link, Matcher found) {
    inline(inside, looks, link);
    return found.end();
  }

  private int add(String text, Set<Look> looks, @Nullable String link, Matcher found) {
    add(text, looks, link);
    return found.end();
  }

  private void add(String text, Set<Look> looks, @Nullable String link) {
    runs.add(new Run(text, looks, link));
  }

  private static Set<Look> with(Set<Look> looks, Look look) {
    Set<Look> more = EnumSet.of(look);
    more.addAll(looks);
    return more;
  }
}
