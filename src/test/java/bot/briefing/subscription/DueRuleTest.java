package bot.briefing.subscription;

import static bot.briefing.subscription.Orders.SETTINGS;
import static bot.briefing.subscription.Orders.decide;
import static bot.briefing.subscription.Orders.offer;
import static bot.briefing.subscription.Orders.order;
import static bot.briefing.subscription.Orders.seoul;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Decision.Send;
import bot.briefing.subscription.Decision.Wait;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule by examples: fixed dates in fixed zones. */
final class DueRuleTest {
  private static final Offer TODAY = offer("2026-02-12T07:00");
  private static final Offer YESTERDAY = offer("2026-02-11T07:00");
  private static final Subscription EIGHT = Orders.at("Asia/Seoul", "08:00");
  private static final Subscription NEW = Orders.since(seoul("2026-02-11T12:00"), EIGHT);
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static void sends(Decision decision, Offer offer, String slot, Reason reason) {
    assertThat(decision).isEqualTo(new Send(offer, "ko", seoul(slot), reason));
  }

  private static void waits(Decision decision, String until, Reason reason) {
    assertThat(decision).isEqualTo(new Wait(seoul(until), reason));
  }

  @Test
  void as_published_goes_when_it_is_published() {
    waits(
        decide(order(), seoul("2026-02-12T06:59"), TODAY),
        "2026-02-12T07:00",
        Reason.WAITS_FOR_DIGEST);
    sends(
        decide(order(), seoul("2026-02-12T07:00"), TODAY),
        TODAY,
        "2026-02-12T07:00",
        Reason.ON_TIME);
  }

  @Test
  void one_published_since_the_previous_slot_goes_at_the_slot() {
    waits(decide(NEW, seoul("2026-02-12T07:59"), TODAY), "2026-02-12T08:00", Reason.WAITS_FOR_SLOT);
    sends(
        decide(EIGHT, seoul("2026-02-12T08:00"), TODAY, YESTERDAY),
        TODAY,
        "2026-02-12T08:00",
        Reason.ON_TIME);
  }

  @Test
  void a_late_one_goes_on_arrival_while_the_slot_is_open() {
    Offer late = offer("2026-02-12T10:59");
    waits(decide(EIGHT, seoul("2026-02-12T08:30")), "2026-02-12T11:00", Reason.WAITS_FOR_DIGEST);
    sends(
        decide(EIGHT, seoul("2026-02-12T10:59"), late),
        late,
        "2026-02-12T08:00",
        Reason.LATE_DIGEST);
  }

  @Test
  void one_that_is_published_after_the_grace_waits_for_the_next_slot() {
    Offer later = offer("2026-02-12T11:01");
    waits(
        decide(EIGHT, seoul("2026-02-12T12:00"), later), "2026-02-13T08:00", Reason.WAITS_FOR_SLOT);
    sends(
        decide(EIGHT, seoul("2026-02-13T08:00"), later), later, "2026-02-13T08:00", Reason.ON_TIME);
  }

  @Test
  void an_older_one_goes_when_the_grace_ends_with_nothing_newer() {
    waits(
        decide(EIGHT, seoul("2026-02-12T08:00"), YESTERDAY),
        "2026-02-12T11:00",
        Reason.WAITS_FOR_DIGEST);
    sends(
        decide(EIGHT, seoul("2026-02-12T11:00"), YESTERDAY),
        YESTERDAY,
        "2026-02-12T08:00",
        Reason.GRACE_ENDED);
  }

  @Test
  void whoever_looks_late_sends_what_would_have_gone_at_the_slot() {
    Offer afternoon = offer("2026-02-12T13:00");
    Decision decision =
        DueRule.decide(
            EIGHT,
            List.of(YESTERDAY, TODAY, afternoon),
            Had.NOTHING,
            seoul("2026-02-12T18:00"),
            SETTINGS);

    sends(decision, TODAY, "2026-02-12T08:00", Reason.BOT_WAS_DOWN);
  }

  @Test
  void a_file_that_comes_late_to_a_bot_that_was_there_is_a_late_digest() {
    sends(
        decide(EIGHT, seoul("2026-02-12T12:00"), TODAY),
        TODAY,
        "2026-02-12T08:00",
        Reason.LATE_DIGEST);
  }

  @Test
  void nothing_older_than_the_greatest_age_goes() {
    Instant end = TODAY.published().plus(SETTINGS.maxAge());

    assertThat(decide(order(), end, TODAY)).isInstanceOf(Send.class);
    assertThat(decide(order(), end.plusMillis(1), TODAY)).isInstanceOf(Wait.class);
  }

  @Test
  void never_twice_and_never_an_older_one_after_a_newer_one() {
    Had had = new Had(Set.of(TODAY.digest()), TODAY.published(), TODAY.published());

    assertThat(
            DueRule.decide(
                order(), List.of(TODAY, YESTERDAY), had, seoul("2026-02-12T07:10"), SETTINGS))
        .isEqualTo(new Wait(Instant.MAX, Reason.WAITS_FOR_DIGEST));
  }

