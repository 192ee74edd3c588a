package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.telegram.Entity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform does to every text: cleans it, trims it, and finds addresses and commands. */
final class TextRules {
  /** After entities are parsed, in UTF-16 units (Bot API, sendMessage). */
  static final int TEXT = 4096;

  /** After entities are parsed, in UTF-16 units (Bot API, sendPhoto). */
  static final int CAPTION = 1024;

  private static final Pattern FOUND =
      Pattern.compile(
          "(?<url>https?://[^\\s<>\"]+[^\\s<>\".,:;!?'()\\[\\]])"
              + "|(?<![\\w/<>])(?<command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\\w/<>@])"
              + "|(?<![\\w@])(?<mention>@[A-Za-z0-9_]{2,32})(?!\\w)"
              + "|(?<![\\w#])(?<hashtag>#(?=[^\\s#]*\\p{L})[\\p{L}\\p{N}_]{1,256})",
          Pattern.UNICODE_CHARACTER_CLASS);

  private TextRules() {}

  /** The text as a message keeps it; it may have become empty. */
  static Formatted settled(Formatted raw) {
    Formatted clean = trimmed(cleaned(raw));
    return new Formatted(clean.text(), EntityRules.repaired(clean.entities(), found(clean.text())));
  }

  /** What the platform marks in a text by itself, in order. */
  static List<Entity> found(String text) {
    List<Entity> found = new ArrayList<>();
    Matcher matcher = FOUND.matcher(text);
    while (matcher.find()) {
      Kind kind =
          matcher.group("url") != null
              ? Kind.URL
              : matcher.group("command") != null
                  ? Kind.BOT_COMMAND
                  : matcher.group("mention") != null ? Kind.MENTION : Kind.HASHTAG;
      found.add(new Entity(kind, matcher.start(), matcher.end() - matcher.start()));
    }
    return found;
  }

  private static Formatted cleaned(Formatted raw) {
    String text = raw.text();
    StringBuilder kept = new StringBuilder(text.length());
    int[] moved = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      moved[i] = kept.length();
      char c = text.charAt(i);
      if (c < ' ' && c != '\n') {
        kept.append(c == '\r' ? "" : " ");
      } else if (!dropped(c)) {
        kept.append(c);
      }
    }
    moved[text.length()] = kept.length();
    List<Entity> entities =
        raw.entities().stream()
            .map(entity -> entity.from(moved[entity.offset()], moved[entity.end()]))
            .toList();
    return new Formatted(kept.toString(), entities);
  }

  /** Line and direction controls, and three combining lines. */
  private static boolean dropped(char c) {
    return (c >= '\u2028' && c <= '\u202e') || c == '\u0333' || c == '\u033f' || c == '\u030a';
  }

  private static Formatted trimmed(Formatted whole) {
    String text = whole.text();
    int end = text.length();
    while (end > 0 && blank(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    int first = whole.entities().stream().mapToInt(Entity::offset).min().orElse(end);
    while (start < Math.min(first, end) && blank(text.charAt(start))) {
      start++;
    }
    List<Entity> entities = new ArrayList<>();
    for (Entity entity : whole.entities()) {
      int stop = Math.min(entity.end(), end);
      if (stop > entity.offset()) {
        entities.add(entity.from(entity.offset() - start, stop - start));
      }
    }
    return new Formatted(text.substring(start, end), entities);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n';
  }
}
