package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article: headline, source and date, its picture, its first section, the others folded, and the
 * ways on from there. Articles that share a link are one card.
 */
final class ArticleCard {
  private static final int TOPICS = 5;
  private static final int HEADING = 3;

  private ArticleCard() {}

  static Card of(Digest digest, Contents contents, ShortHash id, Words words) {
    List<Piece> pieces = new ArrayList<>();
    Set<String> topics = new LinkedHashSet<>();
    for (Article article : contents.articles().getOrDefault(id, List.of())) {
      add(pieces, article, digest, words);
      topics.addAll(article.topics());
    }
    return new Card(
        words.language(),
        new Action.Read(contents.id(), id),
        pieces,
        null,
        List.of(ways(digest, contents, id, words), words.topics(topics, TOPICS)),
        true);
  }

  private static void add(List<Piece> pieces, Article article, Digest digest, Words words) {
    pieces.add(new Piece.Title(List.of(Span.linked(article.title(), article.url()))));
    pieces.add(
        new Piece.Byline(
            words.byline(article, article.date() == null ? digest.date() : article.date()), null));
    Block.Image picture = picture(article);
    if (picture != null) {
      pieces.add(new Piece.Picture(picture.url(), picture.text()));
    }
    boolean first = true;
    for (Section section : article.sections()) {
      List<Block> blocks =
          section.blocks().stream().filter(block -> !block.equals(picture)).toList();
      String heading = section.heading();
      if (first || heading == null || blocks.isEmpty()) {
        List<Block> body = new ArrayList<>();
        if (heading != null) {
          body.add(new Block.Heading(HEADING, List.of(Span.plain(heading))));
        }
        body.addAll(blocks);
        if (!body.isEmpty()) {
          pieces.add(new Piece.Body(body));
        }
      } else {
        pieces.add(new Piece.Fold(List.of(Span.plain(heading)), blocks));
      }
      first = false;
    }
  }

  private static Block.@Nullable Image picture(Article article) {
    for (Section section : article.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Image image) {
          return image;
        }
      }
    }
    return null;
  }

  private static List<Button> ways(Digest digest, Contents contents, ShortHash id, Words words) {
    List<ShortHash> order = contents.order();
    int place = order.indexOf(id);
    List<Button> ways = new ArrayList<>();
    if (place > 0) {
      ways.add(
          new Button.Act(
              words.say("card.previous"), new Action.Read(contents.id(), order.get(place - 1))));
    }
    int page = OverviewCard.pageOf(digest, place);
    ways.add(new Button.Act(words.say("card.overview"), new Action.Overview(contents.id(), page)));
    if (place < order.size() - 1) {
      ways.add(
          new Button.Act(
              words.say("card.next"), new Action.Read(contents.id(), order.get(place + 1))));
    }
    return ways;
  }
}
