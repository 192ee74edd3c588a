package bot.briefing.subscription;

import bot.briefing.subscription.Life.Came;
import bot.briefing.subscription.Life.Change;
import bot.briefing.subscription.Life.Down;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Orders, digests, downtimes and changes around days on which clocks are changed. */
final class Worlds extends DomainContextBase {
  private static final int MINUTES = 21 * 24 * 60;

  /** Each a zone and three weeks around a change of its clocks, or without one. */
  record Season(ZoneId zone, Instant begin) {
    static Season of(String zone, String begin) {
      return new Season(ZoneId.of(zone), Instant.parse(begin + "T00:00:00Z"));
    }

    Instant at(int minute) {
      return begin.plus(Duration.ofMinutes(minute));
    }

    Instant end() {
      return at(MINUTES);
    }
  }

  record World(
      Season season,
      Subscription order,
      List<Offer> offers,
      List<Down> downs,
      List<Change> changes) {
    List<Came> live() {
      return new Life(order, offers, downs, changes).live(season.begin(), season.end());
    }

    World upAlways() {
      return new World(season, order, offers, List.of(), changes);
    }

    World unchanged() {
      return new World(season, order, offers, downs, List.of());
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.of(
            Season.of("Asia/Seoul", "2026-02-01"),
            Season.of("Europe/Berlin", "2026-03-20"),
            Season.of("America/New_York", "2026-10-20"),
            Season.of("Australia/Lord_Howe", "2026-03-25"),
            Season.of("Africa/Cairo", "2026-04-15"),
            Season.of("Africa/Casablanca", "2026-02-05"),
            Season.of("Pacific/Apia", "2011-12-20"),
            Season.of("Pacific/Kiritimati", "2026-06-01"))
        .flatMap(
            season ->
                Combinators.combine(
                        schedules(season),
                        Arbitraries.of(Language.class),
                        offers(season),
                        downs(season),
                        changes(season),
                        graces().injectNull(0.5))
                    .as(
                        (schedule, language, offers, downs, changes, grace) -> {
                          Subscription order =
                              Orders.late(
                                  grace,
                                  Orders.in(
                                      language,
                                      Orders.since(
                                          season.begin(), Orders.with(Orders.order(), schedule))));
                          return new World(
                              season,
                              order,
                              offers,
                              downs,
                              changes.stream().map(one -> changed(order, one)).toList());
                        }));
  }

  /** With other times an order becomes active anew. */
  private static Change changed(Subscription order, Change change) {
    return new Change(
        change.at(),
        Orders.with(Orders.with(order, change.order().schedule()), new State.Active(change.at())));
  }

  private static Arbitrary<Schedule> schedules(Season season) {
    Arbitrary<LocalTime> times =
        Arbitraries.of(
                "00:00", "00:30", "01:30", "02:00", "02:30", "07:00", "08:00", "18:00", "23:30")
            .map(LocalTime::parse);
    Arbitrary<Set<DayOfWeek>> days =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(EnumSet.allOf(DayOfWeek.class))),
            Tuple.of(1, Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).map(EnumSet::copyOf)));
    return Combinators.combine(times.set().ofMaxSize(3), days, quiet().injectNull(0.5))
        .as((some, on, quiet) -> new Schedule(new TreeSet<>(some), season.zone(), on, quiet));
  }

  /** Some of them begin or end where clocks are changed. */
  private static Arbitrary<Quiet> quiet() {
    return Arbitraries.of(
            "22:00-07:00",
            "00:00-08:00",
            "01:30-02:30",
            "02:30-01:45",
            "06:00-18:00",
            "23:00-00:15")
        .map(Quiet::parse);
  }

  private static Arbitrary<Duration> graces() {
    return Arbitraries.of(
        Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(12));
  }

  private static Arbitrary<List<Offer>> offers(Season season) {
    return Combinators.combine(
            Arbitraries.integers().between(-2 * 24 * 60, MINUTES),
            Arbitraries.of("ko", "en", "ja").set().ofMinSize(1),
            Arbitraries.integers().between(0, 90))
        .as(
            (minute, languages, later) -> {
              Map<String, Instant> editions = new HashMap<>();
              int order = 0;
              for (String language : new TreeSet<>(languages)) {
                editions.put(language, season.at(minute + order++ * later));
              }
              return Orders.offer("d" + minute, editions);
            })
        .list()
        .ofMaxSize(20)
        .uniqueElements(Offer::digest);
  }

  private static Arbitrary<List<Down>> downs(Season season) {
    return Combinators.combine(
            Arbitraries.integers().between(0, MINUTES),
            Arbitraries.oneOf(
                Arbitraries.integers().between(1, 60),
                Arbitraries.integers().between(60, 60 * 24),
                Arbitraries.integers().between(60 * 24, 60 * 24 * 14)))
        .as((from, length) -> new Down(season.at(from), season.at(from + length)))
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<List<Change>> changes(Season season) {
    return Combinators.combine(Arbitraries.integers().between(0, MINUTES), schedules(season))
        .as(
            (minute, schedule) ->
                new Change(season.at(minute), Orders.with(Orders.order(), schedule)))
        .list()
        .ofMaxSize(3)
        .map(list -> list.stream().sorted(Comparator.comparing(Change::at)).toList());
  }
}
