package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cards cut into messages, once for all who get the same. Kept for one pass of planning. */
final class Drafts {
  private final Briefer briefer;
  private final Map<Platform, Channel> channels;
  private final Map<Like, List<Part>> made = new HashMap<>();

  Drafts(Briefer briefer, Map<Platform, Channel> channels) {
    this.briefer = briefer;
    this.channels = channels;
  }

  /** None: nothing is of what the chat chose. */
  List<Part> parts(Offer offer, String language, Subscription subscription, Instant now) {
    Like like =
        new Like(
            offer.digest(),
            language,
            subscription.language(),
            subscription.layout(),
            subscription.filter(),
            subscription.note(),
            subscription.chat().platform(),
            subscription.place());
    List<Part> known = made.get(like);
    if (known == null) {
      known = cut(briefer.cards(offer, language, subscription, now), subscription);
      made.put(like, known);
    }
    return known;
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

  private record Like(
      String digest,
      String edition,
      Language language,
      Layout layout,
      Filter filter,
      boolean note,
      Platform platform,
      Asker.Place place) {}
}
