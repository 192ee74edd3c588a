package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.subscription.Life.Came;
import bot.briefing.subscription.Life.Down;
import bot.briefing.subscription.Worlds.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The rule over zones, seasons, late digests and editions, downtimes and changed settings. */
@Domain(Worlds.class)
final class DueRulePropertyTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void never_twice_never_older_after_newer_nothing_too_old(@ForAll World world) {
    Instant newest = Instant.MIN;
    Set<String> digests = new HashSet<>();
    for (Came came : world.live()) {
      Offer offer = came.what().offer();
      assertThat(digests.add(offer.digest())).isTrue();
      assertThat(offer.published()).isAfter(newest).isAfter(world.order().since());
      assertThat(Duration.between(offer.published(), came.at()))
          .isBetween(Duration.ZERO, Orders.SETTINGS.maxAge());
      assertThat(offer.editions().get(came.what().language())).isBeforeOrEqualTo(came.at());
      newest = offer.published();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void at_most_one_at_each_slot_and_none_before_it(@ForAll World world) {
    Set<Instant> slots = new HashSet<>();
    for (Came came : world.live()) {
      assertThat(came.what().slot()).isBeforeOrEqualTo(came.at());
      if (!came.order().schedule().isAsPublished()) {
        assertThat(slots.add(came.what().slot())).isTrue();
        assertThat(Slots.atOrBefore(came.order().schedule(), came.what().slot()))
            .contains(came.what().slot());
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothing_in_quiet_hours(@ForAll World world) {
    for (Came came : world.live()) {
      Quiet quiet = came.order().schedule().quiet();
      LocalTime there = came.at().atZone(world.season().zone()).toLocalTime();
      assertThat(quiet != null && quiet.holds(there)).as("%s in %s", there, quiet).isFalse();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_slot_takes_nothing_that_is_published_after_its_own_grace(@ForAll World world) {
    for (Came came : world.live()) {
      Duration grace = came.order().graceOr(Orders.SETTINGS.grace());
      if (!came.order().schedule().isAsPublished()) {
        assertThat(came.what().offer().published())
            .isBeforeOrEqualTo(came.what().slot().plus(grace));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void quiet_hours_move_a_slot_forward_to_their_end_and_keep_the_order(@ForAll World world) {
    Schedule schedule = world.order().schedule();
    Instant last = Instant.MIN;
    Optional<Instant> slot = Slots.after(schedule, world.season().begin());
    while (slot.isPresent() && slot.get().isBefore(world.season().end())) {
      assertThat(slot.get()).isAfter(last);
      assertThat(schedule.loud(slot.get())).isEqualTo(slot.get());
      last = slot.get();
      slot = Slots.after(schedule, last);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void at_most_one_on_return(@ForAll World world) {
    List<Came> came = world.live();
    for (Down down : world.downs()) {
      assertThat(came)
          .filteredOn(one -> one.awake().equals(down.to()) && one.at().equals(down.to()))
          .hasSizeLessThanOrEqualTo(1);
      assertThat(came)
          .noneMatch(one -> !one.at().isBefore(down.from()) && one.at().isBefore(down.to()));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_bot_that_is_up_misses_no_slot_that_has_something_new(@ForAll World any) {
    World world = any.upAlways().unchanged();
    Schedule schedule = world.order().schedule();
    List<Came> came = world.live();
    Optional<Instant> slot = Slots.after(schedule, world.season().begin());
    while (slot.isPresent()
        && slot.get().isBefore(world.season().end().minus(Duration.ofHours(25)))) {
      Instant at = slot.get();
      Instant previous = Slots.before(schedule, at).orElseThrow();
      Optional<Offer> newest =
          world.offers().stream()
              .filter(offer -> offer.published().isAfter(world.order().since()))
              .filter(offer -> offer.published().isAfter(previous))
              .filter(offer -> !offer.published().isAfter(at))
              .filter(
                  offer ->
                      offer
                          .published()
                          .plus(Orders.SETTINGS.maxAge())
                          .isAfter(schedule.loud(at.plus(Orders.SETTINGS.editionWait()))))
              .max(Comparator.comparing(Offer::published));
      newest.ifPresent(
          offer ->
              assertThat(came)
                  .as("of %s at %s", offer, at)
                  .anyMatch(
                      one ->
                          !one.what().offer().published().isBefore(offer.published())
                              && !one.at().isAfter(patience(one, at))));
      slot = Slots.after(schedule, at);
    }
  }

  /** A newer one that appears while an edition is awaited is waited for in its turn. */
  private static Instant patience(Came came, Instant slot) {
    Instant published = came.what().offer().published();
    Instant end = (published.isAfter(slot) ? published : slot).plus(Orders.SETTINGS.editionWait());
    return came.order().schedule().loud(end);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void as_published_and_always_up_gets_each_in_time_unless_a_newer_one_came(@ForAll World any) {
    World world =
        new World(
            any.season(),
            Orders.with(
                any.order(),
                new Schedule(
                    new TreeSet<>(List.of()),
                    any.season().zone(),
                    EnumSet.allOf(DayOfWeek.class),
                    any.order().schedule().quiet())),
            any.offers(),
            List.of(),
            List.of());
    List<Came> came = world.live();
    for (Offer offer : world.offers()) {
      Instant end =
          world.order().schedule().loud(offer.published().plus(Orders.SETTINGS.editionWait()));
      boolean mayCome =
          offer.published().isAfter(world.order().since())
              && end.isBefore(world.season().end())
              && world.offers().stream()
                  .map(Offer::published)
                  .noneMatch(one -> one.isAfter(offer.published()) && !one.isAfter(end));
      if (mayCome) {
        assertThat(came)
            .anyMatch(
                one ->
                    !one.what().offer().published().isBefore(offer.published())
                        && !one.at().isAfter(end));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_short_downtime_changes_nothing_but_the_minute(@ForAll World any) {
    World world = any.unchanged();
    if (world.order().schedule().isAsPublished()) {
      return;
    }
    List<String> up = digests(world.upAlways().live());
    List<Down> blinks =
        world.downs().stream()
            .map(down -> new Down(down.from(), down.from().plus(Duration.ofMinutes(1))))
            .toList();
    World blinking = new World(world.season(), world.order(), world.offers(), blinks, List.of());

    assertThat(digests(blinking.live())).isEqualTo(up);
  }

  private static List<String> digests(List<Came> came) {
    return came.stream().map(one -> one.what().offer().digest()).toList();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void a_clock_that_jumps_an_hour_each_way_sends_nothing_twice(@ForAll World world) {
    Random random = new Random(world.hashCode());
    Had had = Had.NOTHING;
    Set<String> digests = new HashSet<>();
    Instant now = world.season().begin();
    while (now.isBefore(world.season().end())) {
      Decision decision = DueRule.decide(world.order(), world.offers(), had, now, Orders.SETTINGS);
      if (decision instanceof Decision.Send send) {
        assertThat(digests.add(send.offer().digest())).isTrue();
        assertThat(had.newest() == null || send.offer().published().isAfter(had.newest())).isTrue();
        had = Orders.after(had, decision);
      }
      now =
          now.plus(
              random.nextInt(10) == 0
                  ? Duration.ofHours(random.nextBoolean() ? 1 : -1)
                  : Duration.ofMinutes(20));
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void why_has_a_word_for_each_that_did_not_come(@ForAll World world) {
    Had had = Had.NOTHING;
    Instant now = world.season().end();
    for (Came came : world.live()) {
      had = Orders.after(had, came.what());
    }
    for (Offer offer : world.offers()) {
      if (!had.digests().contains(offer.digest())) {
        assertThat(DueRule.why(world.order(), offer, world.offers(), had, now, Orders.SETTINGS))
            .isIn(
                Reason.BEFORE_SUBSCRIPTION,
                Reason.WAITS_FOR_DIGEST,
                Reason.WAITS_FOR_SLOT,
                Reason.WAITS_FOR_EDITION,
                Reason.WAITS_FOR_QUIET_END,
                Reason.WAITS_FOR_TURN,
                Reason.SUPERSEDED,
                Reason.TOO_OLD,
                Reason.NOT_ITS_DAY);
      }
    }
  }
}