  @Test
  void a_new_order_begins_with_the_first_digest_after_it() {
    Subscription late = Orders.since(seoul("2026-02-12T07:00"), order());

    assertThat(decide(late, seoul("2026-02-12T07:01"), TODAY)).isInstanceOf(Wait.class);
  }

  @Test
  void a_digest_waits_for_the_chats_own_language_and_then_takes_the_defaults() {
    Subscription english = Orders.in(Language.EN, EIGHT);
    Offer both =
        offer("x", Map.of("ko", seoul("2026-02-12T07:50"), "en", seoul("2026-02-12T08:10")));
    Offer korean = offer("x", Map.of("ko", seoul("2026-02-12T07:50")));

    waits(
        decide(english, seoul("2026-02-12T08:00"), both),
        "2026-02-12T08:10",
        Reason.WAITS_FOR_EDITION);
    assertThat(decide(english, seoul("2026-02-12T08:10"), both))
        .isEqualTo(new Send(both, "en", seoul("2026-02-12T08:00"), Reason.LATE_DIGEST));
    waits(
        decide(english, seoul("2026-02-12T08:00"), korean),
        "2026-02-12T08:20",
        Reason.WAITS_FOR_EDITION);
    sends(
        decide(english, seoul("2026-02-12T08:20"), korean),
        korean,
        "2026-02-12T08:00",
        Reason.OTHER_EDITION);
  }

  @Test
  void a_newer_digest_has_a_wait_of_its_own_for_the_chats_language() {
    Subscription english = Orders.in(Language.EN, Orders.at("Asia/Seoul", "00:30"));
    Offer older = offer("x", Map.of("ko", seoul("2026-02-12T00:01")));
    Offer newer = offer("y", Map.of("ko", seoul("2026-02-12T00:31")));

    waits(
        decide(english, seoul("2026-02-12T00:30"), older),
        "2026-02-12T00:31",
        Reason.WAITS_FOR_EDITION);
    waits(
        decide(english, seoul("2026-02-12T00:31"), older, newer),
        "2026-02-12T01:01",
        Reason.WAITS_FOR_EDITION);
    sends(
        decide(english, seoul("2026-02-12T01:01"), older, newer),
        newer,
        "2026-02-12T00:30",
        Reason.OTHER_EDITION);
  }

  @Test
  void an_edition_that_was_there_in_time_is_on_time() {
    Subscription english = Orders.in(Language.EN, order());
    Offer both =
        offer("x", Map.of("ko", seoul("2026-02-12T07:00"), "en", seoul("2026-02-12T07:20")));

    assertThat(decide(english, seoul("2026-02-12T07:20"), both))
        .isEqualTo(new Send(both, "en", seoul("2026-02-12T07:00"), Reason.ON_TIME));
  }

  @Test
  void where_the_default_is_missing_too_any_edition_goes() {
    Offer japanese = offer("x", Map.of("ja", seoul("2026-02-12T07:00")));

    assertThat(decide(order(), seoul("2026-02-12T07:30"), japanese))
        .isEqualTo(new Send(japanese, "ja", seoul("2026-02-12T07:00"), Reason.OTHER_EDITION));
  }

