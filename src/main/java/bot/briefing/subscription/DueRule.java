package bot.briefing.subscription;

import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is due to whom, and why (DESIGN, section 5, When). Pure: the same question has the same
 * answer, whenever and however often it is asked.
 *
 * <p>A slot takes the newest digest that is published before its grace ends: whoever looks late, or
 * only on returning, gets what would have gone. Only the latest slot counts, so that at most one
 * digest goes on return.
 */
public final class DueRule {
  private DueRule() {}

  /**
   * What the operator chose.
   *
   * @param maxAge a digest that is older never goes ({@code DIGEST_MAX_AGE})
   * @param grace how long a slot waits for a new digest ({@code DIGEST_GRACE})
   * @param editionWait how long a digest waits for the chat's own language, from its publication on
   *     ({@code EDITION_WAIT})
   * @param standard the language that goes where there is no edition in the chat's
   */
  public record Settings(Duration maxAge, Duration grace, Duration editionWait, Language standard) {
    /** 36 hours, 3 hours, 30 minutes. */
    public static Settings standard(Language language) {
      return new Settings(
          Duration.ofHours(36), Duration.ofHours(3), Duration.ofMinutes(30), language);
    }
  }

  /**
   * Whether something goes now, as {@link #decide(Subscription, List, Had, Instant, Settings,
   * Instant)} of a bot that has just begun to look.
   */
  public static Decision decide(
      Subscription order, List<Offer> offers, Had had, Instant now, Settings settings) {
    return decide(order, offers, had, now, settings, now);
  }

  /**
   * Whether something goes now.
   *
   * @param offers all that may be younger than {@code maxAge}, those of the future too
   * @param had with a plan in it as soon as it is made
   * @param looking since when the bot has looked without a break; tells only a digest that is late
   *     from a bot that was down
   */
  public static Decision decide(
      Subscription order,
      List<Offer> offers,
      Had had,
      Instant now,
      Settings settings,
      Instant looking) {
    return new Case(order, offers, had, now, settings, looking).decide();
  }

  /**
   * Why a digest has not come, and whether it still may. For one of which the {@link Ledger} knows
   * nothing.
   *
   * @param offers those around it
   */
  public static Reason why(
      Subscription order,
      Offer offer,
      List<Offer> offers,
      Had had,
      Instant now,
      Settings settings) {
    return new Absence(order, offer, offers, had, now, settings).reason();
  }

  /**
   * The next slot. Empty for an order "as published", and for one that is paused until further
   * notice.
   */
  public static Optional<Instant> next(Subscription order, Instant now) {
    return switch (order.state()) {
      case State.Paused(_, var until) when until == null -> Optional.empty();
      case State.Paused(_, Instant until) when until.isAfter(now) ->
          Slots.after(order.schedule(), until.minusNanos(1));
      case State.Paused _, State.Active _, State.Suspended _ -> Slots.after(order.schedule(), now);
    };
  }
}
