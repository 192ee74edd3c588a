package bot.briefing.briefing;

import bot.briefing.card.Block;
import bot.briefing.card.Cut;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Section;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The one or two sentences of an article that stand in a list: its first bullet that begins in
 * bold, else the first words that it tells, shortened where a sentence ends, the bold kept.
 */
final class Lead {
  /** What a lead may measure, in UTF-16 units. */
  static final int LIMIT = 160;

  /** A lead that a sentence's end would leave shorter than this goes on to a word's end. */
  private static final int ENOUGH = 50;

  private Lead() {}

  static List<Span> of(Article article) {
    for (Section section : article.sections()) {
      Optional<List<Span>> lead =
          first(section, Lead::isPoint)
              .or(() -> first(section, Lead::tells))
              .or(() -> first(section, _ -> true))
              .map(Lead::plainer);
      if (lead.isPresent()) {
        return shortened(lead.get());
      }
    }
    return List.of();
  }

  private static Optional<List<Span>> first(Section section, Predicate<Block> wanted) {
    return section.blocks().stream()
        .filter(wanted)
        .map(Lead::spans)
        .filter(spans -> !Block.textOf(spans).isBlank())
        .findFirst();
  }

  /** A bullet that begins in bold: the author's own lead. */
  private static boolean isPoint(Block block) {
    return (block instanceof Block.Bullet || block instanceof Block.Ordered)
        && !spans(block).isEmpty()
        && spans(block).getFirst().has(Span.Mark.STRONG)
        && tells(block);
  }

  /** Not a label above a list, nor a link and no more. */
  private static boolean tells(Block block) {
    List<Span> spans = spans(block);
    String text = Block.textOf(spans).strip();
    return !text.endsWith(":")
        && !text.endsWith("：")
        && spans.stream().anyMatch(span -> span.link() == null && !span.text().isBlank());
  }

  private static List<Span> spans(Block block) {
    return switch (block) {
      case Block.Bullet bullet -> bullet.spans();
      case Block.Ordered ordered -> ordered.spans();
      case Block.Paragraph paragraph -> paragraph.spans();
      case Block.Quote quote -> quote.spans();
      case Block.Heading _, Block.Code _, Block.Table _, Block.Image _ -> List.of();
    };
  }

  /** One line without links: in a list, the only thing to follow is the article itself. */
  private static List<Span> plainer(List<Span> spans) {
    List<Span> plainer = new ArrayList<>();
    for (Span span : spans) {
      Set<Span.Mark> marks =
          span.has(Span.Mark.STRONG) ? Set.of(Span.Mark.STRONG) : Set.<Span.Mark>of();
      plainer.add(new Span(span.text().replace('\n', ' '), marks, null));
    }
    return plainer;
  }

  private static List<Span> shortened(List<Span> spans) {
    String text = Block.textOf(spans);
    if (text.length() <= LIMIT) {
      return List.copyOf(spans);
    }
    int end = lastBreak(BreakIterator.getSentenceInstance(Locale.ROOT), text, LIMIT);
    if (text.substring(0, end).strip().length() >= ENOUGH) {
      return head(spans, text.substring(0, end).stripTrailing().length(), "");
    }
    int word = lastBreak(BreakIterator.getLineInstance(Locale.ROOT), text, LIMIT - 1);
    int room = word >= ENOUGH ? word : Cut.shorten(text, LIMIT).length() - 1;
    return head(spans, text.substring(0, room).stripTrailing().length(), "…");
  }

  private static int lastBreak(BreakIterator breaks, String text, int limit) {
    breaks.setText(text);
    return breaks.isBoundary(limit) ? limit : Math.max(0, breaks.preceding(limit));
  }

  private static List<Span> head(List<Span> spans, int length, String end) {
    List<Span> head = new ArrayList<>();
    int room = length;
    for (Span span : spans) {
      String text = span.text().substring(0, Math.min(room, span.text().length()));
      room -= text.length();
      if (!text.isEmpty()) {
        head.add(span.withText(room == 0 ? text + end : text));
      }
      if (room == 0) {
        break;
      }
    }
    return List.copyOf(head);
  }
}
