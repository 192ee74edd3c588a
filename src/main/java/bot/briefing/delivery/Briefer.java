package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.chat.Heading;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.util.List;

/**
 * Makes the cards that a subscription receives of a digest. They depend on nothing of the
 * subscription but its language, layout, filter and {@code note}.
 */
@FunctionalInterface
public interface Briefer {
  /**
   * A digest's cards.
   *
   * @param language the tag of the edition that goes
   * @return in the order in which they are sent; none: nothing in it is of what the chat chose
   */
  List<Card> cards(Offer offer, String language, Subscription subscription, Instant now);

  /** What a digest's own thread or post is called. */
  default Heading heading(Offer offer, String language, Subscription subscription, Instant now) {
    return new Heading(offer.date().toString(), List.of());
  }
}
