package bot.briefing.topic;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Section;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what an article is about by the key words in its headline and its text. A word in the
 * headline says it alone; in the text it takes several, of which one in bold counts as two.
 */
final class Tagging {
  private static final int MOST_TOPICS = 5;
  private static final int IN_HEADLINE = 3;
  private static final int IN_TEXT = 1;

  /** How often one key word counts in the text, and again in what is bold there. */
  private static final int MOST_OF_ONE = 2;

  private static final int LEAST_SCORE = 3;

  private final List<Topic> topics;
  private final Keywords keywords;

  Tagging(List<Topic> topics) {
    this.topics = topics;
    this.keywords = new Keywords(topics.stream().map(Topic::keywords).toList());
  }

  /** Ids of at most five topics, in the taxonomy's order. */
  List<String> topics(Article article) {
    int[] scores = new int[topics.size()];
    keywords.find(article.title(), (topic, keyword) -> scores[topic] += IN_HEADLINE);
    count(text(article), scores);
    count(boldText(article), scores);
    return IntStream.range(0, scores.length)
        .filter(topic -> scores[topic] >= LEAST_SCORE)
        .boxed()
        .sorted(Comparator.comparingInt((Integer topic) -> scores[topic]).reversed())
        .limit(MOST_TOPICS)
        .sorted()
        .map(topic -> topics.get(topic).id())
        .toList();
  }

  private void count(String text, int[] scores) {
    int[] seen = new int[keywords.size()];
    keywords.find(
        text, (topic, keyword) -> scores[topic] += seen[keyword]++ < MOST_OF_ONE ? IN_TEXT : 0);
  }

  private static String text(Article article) {
    return blocks(article).map(Block::text).collect(Collectors.joining("\n"));
  }

  private static String boldText(Article article) {
    return blocks(article)
        .map(Tagging::spans)
        .flatMap(List::stream)
        .filter(span -> span.has(Span.Mark.STRONG))
        .map(Span::text)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Block> blocks(Article article) {
    return article.sections().stream().map(Section::blocks).flatMap(List::stream);
  }

  private static List<Span> spans(Block block) {
    return switch (block) {
      case Block.Heading(_, var spans) -> spans;
      case Block.Paragraph(var spans) -> spans;
      case Block.Bullet(_, var spans) -> spans;
      case Block.Ordered(_, _, var spans) -> spans;
      case Block.Quote(var spans) -> spans;
      case Block.Code _, Block.Table _, Block.Image _ -> List.of();
    };
  }
}
