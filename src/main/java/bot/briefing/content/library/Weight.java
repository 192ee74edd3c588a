package bot.briefing.content.library;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import java.util.List;

/** How many bytes of memory a digest takes, about: two for a character, some for every object. */
final class Weight {
  private static final int OBJECT = 64;

  private Weight() {}

  static int of(Digest digest) {
    long sum = 8L * OBJECT + of(digest.remainder());
    for (Article article : digest.articles()) {
      sum += 4L * OBJECT + of(article.title()) + OBJECT * (long) article.topics().size();
      for (Section section : article.sections()) {
        sum += OBJECT + of(section.blocks());
      }
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  private static long of(List<Block> blocks) {
    return blocks.stream().mapToLong(Weight::of).sum();
  }

  private static long of(Block block) {
    return OBJECT
        + switch (block) {
          case Block.Heading heading -> ofSpans(heading.spans());
          case Block.Paragraph paragraph -> ofSpans(paragraph.spans());
          case Block.Bullet bullet -> ofSpans(bullet.spans());
          case Block.Ordered ordered -> ofSpans(ordered.spans());
          case Block.Quote quote -> ofSpans(quote.spans());
          case Block.Code code -> of(code.text());
          case Block.Table table -> of(table.text());
          case Block.Image image -> of(image.text()) + of(image.url().toString());
        };
  }

  private static long ofSpans(List<Span> spans) {
    return spans.stream().mapToLong(span -> OBJECT + of(span.text())).sum();
  }

  private static long of(String text) {
    return OBJECT + 2L * text.length();
  }
}
