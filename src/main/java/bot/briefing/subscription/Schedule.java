package bot.briefing.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a chat wants its digest.
 *
 * @param times local times, at most one digest at each; none: as soon as it is published
 * @param zone of the times and the days
 * @param days on which it wants one; never none
 * @param quiet hours of that zone in which nothing comes, and to whose end a time in them moves;
 *     absent: none
 */
public record Schedule(
    SortedSet<LocalTime> times, ZoneId zone, Set<DayOfWeek> days, @Nullable Quiet quiet) {
  public Schedule {
    times = Collections.unmodifiableSortedSet(new TreeSet<>(times));
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule without a day");
    }
  }

  /** Without quiet hours. */
  public Schedule(SortedSet<LocalTime> times, ZoneId zone, Set<DayOfWeek> days) {
    this(times, zone, days, null);
  }

  /** As soon as it is published, every day. */
  public static Schedule asPublished(ZoneId zone) {
    return new Schedule(new TreeSet<>(List.of()), zone, Set.copyOf(EnumSet.allOf(DayOfWeek.class)));
  }

  /** The first instant from this one on that is in no quiet hours. */
  Instant loud(Instant instant) {
    return quiet == null ? instant : quiet.end(instant, zone);
  }

  /** Whether one of its times lies in its quiet hours. */
  public boolean isMoved() {
    return quiet != null && times.stream().anyMatch(quiet::holds);
  }

  public boolean isAsPublished() {
    return times.isEmpty();
  }
}
