package bot.briefing.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The instants of a schedule's local times. A time within a gap moves to the first instant after
 * it; of the two in an overlap it is the first. One in quiet hours moves to their end. Pure.
 */
final class Slots {
  /** A week, and days that a zone leaves out. */
  private static final int DAYS = 9;

  private Slots() {}

  /** The latest slot that has begun; empty where there are no times. */
  static Optional<Instant> atOrBefore(Schedule schedule, Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, schedule.zone()).plusDays(1);
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(
            back ->
                on(schedule, day.minusDays(back))
                    .filter(slot -> !slot.isAfter(instant))
                    .reduce((_, later) -> later))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<Instant> before(Schedule schedule, Instant instant) {
    return atOrBefore(schedule, instant.minusNanos(1));
  }

  /** The next slot; empty where there are no times. */
  static Optional<Instant> after(Schedule schedule, Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, schedule.zone()).minusDays(1);
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(on -> on(schedule, day.plusDays(on)).filter(slot -> slot.isAfter(instant)))
        .flatMap(slots -> slots.limit(1))
        .findFirst();
  }

  /** Those of a local day, in order. */
  private static Stream<Instant> on(Schedule schedule, LocalDate day) {
    return schedule.days().contains(day.getDayOfWeek())
        ? schedule.times().stream()
            .map(time -> schedule.loud(at(day, time, schedule.zone())))
            .distinct()
        : Stream.empty();
  }

  static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    LocalDateTime local = day.atTime(time);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
