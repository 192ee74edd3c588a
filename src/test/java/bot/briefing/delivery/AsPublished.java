package bot.briefing.delivery;

import bot.briefing.subscription.Decision;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The newest that was not had, at once: as much of a rule as the outbox needs to be tested. */
final class AsPublished implements Rule {
  @Override
  public Decision decide(Subscription one, List<Offer> offers, Had had, Instant now) {
    if (!(one.state() instanceof Subscription.State.Active)) {
      return new Decision.Wait(Instant.MAX, Reason.SUSPENDED);
    }
    return offers.stream()
        .filter(offer -> !offer.published().isAfter(now) && offer.published().isAfter(one.since()))
        .filter(offer -> offer.published().plus(Duration.ofHours(36)).isAfter(now))
        .reduce((_, newer) -> newer)
        .filter(offer -> !had.digests().contains(offer.digest()))
        .<Decision>map(
            offer ->
                new Decision.Send(
                    offer,
                    Offers.language(offer, one.language().tag(), now),
                    offer.published(),
                    Reason.ON_TIME))
        .orElseGet(() -> new Decision.Wait(Instant.MAX, Reason.WAITS_FOR_DIGEST));
  }
}
