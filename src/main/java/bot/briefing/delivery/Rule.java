package bot.briefing.delivery;

import bot.briefing.subscription.Decision;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.util.List;

/** What is due. Pure. */
@FunctionalInterface
public interface Rule {
  /**
   * Decides for one subscription.
   *
   * @param offers the digests of the last days and those of the future, the oldest first
   */
  Decision decide(Subscription subscription, List<Offer> offers, Had had, Instant now);
}
