package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an order; what is absent was not said.
 *
 * @param times none: as soon as it is published
 * @param topics ids; none: everything
 */
public record Wish(
    @Nullable SortedSet<LocalTime> times,
    @Nullable ZoneId zone,
    @Nullable Set<DayOfWeek> days,
    @Nullable Set<String> topics,
    @Nullable Language language,
    @Nullable Layout layout,
    @Nullable Boolean silent) {
  /** Nothing was said. */
  public static final Wish NONE = new Wish(null, null, null, null, null, null, null);

  public Wish {
    times = times == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(times));
    days = days == null ? null : Collections.unmodifiableSet(EnumSet.copyOf(days));
    topics = topics == null ? null : Set.copyOf(topics);
  }

  /** The other one's words where it has some, else these; of lists, both. */
  Wish and(Wish more) {
    return new Wish(
        both(times, more.times) == null ? null : new TreeSet<>(both(times, more.times)),
        more.zone == null ? zone : more.zone,
        both(days, more.days),
        both(topics, more.topics),
        more.language == null ? language : more.language,
        more.layout == null ? layout : more.layout,
        more.silent == null ? silent : more.silent);
  }

  /** An order as it is wished; what was not said stays as it is. */
  public Subscription of(Subscription order) {
    Schedule schedule = order.schedule();
    return new Subscription(
        order.id(),
        order.chat(),
        order.place(),
        new Schedule(
            times == null ? schedule.times() : times,
            zone == null ? schedule.zone() : zone,
            days == null ? schedule.days() : days),
        topics == null ? order.topics() : topics,
        language == null ? order.language() : language,
        layout == null ? order.layout() : layout,
        silent == null ? order.silent() : silent,
        order.state(),
        order.since());
  }

  private static <T> @Nullable Set<T> both(@Nullable Set<T> some, @Nullable Set<T> more) {
    if (some == null || more == null) {
      return some == null ? more : some;
    }
    Set<T> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }
}
