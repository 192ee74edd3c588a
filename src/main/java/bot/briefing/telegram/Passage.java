package bot.briefing.telegram;

import bot.briefing.card.Block;
import bot.briefing.card.Cut;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import java.text.BreakIterator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph as Telegram shows it: the smallest thing that is moved whole from one message to the
 * next.
 *
 * @param gap what stands before it where it does not begin a message
 * @param wrap tags around it alone, such as {@code <pre>}
 * @param plain what is left of {@code html} when Telegram has parsed it
 * @param entry the entry of a list that begins here
 */
record Passage(
    String gap,
    Frame frame,
    Wrap wrap,
    List<Span> spans,
    String html,
    String plain,
    int entities,
    Piece.@Nullable Entry entry) {
  static final String NOTHING = "";
  static final String LINE = "\n";
  static final String BLANK = "\n\n";
  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Tags around one passage. */
  record Wrap(String open, String close, int entities) {
    static final Wrap NONE = new Wrap("", "", 0);
  }

  static Passage of(String gap, Frame frame, List<Span> spans) {
    return of(gap, frame, Wrap.NONE, spans, null);
  }

  static Passage of(
      String gap, Frame frame, Wrap wrap, List<Span> spans, Piece.@Nullable Entry entry) {
    return new Passage(
        gap,
        frame,
        wrap,
        List.copyOf(spans),
        wrap.open() + Html.spans(spans) + wrap.close(),
        Block.textOf(spans),
        wrap.entities() + Html.entities(spans),
        entry);
  }

  /**
   * How long ago it was, which Telegram tells in the reader's own language, and when touched in
   * their zone (Bot API, date-time entity): beside a digest's date the instant's own would say the
   * day twice. A client that is too old for that shows the text between the tags.
   */
  static Passage time(String gap, Instant instant) {
    String open = "<tg-time unix=\"" + instant.getEpochSecond() + "\" format=\"r\">";
    return of(
        gap,
        Frame.NONE,
        new Wrap(open, "</tg-time>", 1),
        List.of(Span.plain(LITERAL.format(instant))),
        null);
  }

  /** The same, in which no name pings anybody; code stays as it is. */
  Passage silenced() {
    return wrap.equals(Wrap.NONE) ? of(gap, frame, wrap, Names.silenced(spans), entry) : this;
  }

  Size size() {
    return Size.of(plain, entities, html);
  }

  boolean blank() {
    return plain.isBlank();
  }

  /**
   * The first part and the rest.
   *
   * @param room in UTF-16 units, less than this passage has
   * @return two passages; the first one measures at most {@code room} units, and fits a message of
   *     its own in every other measure
   */
  List<Passage> cut(int room) {
    List<Span> first = Cut.spans(spans, room, String::length).getFirst();
    while (first.size() > 1 && !part(first).size().plus(frame.size()).fits()) {
      first = first.subList(0, lastBoundary(first));
    }
    Passage head = of(gap, frame, wrap, first, entry);
    return List.of(head, part(after(head.plain.length())));
  }

  private Passage part(List<Span> some) {
    return of(NOTHING, frame, wrap, some, null);
  }

  /** How many spans to keep so that fewer are kept and no grapheme cluster is torn. */
  private static int lastBoundary(List<Span> some) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(Block.textOf(some));
    int end = Block.textOf(some).length();
    for (int kept = some.size() - 1; kept > 0; kept--) {
      end -= some.get(kept).text().length();
      if (clusters.isBoundary(end)) {
        return kept;
      }
    }
    return some.size() - 1;
  }

  private List<Span> after(int units) {
    List<Span> rest = new ArrayList<>();
    int skip = units;
    for (Span span : spans) {
      int length = span.text().length();
      if (skip < length) {
        rest.add(skip == 0 ? span : span.withText(span.text().substring(skip)));
      }
      skip = Math.max(0, skip - length);
    }
    return rest;
  }
}
