package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.content.Digest;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Digests as cards. A card is kept for the very digest that it was made of: one that was read anew
 * gets new cards, whatever its name. Safe for any thread; never blocks.
 */
public final class Briefings {
  private static final int CARD = 1000;
  private static final int BYTES_OF_CHARACTER = 2;

  private final Supplier<Taxonomy> taxonomy;
  private final LoadingCache<Digest, Contents> contents =
      Caffeine.newBuilder().weakKeys().build(Contents::of);
  private final Cache<Key, Card> cards;

  /**
   * @param taxonomy as of now: topics may be read anew
   * @param bytes what the cards that are kept may take, roughly
   */
  public Briefings(Supplier<Taxonomy> taxonomy, long bytes) {
    this.taxonomy = taxonomy;
    this.cards =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key _, Card card) -> weight(card))
            .recordStats()
            .build();
  }

  /** The taxonomy as of now. */
  public Taxonomy taxonomy() {
    return taxonomy.get();
  }

  /**
   * A page of a digest's overview, in the digest's language; the bot's own words are in the
   * reader's.
   *
   * @param page from 0; beyond the last one it is the last one
   */
  public Card overview(Digest digest, int page, Language language) {
    Contents of = contents.get(digest);
    int shown = Math.clamp(page, 0, OverviewCard.pages(digest) - 1);
    Words words = new Words(language, taxonomy.get());
    return cards.get(
        new Key(of.token(), new Action.Overview(of.id(), shown), words),
        _ -> OverviewCard.of(digest, of, shown, words));
  }

  /** An article of a digest; empty when it is not there, or no longer. */
  public Optional<Card> article(Digest digest, ShortHash article, Language language) {
    Contents of = contents.get(digest);
    if (!of.articles().containsKey(article)) {
      return Optional.empty();
    }
    Words words = new Words(language, taxonomy.get());
    return Optional.of(
        cards.get(
            new Key(of.token(), new Action.Read(of.id(), article), words),
            _ -> ArticleCard.of(digest, of, article, words)));
  }

  /**
   * A page of a listing: ten articles.
   *
   * @param page from 0; beyond the last one it is the last one
   */
  public Card list(Listing listing, int page) {
    int shown = Math.clamp(page, 0, ListCard.pages(listing) - 1);
    Words words = new Words(listing.language(), taxonomy.get());
    return cards.get(
        new Key(listing.token(), listing.page(shown), words),
        _ -> ListCard.of(listing, shown, digest -> contents.get(digest).id(), words));
  }

  /** How often a card was at hand, and how many had to go. */
  public CacheStats statistics() {
    return cards.stats();
  }

  private static int weight(Card card) {
    return CARD + BYTES_OF_CHARACTER * card.pieces().stream().mapToInt(Briefings::size).sum();
  }

  private static int size(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> Block.textOf(spans).length();
      case Piece.Title(var spans) -> Block.textOf(spans).length();
      case Piece.Byline(var spans, _) -> Block.textOf(spans).length();
      case Piece.Body(var blocks) -> blocks.stream().mapToInt(one -> one.text().length()).sum();
      case Piece.Fold(_, var blocks) -> blocks.stream().mapToInt(one -> one.text().length()).sum();
      case Piece.Entry entry ->
          Block.textOf(entry.headline()).length() + Block.textOf(entry.lead()).length();
      case Piece.Picture picture -> picture.url().toString().length();
    };
  }

  /**
   * What a card was made of.
   *
   * @param of the token of a digest or of a listing
   */
  private record Key(Object of, Action self, Words words) {}
}
