package bot.briefing.subscription;

import static bot.briefing.subscription.Orders.SETTINGS;
import static bot.briefing.subscription.Orders.offer;
import static bot.briefing.subscription.Orders.order;
import static bot.briefing.subscription.Orders.seoul;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a digest did not come. */
final class AbsenceTest {
  private static final Offer TODAY = offer("2026-02-12T07:00");
  private static final Offer NEWER = offer("2026-02-12T09:00");
  private static final Subscription EIGHT = Orders.at("Asia/Seoul", "08:00");

  private static Reason why(Subscription order, String now, Offer... others) {
    return why(order, Had.NOTHING, now, others);
  }

  private static Reason why(Subscription order, Had had, String now, Offer... others) {
    List<Offer> all = new ArrayList<>(List.of(others));
    all.add(TODAY);
    return DueRule.why(order, TODAY, all, had, seoul(now), SETTINGS);
  }

  @Test
  void published_before_the_chat_subscribed() {
    assertThat(why(Orders.since(seoul("2026-02-12T07:00"), EIGHT), "2026-02-12T12:00"))
        .isEqualTo(Reason.BEFORE_SUBSCRIPTION);
  }

  @Test
  void not_yet_published() {
    assertThat(why(EIGHT, "2026-02-12T06:00")).isEqualTo(Reason.WAITS_FOR_DIGEST);
  }

  @Test
  void its_slot_is_still_to_come() {
    assertThat(why(EIGHT, "2026-02-12T07:30")).isEqualTo(Reason.WAITS_FOR_SLOT);
  }

  @Test
  void due_and_not_yet_planned() {
    assertThat(why(EIGHT, "2026-02-12T08:00")).isEqualTo(Reason.WAITS_FOR_TURN);
  }

  @Test
  void a_newer_one_went_instead() {
    Had had = new Had(Set.of(NEWER.digest()), NEWER.published(), seoul("2026-02-13T08:00"));
    assertThat(why(EIGHT, had, "2026-02-14T08:00", NEWER)).isEqualTo(Reason.SUPERSEDED);
    assertThat(why(order(), "2026-02-12T09:00", NEWER)).isEqualTo(Reason.SUPERSEDED);
  }

  @Test
  void its_edition_is_awaited() {
    assertThat(why(Orders.in(Language.EN, order()), "2026-02-12T07:10"))
        .isEqualTo(Reason.WAITS_FOR_EDITION);
  }

  @Test
  void too_old_when_it_could_have_gone() {
    assertThat(why(EIGHT, "2026-02-14T08:00")).isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void the_chat_had_paused() {
    Subscription paused = Orders.with(EIGHT, new State.Paused(seoul("2026-02-11T00:00"), null));
    assertThat(why(paused, "2026-02-12T12:00")).isEqualTo(Reason.PAUSED);
  }

  @Test
  void the_chat_was_gone() {
    Instant gone = seoul("2026-02-11T00:00");
    Subscription suspended =
        Orders.with(EIGHT, new State.Suspended(gone, Receipt.Reason.BLOCKED, null));
    assertThat(why(suspended, "2026-02-12T12:00")).isEqualTo(Reason.SUSPENDED);
  }

  @Test
  void not_a_day_on_which_the_chat_wants_one() {
    EnumSet<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(
            why(
                Orders.with(EIGHT, Orders.schedule("Asia/Seoul", weekend, "08:00")),
                "2026-02-12T12:00"))
        .isEqualTo(Reason.NOT_ITS_DAY);
    assertThat(why(Orders.with(EIGHT, Orders.schedule("Asia/Seoul", weekend)), "2026-02-12T12:00"))
        .isEqualTo(Reason.NOT_ITS_DAY);
  }
}
