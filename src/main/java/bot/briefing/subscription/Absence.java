package bot.briefing.subscription;

import bot.briefing.subscription.Subscription.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A digest that has not come. Pure. */
record Absence(
    Subscription order,
    Offer offer,
    List<Offer> offers,
    Had had,
    Instant now,
    DueRule.Settings settings) {
  Reason reason() {
    Instant published = offer.published();
    if (!published.isAfter(order.since())) {
      return Reason.BEFORE_SUBSCRIPTION;
    }
    if (published.isAfter(now)) {
      return Reason.WAITS_FOR_DIGEST;
    }
    if (had.newest() != null && !published.isAfter(had.newest())) {
      return Reason.SUPERSEDED;
    }
    return switch (order.state()) {
      case State.Paused(var since, var until)
          when isHeldBy(since) && (until == null || until.isAfter(now)) ->
          Reason.PAUSED;
      case State.Suspended(var since, _, _) when isHeldBy(since) -> Reason.SUSPENDED;
      case State.Active _, State.Paused _, State.Suspended _ -> served();
    };
  }

  /** Whether it could still have gone when that began. */
  private boolean isHeldBy(Instant since) {
    return !end().isBefore(since);
  }

  private Instant end() {
    return offer.published().plus(settings.maxAge());
  }

  private Reason served() {
    if (!hasItsDay()) {
      return Reason.NOT_ITS_DAY;
    }
    Decision decision = new Case(order, offers, had, now, settings, now).decide();
    if (decision instanceof Decision.Send send && send.offer().digest().equals(offer.digest())) {
      return Reason.WAITS_FOR_TURN;
    }
    Optional<Offer> newer =
        offers.stream()
            .filter(other -> other.published().isAfter(offer.published()))
            .filter(other -> !other.published().isAfter(now))
            .findAny();
    if (newer.isPresent()) {
      return Reason.SUPERSEDED;
    }
    if (now.isAfter(end())) {
      return Reason.TOO_OLD;
    }
    return switch (decision.reason()) {
      case WAITS_FOR_EDITION, WAITS_FOR_QUIET_END -> decision.reason();
      default -> Reason.WAITS_FOR_SLOT;
    };
  }

  /** Whether there was, or will be, a day for it before it is too old. */
  private boolean hasItsDay() {
    Schedule schedule = order.schedule();
    if (schedule.days().size() == DayOfWeek.values().length) {
      return true;
    }
    return schedule.isAsPublished()
        ? schedule
            .days()
            .contains(LocalDate.ofInstant(offer.published(), schedule.zone()).getDayOfWeek())
        : Slots.after(schedule, offer.published().minus(order.graceOr(settings.grace())))
            .filter(slot -> !slot.isAfter(end()))
            .isPresent();
  }
}
