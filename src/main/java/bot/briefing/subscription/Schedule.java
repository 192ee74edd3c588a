package bot.briefing.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a chat wants its digest.
 *
 * @param times local times, at most one digest at each; none: as soon as it is published
 * @param zone of the times and the days
 * @param days on which it wants one; never none
 */
public record Schedule(SortedSet<LocalTime> times, ZoneId zone, Set<DayOfWeek> days) {
  public Schedule {
    times = Collections.unmodifiableSortedSet(new TreeSet<>(times));
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule without a day");
    }
  }

  /** As soon as it is published, every day. */
  public static Schedule asPublished(ZoneId zone) {
    return new Schedule(new TreeSet<>(List.of()), zone, Set.copyOf(EnumSet.allOf(DayOfWeek.class)));
  }

  public boolean isAsPublished() {
    return times.isEmpty();
  }
}
