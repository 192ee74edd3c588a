package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Spans as the lines that the author typed, and as the text that a reader sees. */
final class Lines {
  /** A line end without meaning in a span's text. U+0000 never comes from a file. */
  static final char SOFT = '\0';

  private Lines() {}

  /** Spans cut at their line ends; a line may be empty. */
  static List<List<Span>> of(List<Span> spans) {
    List<List<Span>> lines = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    for (Span span : spans) {
      int from = 0;
      for (int at = 0; at < span.text().length(); at++) {
        if (span.text().charAt(at) == SOFT || span.text().charAt(at) == '\n') {
          add(line, span, from, at);
          lines.add(line);
          line = new ArrayList<>();
          from = at + 1;
        }
      }
      add(line, span, from, span.text().length());
    }
    lines.add(line);
    return lines;
  }

  /** The reverse of {@link #of}, with soft line ends. */
  static List<Span> join(List<List<Span>> lines) {
    List<Span> joined = new ArrayList<>();
    for (List<Span> line : lines) {
      if (!joined.isEmpty()) {
        joined.add(Span.plain(String.valueOf(SOFT)));
      }
      joined.addAll(line);
    }
    return joined;
  }

  private static void add(List<Span> line, Span span, int from, int to) {
    if (to > from) {
      line.add(span.withText(span.text().substring(from, to)));
    }
  }

  /** The words of a line, without style. */
  static String text(List<Span> spans) {
    return settle(Block.textOf(spans)).strip();
  }

  /**
   * Spans as a reader sees them: soft line ends become a space, or nothing between two ideographs
   * or kana; no white space at the edges; neighbours of one style are one.
   */
  static List<Span> settle(List<Span> spans) {
    String all = Block.textOf(spans);
    List<Span> settled = new ArrayList<>();
    int offset = 0;
    String blank = all.replace(SOFT, ' ');
    int first = all.length() - blank.stripLeading().length();
    int last = blank.stripTrailing().length();
    for (Span span : spans) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < span.text().length(); at++) {
        int place = offset + at;
        if (place >= first && place < last) {
          settle(all, place, text);
        }
      }
      offset += span.text().length();
      if (!text.isEmpty()) {
        merge(settled, span.withText(text.toString()));
      }
    }
    return settled;
  }

  private static String settle(String all) {
    if (all.indexOf(SOFT) < 0) {
      return all;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < all.length(); at++) {
      settle(all, at, text);
    }
    return text.toString();
  }

  private static void settle(String all, int at, StringBuilder text) {
    char unit = all.charAt(at);
    if (unit != SOFT) {
      text.append(unit);
    } else if (at == 0
        || at + 1 == all.length()
        || !isWrittenSolid(all.codePointBefore(at))
        || !isWrittenSolid(all.codePointAt(at + 1))) {
      text.append(' ');
    }
  }

  private static boolean isWrittenSolid(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default ->
          (codePoint >= 0x3000 && codePoint <= 0x303f)
              || (codePoint >= 0xff01 && codePoint <= 0xff60);
    };
  }

  private static void merge(List<Span> spans, Span span) {
    if (!spans.isEmpty()) {
      Span before = spans.getLast();
      if (before.marks().equals(span.marks()) && same(before, span)) {
        spans.set(spans.size() - 1, before.withText(before.text() + span.text()));
        return;
      }
    }
    spans.add(span);
  }

  private static boolean same(Span one, Span other) {
    return Objects.equals(one.link(), other.link());
  }

  /** A block as a reader sees it. */
  static Block settle(Block block) {
    return switch (block) {
      case Block.Heading it -> new Block.Heading(it.depth(), settle(it.spans()));
      case Block.Paragraph it -> new Block.Paragraph(settle(it.spans()));
      case Block.Bullet it -> new Block.Bullet(it.depth(), settle(it.spans()));
      case Block.Ordered it -> new Block.Ordered(it.depth(), it.number(), settle(it.spans()));
      case Block.Quote it -> new Block.Quote(settle(it.spans()));
      case Block.Code _, Block.Table _, Block.Image _ -> block;
    };
  }
}
