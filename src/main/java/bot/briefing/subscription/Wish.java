package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an order; what is absent was not said.
 *
 * @param name of which order of the chat; empty: the one without a name
 * @param times none: as soon as it is published
 * @param topics ids; none: everything
 * @param sources names; none: all
 * @param mute words; none: nothing is muted
 * @param grace how long a slot waits for a new digest
 * @param note whether a line comes where nothing matches
 * @param beside of what comes beside messages
 * @param preset where times or days were not said
 */
public record Wish(
    @Nullable String name,
    @Nullable SortedSet<LocalTime> times,
    @Nullable ZoneId zone,
    @Nullable Set<DayOfWeek> days,
    @Nullable Set<String> topics,
    @Nullable Set<String> sources,
    @Nullable Set<String> mute,
    @Nullable Language language,
    @Nullable Layout layout,
    @Nullable Boolean silent,
    @Nullable To<Quiet> quiet,
    @Nullable To<Duration> grace,
    @Nullable Boolean note,
    Beside beside,
    @Nullable Preset preset) {
  /** Nothing was said. */
  public static final Wish NONE = say(_ -> {});

  public Wish {
    times = times == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(times));
    days = days == null ? null : Collections.unmodifiableSet(EnumSet.copyOf(days));
    topics = topics == null ? null : Set.copyOf(topics);
    sources = sources == null ? null : Set.copyOf(sources);
    mute = mute == null ? null : Set.copyOf(mute);
  }

  /**
   * What something becomes.
   *
   * @param value absent: as where nobody ever said anything of it
   */
  public record To<T>(@Nullable T value) {}

  /** A wish while it is being said. */
  private static final class Said {
    private @Nullable String name;
    private @Nullable SortedSet<LocalTime> times;
    private @Nullable ZoneId zone;
    private @Nullable Set<DayOfWeek> days;
    private @Nullable Set<String> topics;
    private @Nullable Set<String> sources;
    private @Nullable Set<String> mute;
    private @Nullable Language language;
    private @Nullable Layout layout;
    private @Nullable Boolean silent;
    private @Nullable To<Quiet> quiet;
    private @Nullable To<Duration> grace;
    private @Nullable Boolean note;
    private Beside beside = Beside.NONE;
    private @Nullable Preset preset;
  }

  private static Wish say(Consumer<Said> words) {
    Said said = new Said();
    words.accept(said);
    return new Wish(
        said.name,
        said.times,
        said.zone,
        said.days,
        said.topics,
        said.sources,
        said.mute,
        said.language,
        said.layout,
        said.silent,
        said.quiet,
        said.grace,
        said.note,
        said.beside,
        said.preset);
  }

  public static Wish named(String name) {
    return say(said -> said.name = name);
  }

  /** None: as soon as it is published. */
  public static Wish at(LocalTime... times) {
    return say(said -> said.times = new TreeSet<>(List.of(times)));
  }

  public static Wish in(ZoneId zone) {
    return say(said -> said.zone = zone);
  }

  public static Wish on(Set<DayOfWeek> days) {
    return say(said -> said.days = days);
  }

  public static Wish topics(Set<String> ids) {
    return say(said -> said.topics = ids);
  }

  public static Wish sources(Set<String> names) {
    return say(said -> said.sources = names);
  }

  public static Wish mute(Set<String> words) {
    return say(said -> said.mute = words);
  }

  public static Wish in(Language language) {
    return say(said -> said.language = language);
  }

  public static Wish as(Layout layout) {
    return say(said -> said.layout = layout);
  }

  public static Wish silent(boolean silent) {
    return say(said -> said.silent = silent);
  }

  /**
   * Quiet hours.
   *
   * @param quiet absent: no quiet hours
   */
  public static Wish quiet(@Nullable Quiet quiet) {
    return say(said -> said.quiet = new To<>(quiet));
  }

  /**
   * How long a slot waits.
   *
   * @param grace absent: the operator's
   */
  public static Wish grace(@Nullable Duration grace) {
    return say(said -> said.grace = new To<>(grace));
  }

  public static Wish note(boolean note) {
    return say(said -> said.note = note);
  }

  public static Wish beside(Beside beside) {
    return say(said -> said.beside = beside);
  }

  public static Wish preset(Preset preset) {
    return say(said -> said.preset = preset);
  }

  /** The other one's words where it has some, else these; of lists, both. */
  Wish and(Wish more) {
    Set<LocalTime> all = both(times, more.times);
    return new Wish(
        more.name == null ? name : more.name,
        all == null ? null : new TreeSet<>(all),
        more.zone == null ? zone : more.zone,
        both(days, more.days),
        both(topics, more.topics),
        both(sources, more.sources),
        both(mute, more.mute),
        more.language == null ? language : more.language,
        more.layout == null ? layout : more.layout,
        more.silent == null ? silent : more.silent,
        more.quiet == null ? quiet : more.quiet,
        more.grace == null ? grace : more.grace,
        more.note == null ? note : more.note,
        beside.and(more.beside),
        more.preset == null ? preset : more.preset);
  }

  /** The preset's times and days where none were said. */
  Wish settled() {
    if (preset == null) {
      return this;
    }
    return new Wish(
        name,
        times == null ? new TreeSet<>(Set.of(preset.time())) : times,
        zone,
        days == null ? preset.days() : days,
        topics,
        sources,
        mute,
        language,
        layout,
        silent,
        quiet,
        grace,
        note,
        beside,
        null);
  }

  /** An order as it is wished; what was not said stays as it is, and its name in any case. */
  public Subscription of(Subscription order) {
    if (preset != null) {
      return settled().of(order);
    }
    Schedule schedule = order.schedule();
    Filter filter = order.filter();
    return new Subscription(
        order.id(),
        order.chat(),
        order.name(),
        order.place(),
        new Schedule(
            times == null ? schedule.times() : times,
            zone == null ? schedule.zone() : zone,
            days == null ? schedule.days() : days,
            quiet == null ? schedule.quiet() : quiet.value()),
        new Filter(
            topics == null ? filter.topics() : topics,
            sources == null ? filter.sources() : sources,
            mute == null ? filter.mute() : mute),
        language == null ? order.language() : language,
        layout == null ? order.layout() : layout,
        silent == null ? order.silent() : silent,
        grace == null ? order.grace() : grace.value(),
        note == null ? order.note() : note,
        beside.of(order.extras()),
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
