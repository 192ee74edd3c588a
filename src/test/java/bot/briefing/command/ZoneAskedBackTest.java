package bot.briefing.command;

import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Button;
import bot.briefing.card.Layout;
import bot.briefing.card.ShortHash;
import bot.briefing.chat.Asker.Place;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that means the time of several places. */
final class ZoneAskedBackTest {
  private static final int ROOM = 55;
  private static final ShortHash CHICAGO = ShortHash.of("America/Chicago");

  private final StandingVisit visit;

  ZoneAskedBackTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void it_is_asked_back_with_the_time_in_each_and_nothing_is_ordered() {
    Answer which = visit.type("/subscribe 08:00 CST");

    assertThat(which.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(text(which)).contains("‘CST’는 여러 곳의 시간이에요", "지금 시카고 시각: 2월 11일 수요일 21:00");
    assertThat(buttons(which)).contains("시카고", "상하이");
    assertThat(visit.orders.find(visit.chat)).isEmpty();
  }

  @Test
  void one_tap_orders_with_all_that_was_typed() {
    visit.language = Language.EN;
    Answer which =
        visit.type(
            "/subscribe 08:00,18:00 cst mon-fri topic:regulation lang:ko layout:full silent:on");
    Answer begun = visit.press(which, "Chicago");

    assertThat(text(begun)).contains("You are subscribed", "Weekdays at 08:00, 18:00 (Chicago)");
    Subscription order = visit.order();
    assertThat(order.schedule().zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(order.schedule().times()).containsExactly(LocalTime.of(8, 0), LocalTime.of(18, 0));
    assertThat(order.schedule().days()).doesNotContain(DayOfWeek.SUNDAY).hasSize(5);
    assertThat(order.topics()).containsExactly("regulation");
    assertThat(order.language()).isEqualTo(Language.KO);
    assertThat(order.layout()).isEqualTo(Layout.FULL);
    assertThat(order.silent()).isTrue();
  }

  @Test
  void the_order_that_there_is_is_changed() {
    visit.type("/subscribe 07:00 Seoul topic:regulation");
    Answer which = visit.type("/subscribe zone:CST 09:00");

    assertThat(visit.order().schedule().zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(text(visit.press(which, "상하이"))).contains("구독을 바꿨어요", "매일 09:00(상하이)", "규제");
  }

  @Test
  void in_a_group_only_who_manages_it_may_tap() {
    visit.place = Place.GROUP;
    Answer which = visit.type("/subscribe 08:00 CST");
    visit.manages = false;

    assertThat(text(visit.press(which, "시카고"))).contains("관리하는 사람만");
    assertThat(visit.orders.find(visit.chat)).isEmpty();
  }

  @Test
  void a_line_that_no_button_holds_is_shown_to_be_typed() {
    String words =
        "mute:\"qzxjk wvbnm,asdfg hjklp,poiuy trewq,mnbvc xzasd,qwert yuiop,zmxnc bvalk\"";
    Answer which = visit.type("/subscribe 08:00 CST " + words);

    assertThat(buttons(which)).isEmpty();
    assertThat(text(which)).contains("/subscribe 08:00 Asia/Shanghai " + words, "시카고");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CST",
        "08:00 CST",
        "cst 평일 오전 8시 주제:규제",
        "이름:저녁 18:00 CST 조용히 제목만",
        "08:00,18:00 zone:\"CST\" days:\"mon-fri\" topics:\"regulation\" layout:\"full\""
            + " silent:\"on\"",
        "09:00  ＣＳＴ  name:\"evening news\" mute:\"stock market,crypto\" quiet:22:00-07:00 late:1h"
      })
  void what_people_type_fits_a_button_and_comes_back(String line) {
    String packed = Packed.without("CST", line, ROOM).orElseThrow();
    Action action = new Action.Settle(CHICAGO, packed);

    assertThat(ActionCodec.encode(action)).matches("[A-Za-z0-9_-]{1,64}");
    assertThat(ActionCodec.decode(ActionCodec.encode(action))).contains(action);
    String whole = Packed.settled(packed, CHICAGO).orElseThrow();
    assertThat(whole).contains("America/Chicago").doesNotContainIgnoringCase("cst");
    assertThat(Optional.of(whole.replace("America/Chicago", "CST")))
        .hasValueSatisfying(again -> assertThat(again).isEqualToIgnoringCase(plain(line)));
  }

  private static String plain(String line) {
    return line.replace("ＣＳＴ", "CST").replaceAll(" +", " ").strip();
  }

  @Test
  void a_name_that_holds_the_word_stays() {
    String packed = Packed.without("CST", "name:cstar cst", ROOM).orElseThrow();

    assertThat(Packed.settled(packed, CHICAGO)).contains("name:cstar America/Chicago");
  }

  @Test
  void what_old_buttons_carry_means_what_it_meant() {
    assertThat(Packed.settled("g1II-yB-QMQAAA", CHICAGO))
        .contains("08:00 America/Chicago weekdays topic:regulation");
    assertThat(Packed.settled("gyasNwsaXrc2QpUxIpIwAA", CHICAGO))
        .contains("이름:저녁 18:00 America/Chicago 조용히");
  }

  @Test
  void what_nobody_has_packed_does_nothing() {
    assertThat(visit.press(new Action.Settle(CHICAGO, "AAAA")).outcome())
        .isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(visit.press(new Action.Settle(new ShortHash("AAAAAA"), "AAAA")).outcome())
        .isEqualTo(Outcome.NOT_UNDERSTOOD);
  }

  @Test
  void every_button_is_of_one_of_the_zones() {
    List<Action> actions =
        visit.type("/subscribe 08:00 CST").card().rows().stream()
            .flatMap(List::stream)
            .map(button -> ((Button.Act) button).action())
            .toList();

    assertThat(actions).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(actions).allMatch(Action.Settle.class::isInstance);
  }
}
