package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cards cut into messages, once for all who get the same. Kept for one pass of planning. */
final class Drafts {
  private final Library library;
  private final Names names;
  private final Briefer briefer;
  private final Map<Platform, Channel> channels;
  private final Map<Like, Drawn> made = new HashMap<>();
  private final IdentityHashMap<Digest, Content> contents = new IdentityHashMap<>();

  Drafts(Library library, Briefer briefer, Map<Platform, Channel> channels) {
    this(library, briefer, channels, new Names(List.of(), Map.of()));
  }

  /**
   * @param names by which the digests are asked for
   */
  Drafts(Library library, Briefer briefer, Map<Platform, Channel> channels, Names names) {
    this.names = names;
    this.library = library;
    this.briefer = briefer;
    this.channels = channels;
  }

  /** No parts: nothing is of the chat's topics. */
  Drawn drawn(Offer offer, String language, Subscription subscription, Instant now) {
    Like like =
        new Like(
            offer.digest(),
            language,
            subscription.language(),
            subscription.layout(),
            subscription.topics(),
            subscription.chat().platform(),
            subscription.place());
    Drawn known = made.get(like);
    if (known == null) {
      known = draw(offer, language, subscription, now);
      made.put(like, known);
    }
    return known;
  }

  private Drawn draw(Offer asked, String language, Subscription subscription, Instant now) {
    Offer offer = names.inLibrary(asked);
    Optional<Digest> digest = Offers.digest(library, offer, language, now);
    List<Part> parts = cut(briefer.cards(offer, language, subscription, now), subscription);
    if (digest.isEmpty() || parts.isEmpty()) {
      return new Drawn(null, parts);
    }
    Content content = content(digest.get());
    boolean still =
        Offers.digest(library, offer, language, now)
            .filter(one -> content(one).equals(content))
            .isPresent();
    return new Drawn(
        Draft.of(asked.digest(), digest.get(), still ? content : Content.UNSURE, subscription),
        parts);
  }

  private Content content(Digest digest) {
    return contents.computeIfAbsent(digest, Content::of);
  }

  List<Part> test(Offer offer, String language, Subscription subscription, Instant now) {
    List<Card> cards = briefer.cards(offer, language, subscription, now);
    return cards.isEmpty() ? List.of() : cut(Notices.asTest(cards, subscription), subscription);
  }

  private List<Part> cut(List<Card> cards, Subscription subscription) {
    Channel channel = channels.get(subscription.chat().platform());
    return cards.isEmpty() || channel == null
        ? List.of()
        : channel.split(cards, subscription.layout(), subscription.place());
  }

  /**
   * A digest's messages.
   *
   * @param draft what they were drawn from; absent: they are never to be corrected
   */
  record Drawn(@Nullable Draft draft, List<Part> parts) {}

  private record Like(
      String digest,
      String edition,
      Language language,
      Layout layout,
      Set<String> topics,
      Platform platform,
      Asker.Place place) {}
}
