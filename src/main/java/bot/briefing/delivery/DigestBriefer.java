package bot.briefing.delivery;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
    Digest shown = filtered(digest.get(), subscription);
    if (shown.articles().isEmpty() && !subscription.topics().isEmpty()) {
      return List.of();
    }
    Card overview = briefings.overview(shown, 0, subscription.language());
    return switch (subscription.layout()) {
      case OVERVIEW -> List.of(overview);
      case HEADLINES -> List.of(headlines(overview));
      case FULL -> full(shown, overview, subscription);
    };
  }

  /** The digest with those articles alone that are of the chat's topics. */
  private static Digest filtered(Digest digest, Subscription subscription) {
    if (subscription.topics().isEmpty()) {
      return digest;
    }
    List<Article> articles =
        digest.articles().stream()
            .filter(one -> !Collections.disjoint(one.topics(), subscription.topics()))
            .toList();
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
        List.of());
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
    return new Card(
        overview.language(),
        overview.self(),
        pieces,
        overview.pager(),
        overview.rows(),
        overview.preview());
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