  @Test
  void a_time_in_a_gap_moves_to_the_first_instant_after_it() {
    Subscription berlin = Orders.at("Europe/Berlin", "02:30");

    assertThat(DueRule.next(berlin, Orders.local("2026-03-29T00:00", "Europe/Berlin")))
        .contains(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void two_times_in_one_gap_are_one_slot() {
    Subscription berlin = Orders.at("Europe/Berlin", "02:15", "02:45");
    Instant gap = Instant.parse("2026-03-29T01:00:00Z");

    assertThat(Slots.atOrBefore(berlin.schedule(), gap)).contains(gap);
    assertThat(DueRule.next(berlin, gap))
        .contains(Orders.local("2026-03-30T02:15", "Europe/Berlin"));
  }

  @Test
  void a_time_in_an_overlap_is_the_first_of_the_two() {
    Subscription newYork = Orders.at("America/New_York", "01:30");
    Instant first = Instant.parse("2026-11-01T05:30:00Z");

    assertThat(DueRule.next(newYork, Orders.local("2026-11-01T00:00", "America/New_York")))
        .contains(first);
    assertThat(DueRule.next(newYork, first)).contains(Instant.parse("2026-11-02T06:30:00Z"));
  }

  @Test
  void midnight_that_a_zone_leaves_out_is_the_first_instant_of_the_day() {
    Subscription cairo = Orders.at("Africa/Cairo", "00:00");

    assertThat(DueRule.next(cairo, Orders.local("2026-04-23T23:00", "Africa/Cairo")))
        .contains(Instant.parse("2026-04-23T22:00:00Z"));
  }

  @Test
  void a_day_that_a_zone_leaves_out_gives_one_slot_at_its_end() {
    Subscription apia = Orders.at("Pacific/Apia", "08:00");
    Instant skipped = Instant.parse("2011-12-30T10:00:00Z");

    assertThat(DueRule.next(apia, Instant.parse("2011-12-29T20:00:00Z"))).contains(skipped);
    assertThat(DueRule.next(apia, skipped)).contains(Instant.parse("2011-12-30T18:00:00Z"));
  }

  @Test
  void only_the_days_that_the_chat_wants_have_slots() {
    Subscription weekdays = Orders.with(order(), Orders.schedule("Asia/Seoul", WEEKDAYS, "08:00"));
    Offer saturday = offer("2026-02-14T21:00");

    assertThat(DueRule.next(weekdays, seoul("2026-02-13T08:00")))
        .contains(seoul("2026-02-16T08:00"));
    sends(
        decide(weekdays, seoul("2026-02-16T08:00"), saturday),
        saturday,
        "2026-02-16T08:00",
        Reason.ON_TIME);
  }

  @Test
  void as_published_counts_the_day_of_the_publication() {
    Subscription weekdays = Orders.with(order(), Orders.schedule("Asia/Seoul", WEEKDAYS));
    Offer saturday = offer("2026-02-14T21:00");

    assertThat(decide(weekdays, seoul("2026-02-14T21:00"), saturday)).isInstanceOf(Wait.class);
    assertThat(decide(weekdays, seoul("2026-02-16T00:00"), saturday)).isInstanceOf(Wait.class);
  }

  @Test
  void a_pause_holds_until_it_ends_and_the_next_slot_is_served() {
    Subscription paused =
        Orders.with(EIGHT, new State.Paused(seoul("2026-02-10T00:00"), seoul("2026-02-12T00:00")));

    waits(decide(paused, seoul("2026-02-11T08:00"), YESTERDAY), "2026-02-12T00:00", Reason.PAUSED);
    waits(
        decide(paused, seoul("2026-02-12T00:00"), YESTERDAY),
        "2026-02-12T08:00",
        Reason.WAITS_FOR_SLOT);
    assertThat(DueRule.next(paused, seoul("2026-02-10T12:00"))).contains(seoul("2026-02-12T08:00"));
  }

  @Test
  void on_resuming_as_published_gets_the_newest_that_it_has_not_had() {
    Subscription back = Orders.with(order(), new State.Active(seoul("2026-02-12T09:00")));

    sends(
        decide(back, seoul("2026-02-12T09:00"), YESTERDAY, TODAY),
        TODAY,
        "2026-02-12T07:00",
        Reason.RESUMED);
  }

  @Test
  void a_slot_that_was_over_when_the_times_were_changed_is_not_made_up_for() {
    Subscription changed = Orders.with(EIGHT, new State.Active(seoul("2026-02-12T10:00")));

    waits(
        decide(changed, seoul("2026-02-12T10:00"), TODAY),
        "2026-02-13T08:00",
        Reason.WAITS_FOR_SLOT);
  }

  @Test
  void a_chat_that_is_gone_is_tried_at_its_slot_and_at_most_daily() {
    Instant gone = seoul("2026-02-11T08:00");
    Subscription suspended =
        Orders.with(
            Orders.at("Asia/Seoul", "08:00", "18:00"),
            new State.Suspended(gone, Receipt.Reason.KICKED, null));

    waits(
        decide(suspended, seoul("2026-02-11T18:00"), offer("2026-02-11T17:00")),
        "2026-02-12T08:00",
        Reason.SUSPENDED);
    sends(
        decide(suspended, seoul("2026-02-12T08:00"), TODAY),
        TODAY,
        "2026-02-12T08:00",
        Reason.RESUMED);
    waits(
        decide(suspended, seoul("2026-02-12T11:30"), TODAY), "2026-02-12T18:00", Reason.SUSPENDED);
  }

  @Test
  void a_clock_that_jumps_back_uses_no_slot_again() {
    Had had = new Had(Set.of(TODAY.digest()), TODAY.published(), seoul("2026-02-12T08:00"));

    Decision decision =
        DueRule.decide(
            EIGHT,
            List.of(TODAY, offer("2026-02-12T07:30")),
            had,
            seoul("2026-02-12T07:45"),
            SETTINGS);
    waits(decision, "2026-02-13T08:00", Reason.WAITS_FOR_SLOT);
  }

  @Test
  void a_grace_longer_than_the_way_to_the_next_slot_ends_there() {
    DueRule.Settings patient =
        new DueRule.Settings(
            Duration.ofHours(36), Duration.ofHours(30), Duration.ofMinutes(30), Language.KO);
    Decision decision =
        DueRule.decide(EIGHT, List.of(), Had.NOTHING, seoul("2026-02-12T08:00"), patient);

    waits(decision, "2026-02-13T08:00", Reason.WAITS_FOR_DIGEST);
  }
}
