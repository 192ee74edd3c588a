package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A digest at a glance: title, date, count, its articles. Up to ten stand with their leads on one
 * page, more as headlines on several; what belongs to no article ends the last page.
 */
final class OverviewCard {
  private static final int WITH_LEAD = 10;
  private static final int HEADLINES = 25;
  private static final int TOPICS = 5;

  private OverviewCard() {}

  static int pages(Digest digest) {
    int articles = digest.articles().size();
    return articles <= WITH_LEAD ? 1 : Math.ceilDiv(articles, HEADLINES);
  }

  /**
   * The page that an article stands on.
   *
   * @param index in the digest, from 0
   */
  static int pageOf(Digest digest, int index) {
    return pages(digest) == 1 ? 0 : index / HEADLINES;
  }

  static Card of(Digest digest, Contents contents, int page, Words words) {
    List<Article> articles = digest.articles();
    int pages = pages(digest);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain(digest.title()))));
    pieces.add(
        new Piece.Byline(
            words.line(
                List.of(words.say("card.stories", articles.size()), words.day(digest.date()))),
            digest.published()));
    if (digest.image() != null && page == 0) {
      pieces.add(new Piece.Picture(digest.image(), ""));
    }
    int from = page * HEADLINES;
    int to = pages == 1 ? articles.size() : Math.min(articles.size(), from + HEADLINES);
    for (int index = from; index < to; index++) {
      Article article = articles.get(index);
      LocalDate other = digest.date().equals(article.date()) ? null : article.date();
      List<Span> lead = pages == 1 ? Lead.of(article) : List.of();
      pieces.add(
          words.entry(index + 1, contents.id(), article, lead, words.byline(article, other)));
    }
    if (page == pages - 1 && !digest.remainder().isEmpty()) {
      pieces.add(new Piece.Body(digest.remainder()));
    }
    return new Card(
        words.language(),
        new Action.Overview(contents.id(), page),
        pieces,
        pager(contents, page, pages),
        List.of(words.topics(topics(articles), TOPICS)),
        false);
  }

  private static @Nullable Pager pager(Contents contents, int page, int pages) {
    if (pages == 1) {
      return null;
    }
    List<Action> all = new ArrayList<>();
    for (int each = 0; each < pages; each++) {
      all.add(new Action.Overview(contents.id(), each));
    }
    return new Pager(page, all);
  }

  /** Those with the most articles first, of equal ones the earlier in the digest. */
  private static List<String> topics(List<Article> articles) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    articles.forEach(article -> article.topics().forEach(id -> counts.merge(id, 1, Integer::sum)));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
