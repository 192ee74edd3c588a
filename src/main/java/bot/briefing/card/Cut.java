package bot.briefing.card;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Cuts text that is too long for a message: between sentences, else between words, else between
 * grapheme clusters (UAX 29); inside one only where it alone is too long, and then between code
 * points.
 */
public final class Cut {
  private Cut() {}

  /**
   * Cuts formatted text into runs that each fit. Nothing is lost: the runs in a row are the whole.
   *
   * @param limit what a run may measure; at least what a single code point measures
   * @param measure of a text as its platform counts it; must be additive over pieces
   * @return at least one run, none of them empty, unless {@code spans} is empty
   */
  public static List<List<Span>> spans(List<Span> spans, int limit, ToIntFunction<String> measure) {
    Filler filler = new Filler(limit, measure);
    spans.forEach(span -> filler.add(span, Unit.SENTENCE));
    return filler.runs();
  }

  /**
   * A text of at most {@code limit} UTF-16 units, ending in {@code …} where something was left out,
   * cut between grapheme clusters.
   *
   * @param limit at least 1
   */
  public static String shorten(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int end = clusters.isBoundary(limit - 1) ? limit - 1 : clusters.preceding(limit - 1);
    return text.substring(0, Math.max(0, end)).stripTrailing() + "…";
  }

  /** The pieces that a text falls into, from large to small. */
  private enum Unit {
    SENTENCE,
    WORD,
    CLUSTER,
    CODE_POINT;

    private Unit smaller() {
      return switch (this) {
        case SENTENCE -> WORD;
        case WORD -> CLUSTER;
        case CLUSTER, CODE_POINT -> CODE_POINT;
      };
    }

    private List<String> pieces(String text) {
      if (this == CODE_POINT) {
        return text.codePoints().mapToObj(Character::toString).toList();
      }
      BreakIterator breaks =
          switch (this) {
            case SENTENCE -> BreakIterator.getSentenceInstance(Locale.ROOT);
            case WORD -> BreakIterator.getLineInstance(Locale.ROOT);
            case CLUSTER, CODE_POINT -> BreakIterator.getCharacterInstance(Locale.ROOT);
          };
      BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
      breaks.setText(text);
      clusters.setText(text);
      List<String> pieces = new ArrayList<>();
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        if (clusters.isBoundary(end)) {
          pieces.add(text.substring(start, end));
          start = end;
        }
      }
      return pieces;
    }
  }

  /** Fills one run after the other. */
  private static final class Filler {
    private final int limit;
    private final ToIntFunction<String> measure;
    private final List<List<Span>> runs = new ArrayList<>();
    private List<Span> run = new ArrayList<>();
    private int room;

    Filler(int limit, ToIntFunction<String> measure) {
      this.limit = limit;
      this.measure = measure;
      this.room = limit;
    }

    void add(Span span, Unit unit) {
      int size = measure.applyAsInt(span.text());
      if (size <= room) {
        append(span, size);
      } else if (size <= limit && unit != Unit.SENTENCE) {
        close();
        append(span, size);
      } else {
        smaller(span, unit, size);
      }
    }

    private void smaller(Span span, Unit unit, int size) {
      List<String> pieces = unit.pieces(span.text());
      if (pieces.size() > 1) {
        pieces.forEach(piece -> add(span.withText(piece), unit));
      } else if (unit == Unit.SENTENCE && size <= limit) {
        close();
        append(span, size);
      } else if (unit != Unit.CODE_POINT) {
        add(span, unit.smaller());
      } else {
        close();
        append(span, size);
      }
    }

    private void append(Span span, int size) {
      Span last = run.isEmpty() ? null : run.getLast();
      if (last != null
          && last.marks().equals(span.marks())
          && Objects.equals(last.link(), span.link())) {
        run.set(run.size() - 1, last.withText(last.text() + span.text()));
      } else {
        run.add(span);
      }
      room -= size;
    }

    private void close() {
      if (!run.isEmpty()) {
        runs.add(List.copyOf(run));
        run = new ArrayList<>();
      }
      room = limit;
    }

    List<List<Span>> runs() {
      close();
      return runs;
    }
  }
}
