package bot.briefing.discord;

import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the pieces of a card into units. */
final class Sketch {
  private final boolean opened;
  private final List<Unit> units = new ArrayList<>();

  /** Where the lines begin that have had neither text nor picture below them yet. */
  private int head;

  private Sketch(boolean opened) {
    this.opened = opened;
  }

  /**
   * The units of pieces.
   *
   * @param opened whether each entry has its button beside it, else one menu opens them all
   */
  static List<Unit> of(List<Piece> pieces, boolean opened) {
    Sketch sketch = new Sketch(opened);
    pieces.forEach(sketch::add);
    return sketch.units;
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Note(var spans) -> text(Runs.cut(spans, run -> Markdown.lines(run, "-# ", "-# ")));
      case Piece.Title(var spans) -> text(Runs.cut(spans, run -> Markdown.line(run, "## ")));
      case Piece.Byline(var spans, var published) -> text(byline(spans, published));
      case Piece.Picture picture -> picture(picture);
      case Piece.Body(var blocks) -> body(blocks);
      case Piece.Fold(var heading, var blocks) -> fold(heading, blocks);
      case Piece.Entry entry -> entry(entry);
    }
    if (piece instanceof Piece.Body
        || piece instanceof Piece.Fold
        || piece instanceof Piece.Entry) {
      head = units.size();
    }
  }

  private void text(List<String> lines) {
    boolean apart = head == units.size();
    for (String line : lines) {
      units.add(new Unit.Text(line, apart));
      apart = false;
    }
  }

  private void body(List<Block> blocks) {
    boolean apart = true;
    for (String block : Blocks.draw(blocks)) {
      units.add(new Unit.Text(block, apart));
      apart = false;
    }
  }

  private void fold(List<Span> heading, List<Block> blocks) {
    List<Block> whole = new ArrayList<>();
    if (!heading.isEmpty()) {
      whole.add(new Block.Heading(3, heading));
    }
    whole.addAll(blocks);
    boolean first = true;
    for (String block : Blocks.draw(whole)) {
      units.add(first ? new Unit.Ruled(block) : new Unit.Text(block, false));
      first = false;
    }
  }

  private void entry(Piece.Entry entry) {
    List<Span> headline = new ArrayList<>();
    headline.add(Span.strong(entry.number() + ". "));
    headline.addAll(Markdown.with(Span.Mark.STRONG, entry.headline()));
    List<String> lines =
        pack(
            Stream.of(
                    Runs.cut(headline, run -> Markdown.line(run, "")),
                    Runs.cut(entry.lead(), run -> Markdown.lines(run, "", "")),
                    Runs.cut(entry.byline(), run -> Markdown.lines(run, "-# ", "-# ")))
                .flatMap(List::stream)
                .toList());
    units.add(
        opened
            ? new Unit.Opened(lines.getFirst(), entry.open())
            : new Unit.Listed(lines.getFirst(), entry));
    lines.stream().skip(1).forEach(line -> units.add(new Unit.Text(line, false)));
  }

  private void picture(Piece.Picture picture) {
    String alternative = picture.alternative();
    if (picture.url().toASCIIString().length() > Limits.MEDIA_ADDRESS) {
      if (!alternative.isEmpty()) {
        text(Runs.cut(List.of(Span.plain(alternative)), run -> Markdown.lines(run, "-# ", "-# ")));
      }
      return;
    }
    List<Unit> before = units.subList(head, units.size());
    List<String> beside = pack(before.stream().map(Unit::markdown).toList());
    before.clear();
    if (beside.isEmpty()) {
      units.add(new Unit.Bare(picture));
    } else {
      beside.stream()
          .limit(beside.size() - 1)
          .forEach(line -> units.add(new Unit.Text(line, false)));
      units.add(new Unit.Pictured(beside.getLast(), picture));
    }
    head = units.size();
    if (alternative.length() > Limits.MEDIA_DESCRIPTION) {
      text(Runs.cut(List.of(Span.plain(alternative)), run -> Markdown.lines(run, "-# ", "-# ")));
    }
  }

  private static List<String> byline(List<Span> spans, @Nullable Instant published) {
    List<String> lines =
        new ArrayList<>(
            Runs.cut(spans, run -> Markdown.lines(run, "-# ", "-# "), Limits.TEXT - 30));
    if (published != null) {
      String stamp = "<t:" + published.getEpochSecond() + ":R>";
      lines.add(lines.isEmpty() ? "-# " + stamp : lines.removeLast() + " · " + stamp);
    }
    return lines;
  }

  /** The text of buttons whose address is too long for Discord. */
  static List<Unit> links(List<Button.Link> links) {
    List<Unit> units = new ArrayList<>();
    for (Button.Link link : links) {
      Runs.cut(List.of(Span.linked(link.label(), link.url())), run -> Markdown.lines(run, "", ""))
          .forEach(line -> units.add(new Unit.Text(line, units.isEmpty())));
    }
    return units;
  }

  /** Lines below each other, as few texts as hold them. */
  private static List<String> pack(List<String> lines) {
    List<String> packed = new ArrayList<>();
    for (String line : lines) {
      if (!packed.isEmpty() && packed.getLast().length() + 1 + line.length() <= Limits.TEXT) {
        packed.add(packed.removeLast() + "\n" + line);
      } else {
        packed.add(line);
      }
    }
    return packed;
  }
}
