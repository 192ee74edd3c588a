package bot.briefing.delivery;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Heading;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Days;
import bot.briefing.text.Texts;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Out of the library, by the layouts of the briefings. */
public final class DigestBriefer implements Briefer {
  private final Library library;
  private final Briefings briefings;

  public DigestBriefer(Library library, Briefings briefings) {
    this.library = library;
    this.briefings = briefings;
  }

  @Override
  public List<Card> cards(Offer offer, String language, Subscription subscription, Instant now) {
    Optional<Digest> digest = Offers.digest(library, offer, language, now);
    if (digest.isEmpty()) {
      return List.of();
    }
    Filter filter = subscription.filter();
    List<Article> chosen =
        digest.get().articles().stream().filter(filter.chosen(briefings.taxonomy())).toList();
    List<Article> left = chosen.stream().filter(filter.muted().negate()).toList();
    int muted = chosen.size() - left.size();
    if (left.isEmpty() && (filter.chooses() || muted > 0)) {
      return subscription.note() ? List.of(nothing(digest.get(), subscription)) : List.of();
    }
    Digest shown = filtered(digest.get(), left, filter);
    Card overview = briefings.overview(shown, 0, subscription.language());
    List<Card> cards =
        switch (subscription.layout()) {
          case OVERVIEW -> List.of(folded(overview, shown, subscription));
          case HEADLINES -> List.of(headlines(overview));
          case FULL -> full(shown, overview, subscription);
        };
    return muted == 0 ? cards : counted(cards, muted);
  }

  @Override
  public Heading heading(Offer offer, String language, Subscription subscription, Instant now) {
    String date = offer.date().toString();
    return Offers.digest(library, offer, language, now)
        .map(
            digest ->
                new Heading(
                    digest.title().contains(date) ? digest.title() : date + " " + digest.title(),
                    topics(digest, subscription.filter())))
        .orElseGet(() -> new Heading(date, List.of()));
  }

  /** Each with all its names, the most frequent first. */
  private List<List<String>> topics(Digest digest, Filter filter) {
    Taxonomy taxonomy = briefings.taxonomy();
    Map<String, Integer> counts = new LinkedHashMap<>();
    digest.articles().stream()
        .filter(filter.chosen(taxonomy).and(filter.muted().negate()))
        .flatMap(article -> article.topics().stream())
        .forEach(id -> counts.merge(id, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .flatMap(entry -> taxonomy.topic(entry.getKey()).stream())
        .map(DigestBriefer::names)
        .toList();
  }

  private static List<String> names(Topic topic) {
    return Stream.of(List.of(topic.id()), topic.names().values(), topic.aliases())
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  /** The last line says what was muted. */
  private static List<Card> counted(List<Card> cards, int muted) {
    List<Card> all = new ArrayList<>(cards);
    Card last = all.removeLast();
    List<Piece> pieces = new ArrayList<>(last.pieces());
    String said = Texts.in(last.language()).say("delivery.muted", muted);
    pieces.add(new Piece.Note(List.of(Span.plain(said))));
    all.add(with(last, pieces));
    return all;
  }

  /** One line instead of silence. */
  private static Card nothing(Digest digest, Subscription subscription) {
    String said =
        Texts.in(subscription.language())
            .say("delivery.empty", Days.in(subscription.language()).withWeekday(digest.date()));
    return Card.of(
        subscription.language(), List.of(new Piece.Note(List.of(Span.plain(said)))), List.of());
  }

  /** The digest with these articles alone; what is of no article is of no topic. */
  private static Digest filtered(Digest digest, List<Article> articles, Filter filter) {
    if (articles.size() == digest.articles().size() && !filter.chooses()) {
      return digest;
    }
    return new Digest(
        digest.stem(),
        digest.title(),
        digest.date(),
        digest.zone(),
        digest.language(),
        digest.published(),
        digest.ref(),
        digest.image(),
        articles,
        filter.chooses() ? List.of() : digest.remainder(),
        digest.file());
  }

  /** Where many read, each article's summary stands folded beneath its headline. */
  private Card folded(Card overview, Digest digest, Subscription subscription) {
    if (subscription.place() == Asker.Place.PRIVATE) {
      return overview;
    }
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : overview.pieces()) {
      pieces.add(piece);
      if (piece instanceof Piece.Entry entry && entry.open().action() instanceof Action.Read read) {
        summary(digest, read, entry, subscription).ifPresent(pieces::add);
      }
    }
    return with(overview, pieces);
  }

  /** But for its lead, which stands above it. */
  private Optional<Piece> summary(
      Digest digest, Action.Read read, Piece.Entry entry, Subscription subscription) {
    return briefings.article(digest, read.article(), subscription.language()).stream()
        .flatMap(card -> card.pieces().stream())
        .filter(Piece.Body.class::isInstance)
        .map(Piece.Body.class::cast)
        .findFirst()
        .map(
            body ->
                body.blocks().stream()
                    .filter(block -> !(block instanceof Block.Heading))
                    .filter(
                        block ->
                            !(block instanceof Block.Bullet(_, var spans))
                                || !spans.equals(entry.lead()))
                    .toList())
        .filter(blocks -> !blocks.isEmpty())
        .map(blocks -> new Piece.Fold(List.of(), blocks));
  }

  private static Card with(Card card, List<Piece> pieces) {
    return new Card(
        card.language(), card.self(), pieces, card.pager(), card.rows(), card.preview());
  }

  private static Card headlines(Card overview) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : overview.pieces()) {
      switch (piece) {
        case Piece.Entry(var number, var headline, _, var byline, var open) ->
            pieces.add(new Piece.Entry(number, headline, List.of(), byline, open));
        case Piece.Body _, Piece.Fold _, Piece.Picture _ -> {}
        default -> pieces.add(piece);
      }
    }
    return with(overview, pieces);
  }

  private List<Card> full(Digest digest, Card overview, Subscription subscription) {
    List<Card> cards = new ArrayList<>();
    cards.add(overview);
    for (Article article : digest.articles()) {
      briefings.article(digest, article.id(), subscription.language()).ifPresent(cards::add);
    }
    return cards.stream().distinct().toList();
  }
}
