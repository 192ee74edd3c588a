package bot.briefing.card;

import bot.briefing.card.Block.Bullet;
import bot.briefing.card.Block.Code;
import bot.briefing.card.Block.Heading;
import bot.briefing.card.Block.Image;
import bot.briefing.card.Block.Ordered;
import bot.briefing.card.Block.Paragraph;
import bot.briefing.card.Block.Quote;
import bot.briefing.card.Block.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A card's words as lines of text: for a terminal, and for a platform that refused the styled ones.
 * A link's address stands behind its words.
 */
public final class PlainText {
  /** Draws the words of a span; the line is the same without it. */
  @FunctionalInterface
  public interface Pen {
    String draw(Span span);
  }

  private final Pen pen;

  private PlainText(Pen pen) {
    this.pen = pen;
  }

  /**
   * All words of a card but those on its buttons; paragraphs are lines, pieces are parted by an
   * empty line.
   */
  public static String of(Card card) {
    return of(card, Span::text);
  }

  /** The same, where a terminal shows styles. Headlines are drawn strong. */
  public static String of(Card card, Pen pen) {
    PlainText text = new PlainText(pen);
    return card.pieces().stream().map(text::of).collect(Collectors.joining("\n\n"));
  }

  private static List<Span> strong(List<Span> spans) {
    return spans.stream()
        .map(span -> new Span(span.text(), EnumSet.of(Span.Mark.STRONG), span.link()))
        .toList();
  }

  private String of(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> line(spans);
      case Piece.Title(var spans) -> line(strong(spans));
      case Piece.Byline(var spans, _) -> line(spans);
      case Piece.Body(var blocks) -> lines(blocks);
      case Piece.Fold(var heading, var blocks) -> line(strong(heading)) + "\n" + lines(blocks);
      case Piece.Entry entry -> entry(entry);
      case Piece.Picture(var url, var alternative) ->
          alternative.isEmpty() ? url.toString() : alternative + " (" + url + ")";
    };
  }

  private String entry(Piece.Entry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.number() + ". " + line(strong(entry.headline())));
    for (List<Span> below : List.of(entry.lead(), entry.byline())) {
      if (!below.isEmpty()) {
        lines.add("   " + line(below));
      }
    }
    return String.join("\n", lines);
  }

  private String lines(List<Block> blocks) {
    return blocks.stream().map(this::of).collect(Collectors.joining("\n"));
  }

  private String of(Block block) {
    return switch (block) {
      case Heading(_, var spans) -> line(spans);
      case Paragraph(var spans) -> line(spans);
      case Bullet(var depth, var spans) -> "  ".repeat(depth - 1) + "• " + line(spans);
      case Ordered(var depth, var number, var spans) ->
          "  ".repeat(depth - 1) + number + ". " + line(spans);
      case Quote(var spans) -> "> " + line(spans);
      case Code code -> code.text();
      case Table table -> table.text();
      case Image(var url, var text) -> text.isEmpty() ? url.toString() : text + " (" + url + ")";
    };
  }

  private String line(List<Span> spans) {
    StringBuilder line = new StringBuilder();
    for (Span span : spans) {
      line.append(pen.draw(span));
      if (span.link() != null && !span.text().contains(span.link().toString())) {
        line.append(" (").append(span.link()).append(')');
      }
    }
    return line.toString();
  }
}
