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
import java.util.List;
import java.util.stream.Collectors;

/**
 * A card's words without any style: for a terminal, and for a platform that refused the styled
 * ones. A link's address stands behind its words.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * All words of a card but those on its buttons; paragraphs are lines, pieces are parted by an
   * empty line.
   */
  public static String of(Card card) {
    return card.pieces().stream().map(PlainText::of).collect(Collectors.joining("\n\n"));
  }

  private static String of(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> line(spans);
      case Piece.Title(var spans) -> line(spans);
      case Piece.Byline(var spans, _) -> line(spans);
      case Piece.Body(var blocks) -> lines(blocks);
      case Piece.Fold(var heading, var blocks) -> line(heading) + "\n" + lines(blocks);
      case Piece.Entry entry -> entry(entry);
      case Piece.Picture(var url, var alternative) ->
          alternative.isEmpty() ? url.toString() : alternative + " (" + url + ")";
    };
  }

  private static String entry(Piece.Entry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.number() + ". " + line(entry.headline()));
    for (List<Span> below : List.of(entry.lead(), entry.byline())) {
      if (!below.isEmpty()) {
        lines.add("   " + line(below));
      }
    }
    return String.join("\n", lines);
  }

  private static String lines(List<Block> blocks) {
    return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n"));
  }

  private static String of(Block block) {
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

  private static String line(List<Span> spans) {
    StringBuilder line = new StringBuilder();
    for (Span span : spans) {
      line.append(span.text());
      if (span.link() != null && !span.text().contains(span.link().toString())) {
        line.append(" (").append(span.link()).append(')');
      }
    }
    return line.toString();
  }
}
