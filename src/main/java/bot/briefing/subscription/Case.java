package bot.briefing.subscription;

import bot.briefing.subscription.Decision.Send;
import bot.briefing.subscription.Decision.Wait;
import bot.briefing.subscription.Subscription.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One subscription at one instant, before the due rule. Pure. */
record Case(
    Subscription order,
    List<Offer> offers,
    Had had,
    Instant now,
    DueRule.Settings settings,
    Instant looking) {
  /** So much later than it could have gone, it is late. */
  private static final Duration PUNCTUAL = Duration.ofMinutes(2);

  /** "At most daily" holds at a slot that comes a little early, and on a day of 23 hours. */
  private static final Duration NEARLY_A_DAY = Duration.ofHours(20);

  Decision decide() {
    return switch (order.state()) {
      case State.Paused(_, var until) when until == null -> new Wait(Instant.MAX, Reason.PAUSED);
      case State.Paused(_, Instant until) when until.isAfter(now) -> new Wait(until, Reason.PAUSED);
      case State.Paused(_, Instant until) -> served(until);
      case State.Active(var since) -> served(since);
      case State.Suspended(var since, _, var tried) ->
          trial(served(since), since, tried == null ? since : tried);
    };
  }

  /** The events of a chat's return get lost: it is tried at its own slot. */
  private Decision trial(Decision due, Instant since, Instant tried) {
    return switch (due) {
      case Send(var offer, var language, var slot, _)
          when slot.isAfter(since)
              && !now.isBefore(tried.plus(NEARLY_A_DAY))
              && !now.isAfter(order.schedule().loud(slot).plus(grace())) ->
          new Send(offer, language, slot, Reason.RESUMED);
      case Send _ -> wait(Slots.after(order.schedule(), now).orElse(Instant.MAX), Reason.SUSPENDED);
      case Wait(var until, _) -> new Wait(until, Reason.SUSPENDED);
    };
  }

  /**
   * @param since when the order became active: earlier slots are not its own
   */
  private Decision served(Instant since) {
    Decision due = order.schedule().isAsPublished() ? asPublished(since) : atSlot(since);
    Instant loud = order.schedule().loud(now);
    return due instanceof Send && loud.isAfter(now) ? wait(loud, Reason.WAITS_FOR_QUIET_END) : due;
  }

  private Duration grace() {
    return order.graceOr(settings.grace());
  }

  private Decision asPublished(Instant since) {
    Optional<Offer> newest = newest(now);
    if (newest.isEmpty()) {
      return wait(Instant.MAX, Reason.WAITS_FOR_DIGEST);
    }
    Instant published = newest.get().published();
    return published.isAfter(since)
        ? edition(newest.get(), published, published, Reason.ON_TIME)
        : edition(newest.get(), published, now, Reason.RESUMED);
  }

  private Decision atSlot(Instant since) {
    Instant next = Slots.after(order.schedule(), later(now, had.slot())).orElseThrow();
    Instant slot = Slots.atOrBefore(order.schedule(), now).orElseThrow();
    if (slot.isBefore(since) || (had.slot() != null && !slot.isAfter(had.slot()))) {
      return new Wait(next, Reason.WAITS_FOR_SLOT);
    }
    Instant close = slot.plus(grace());
    boolean open = now.isBefore(close);
    Optional<Offer> newest = newest(open ? now : close);
    if (newest.isEmpty()) {
      return open
          ? wait(earlier(close, next), Reason.WAITS_FOR_DIGEST)
          : new Wait(next, Reason.WAITS_FOR_SLOT);
    }
    Offer offer = newest.get();
    boolean isNew = Slots.before(order.schedule(), slot).filter(ready(offer)::isAfter).isPresent();
    if (!isNew) {
      return open
          ? wait(earlier(close, next), Reason.WAITS_FOR_DIGEST)
          : edition(offer, slot, close, Reason.GRACE_ENDED);
    }
    return offer.published().isAfter(slot)
        ? edition(offer, slot, offer.published(), Reason.LATE_DIGEST)
        : edition(offer, slot, slot, Reason.ON_TIME);
  }

  /**
   * The newest that may go, of those published until an instant; none where that one is too old.
   */
  Optional<Offer> newest(Instant until) {
    return offers.stream()
        .filter(offer -> !offer.published().isAfter(until))
        .filter(this::isNewToIt)
        .max(Comparator.comparing(Offer::published).thenComparing(Offer::digest))
        .filter(offer -> !offer.published().plus(settings.maxAge()).isBefore(now));
  }

  /** Never twice, never an older one after a newer one, none from before it began. */
  private boolean isNewToIt(Offer offer) {
    return offer.published().isAfter(later(order.since(), had.newest()))
        && !had.digests().contains(offer.digest())
        && isItsDay(offer);
  }

  /** The slot of an order "as published" is the digest itself. */
  private boolean isItsDay(Offer offer) {
    Schedule schedule = order.schedule();
    return !schedule.isAsPublished()
        || schedule
            .days()
            .contains(LocalDate.ofInstant(offer.published(), schedule.zone()).getDayOfWeek());
  }

  /** From when on nobody waits any more for its edition. */
  private Instant ready(Offer offer) {
    Instant own = offer.editions().get(order.language().tag());
    Instant end = offer.published().plus(settings.editionWait());
    return own == null ? end : earlier(own, end);
  }

  /**
   * @param due when it could have gone, but for its edition
   */
  private Decision edition(Offer offer, Instant slot, Instant due, Reason reason) {
    String own = order.language().tag();
    Instant there = offer.editions().get(own);
    if (there != null && !there.isAfter(now)) {
      boolean waited =
          reason == Reason.ON_TIME && there.isAfter(slot) && !order.schedule().isAsPublished();
      return sent(offer, own, slot, later(due, there), waited ? Reason.LATE_DIGEST : reason);
    }
    Instant end = offer.published().plus(settings.editionWait());
    if (now.isBefore(end)) {
      return wait(end, Reason.WAITS_FOR_EDITION);
    }
    return other(offer)
        .<Decision>map(tag -> sent(offer, tag, slot, later(due, end), Reason.OTHER_EDITION))
        .orElseGet(() -> wait(Instant.MAX, Reason.WAITS_FOR_EDITION));
  }

  private Decision sent(Offer offer, String language, Instant slot, Instant due, Reason reason) {
    Instant loud = order.schedule().loud(due);
    boolean late = reason != Reason.RESUMED && now.isAfter(loud.plus(PUNCTUAL));
    Reason delay = looking.isAfter(loud) ? Reason.BOT_WAS_DOWN : Reason.LATE_DIGEST;
    Reason punctual = loud.isAfter(due) ? hushed(reason) : reason;
    return new Send(offer, language, slot, late ? delay : punctual);
  }

  private static Reason hushed(Reason reason) {
    return switch (reason) {
      case RESUMED, OTHER_EDITION -> reason;
      default -> Reason.QUIET_HOURS;
    };
  }

  /** The default's, else the one that was there first. */
  private Optional<String> other(Offer offer) {
    Instant standard = offer.editions().get(settings.standard().tag());
    return standard != null && !standard.isAfter(now)
        ? Optional.of(settings.standard().tag())
        : offer.editions().entrySet().stream()
            .filter(edition -> !edition.getValue().isAfter(now))
            .min(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey);
  }

  /** A digest that is known and not yet published changes the answer when it is. */
  private Wait wait(Instant until, Reason reason) {
    return new Wait(
        offers.stream()
            .flatMap(
                offer ->
                    Stream.concat(Stream.of(offer.published()), offer.editions().values().stream()))
            .filter(now::isBefore)
            .reduce(until, Case::earlier),
        reason);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
