package bot.briefing.command;

import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Layout;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordering, changing and ending in a chat. */
final class OrdersTest {
  private final StandingVisit visit;

  OrdersTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void a_bare_word_subscribes_at_once_with_the_defaults() {
    Answer answer = visit.type("/subscribe");
    Subscription order = visit.order();

    assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(text(answer))
        .contains("구독을 시작했어요", "매일(서울), 브리핑이 올라오는 대로", "요약", "지금 서울 시각: 2월 12일 목요일 12:00");
    assertThat(buttons(answer)).contains("지금 브리핑 보기", "시각", "요일", "주제", "모양", "언어", "쉬기");
    assertThat(order.schedule()).isEqualTo(Schedule.asPublished(ZoneId.of("Asia/Seoul")));
    assertThat(order.language()).isEqualTo(Language.KO);
    assertThat(order.layout()).isEqualTo(Layout.OVERVIEW);
    assertThat(order.since()).isEqualTo(visit.now);
    assertThat(visit.changes).isEqualTo(1);
  }

  @Test
  void the_answer_says_what_comes_when() {
    assertThat(text(visit.type("/subscribe 08:00"))).contains("매일 08:00(서울), 다음 발송 2월 13일 금요일");
    assertThat(text(visit.type("/subscribe 08:00,18:00 평일")))
        .contains("평일 08:00, 18:00(서울), 다음 발송 2월 12일 목요일 18:00");
    visit.language = Language.EN;
    assertThat(text(visit.type("/subscribe 08:00 London mon,wed daily")))
        .contains("Every day at 08:00 (London), next on Thursday, 12 February");
  }

  @Test
  void one_line_orders_all_of_it() {
    visit.type("/subscribe 08:00,18:00 Asia/Seoul topic:regulation lang:en layout:full silent:on");
    Subscription order = visit.order();

    assertThat(order.schedule().times()).containsExactly(LocalTime.of(8, 0), LocalTime.of(18, 0));
    assertThat(order.topics()).containsExactly("regulation");
    assertThat(order.language()).isEqualTo(Language.EN);
    assertThat(order.layout()).isEqualTo(Layout.FULL);
    assertThat(order.silent()).isTrue();
  }

  @Test
  void a_second_word_changes_it_and_says_so() {
    visit.type("/subscribe 08:00 topic:regulation");
    Subscription first = visit.order();
    visit.now = visit.now.plus(Duration.ofHours(1));
    Answer changed = visit.type("/subscribe 18:00");

    assertThat(text(changed)).contains("구독을 바꿨어요", "18:00", "규제");
    assertThat(visit.order().id()).isEqualTo(first.id());
    assertThat(visit.order().since()).isEqualTo(first.since());
    assertThat(visit.order().state()).isEqualTo(new State.Active(visit.now));
    assertThat(text(visit.type("/subscribe"))).contains("구독은 그대로예요");
  }

  @Test
  void a_filter_that_matches_nothing_lately_is_said() {
    assertThat(text(visit.type("/subscribe topic:chips"))).contains("최근 30일 동안 없었어요");
    assertThat(text(visit.type("/subscribe topic:regulation"))).doesNotContain("최근 30일 동안 없었어요");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_permitted_is_said_before_anything_goes_wrong(Need need) {
    visit.missing = EnumSet.of(need);
    String said =
        switch (need) {
          case SEE -> "볼 수 없어";
          case WRITE -> "메시지 보내기를 허용";
          case READ_HISTORY -> "메시지 기록 보기를 허용";
          case PIN -> "메시지 고정을 허용";
          case CROSSPOST -> "공지 채널";
          case ROOMS -> "토픽(주제)이 켜진 그룹";
          case TAG -> "첫 번째 태그";
          case ROLE -> "모든 역할 멘션을 허용";
        };
    assertThat(text(visit.type("/subscribe"))).contains(said);
    assertThat(text(visit.type("/settings"))).contains(said);
  }

  @ParameterizedTest
  @CsvSource({"weekdas, weekdays", "seuol, 서울", "8, 8:00", "regulaton, 규제"})
  void a_word_that_is_not_understood_has_its_nearest_right_one(String word, String nearest) {
    Answer unclear = visit.type("/subscribe " + word);

    assertThat(text(unclear)).contains("‘" + word + "’", "이해하지 못했어요", nearest);
    assertThat(visit.orders.find(visit.chat)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscribe",
        "/subscribe 08:00",
        "/unsubscribe",
        "/pause",
        "/resume",
        "/settings",
        "/test"
      })
  void only_who_manages_the_chat_may_change_it(String line) {
    visit.place = Place.GROUP;
    visit.manages = false;
    Answer denied = visit.type(line);

    assertThat(text(denied)).contains("채팅을 관리하는 사람만 바꿀 수 있어요");
    assertThat(visit.orders.find(visit.chat)).isEmpty();
    assertThat(visit.ledger.tested).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_button_changes_nothing_for_who_does_not_manage_the_chat(Step step) {
    visit.type("/subscribe 08:00 topic:regulation");
    Subscription before = visit.order();
    visit.manages = false;

    assertThat(text(visit.press(step))).contains("관리하는 사람만");
    assertThat(visit.order()).isEqualTo(before);
    assertThat(visit.ledger.forgotten).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void every_button_is_answered_with_and_without_an_order(Step step) {
    assertThat(text(visit.press(step))).isNotBlank();
    visit.type("/subscribe 08:00");
    visit.language = Language.EN;
    assertThat(text(visit.press(step))).isNotBlank().doesNotContainPattern("[가-힣]");
  }

  @Test
  void buttons_change_times_days_layout_language_and_sound() {
    visit.type("/subscribe");
    for (Step step :
        List.of(Step.AT_8_AND_18, Step.WEEKDAYS, Step.HEADLINES, Step.ENGLISH, Step.SILENT)) {
      assertThat(text(visit.press(step))).contains("구독을 바꿨어요");
    }
    Subscription order = visit.order();

    assertThat(order.schedule().times()).hasSize(2);
    assertThat(order.schedule().days()).hasSize(5);
    assertThat(order.layout()).isEqualTo(Layout.HEADLINES);
    assertThat(order.language()).isEqualTo(Language.EN);
    assertThat(order.silent()).isTrue();
  }

  @Test
  void topics_are_picked_one_by_one() {
    visit.type("/subscribe");
    Answer topics = visit.press(new Action.Choose(0));
    assertThat(buttons(topics)).contains("규제 (1)", "반도체", "전체 주제");

    Answer picked = visit.press(new Action.Pick(ShortHash.of("regulation"), true, 0));
    assertThat(buttons(picked)).contains("✓ 규제");
    assertThat(visit.order().topics()).containsExactly("regulation");

    visit.press(new Action.Pick(ShortHash.of("regulation"), true, 0));
    assertThat(visit.order().topics()).containsExactly("regulation");
    visit.press(new Action.Pick(ShortHash.of("regulation"), false, 0));
    assertThat(visit.order().topics()).isEmpty();
  }

  @Test
  void a_pause_lasts_as_long_as_was_said() {
    visit.type("/subscribe 08:00");
    assertThat(text(visit.type("/pause 2월 20일"))).contains("2월 20일 금요일 00:00부터 다시 보내요");
    assertThat(visit.order().state())
        .isEqualTo(new State.Paused(visit.now, Instant.parse("2026-02-19T15:00:00Z")));
    assertThat(text(visit.type("/pause"))).contains("다시 시작할 때까지");
    assertThat(text(visit.type("/resume"))).contains("구독을 다시 시작했어요", "다음 발송 2월 13일 금요일");
    assertThat(visit.order().state()).isEqualTo(new State.Active(visit.now));
  }

  @ParameterizedTest
  @CsvSource({
    "내일, 2026-02-13",
    "tomorrow, 2026-02-13",
    "일주일, 2026-02-19",
    "3일, 2026-02-15",
    "2 weeks, 2026-02-26",
    "a month, 2026-03-12",
    "다음 주, 2026-02-16",
    "2월 20일까지, 2026-02-20",
    "until 20 Feb, 2026-02-20",
    "1월 5일, 2027-01-05",
    "2026-03-01, 2026-03-01",
  })
  void a_pause_ends_on_a_day_to_come(String typed, String day) {
    visit.type("/subscribe 08:00");
    visit.type("/pause " + typed);
    assertThat(visit.order().state())
        .isEqualTo(
            new State.Paused(
                visit.now, Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(9))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"어제", "2026-02-12", "2025-01-01", "soon", "0일"})
  void a_pause_until_no_day_to_come_changes_nothing(String typed) {
    visit.type("/subscribe 08:00");
    assertThat(text(visit.type("/pause " + typed))).contains("언제인지 알 수 없어요");
    assertThat(visit.order().state()).isInstanceOf(State.Active.class);
  }

  @Test
  void a_button_on_a_paused_order_does_not_resume_it() {
    visit.type("/subscribe 08:00");
    visit.type("/pause");
    visit.press(Step.FULL);
    visit.press(Step.AT_9);

    assertThat(visit.order().state()).isInstanceOf(State.Paused.class);
    assertThat(visit.order().layout()).isEqualTo(Layout.FULL);
    assertThat(text(visit.type("/subscribe"))).contains("구독을 바꿨어요");
    assertThat(visit.order().state()).isEqualTo(new State.Active(visit.now));
  }

  @Test
  void it_ends_and_what_has_no_order_says_so() {
    visit.type("/subscribe");
    assertThat(text(visit.type("/unsubscribe"))).contains("구독을 끝냈어요");
    assertThat(visit.orders.find(visit.chat)).isEmpty();
    for (String line : List.of("/unsubscribe", "/pause", "/resume", "/settings", "/test")) {
      Answer none = visit.type(line);
      assertThat(none.outcome()).isEqualTo(Outcome.NOTHING);
      assertThat(text(none)).contains("아직 구독하고 있지 않아요", "/subscribe로 바로 시작할 수 있어요");
      assertThat(buttons(none)).contains("구독하기");
    }
  }

  @Test
  void a_test_is_sent_where_there_is_something_to_send() {
    visit.type("/subscribe");
    assertThat(text(visit.type("/test"))).contains("시험으로 보냈어요");
    assertThat(visit.ledger.tested).containsExactly(visit.order());
    visit.ledger.sends = false;
    assertThat(text(visit.type("/test"))).contains("시험으로 보낼 것이 없어요");
  }

  @Test
  void each_thread_of_a_chat_has_its_own() {
    visit.type("/subscribe 08:00");
    visit.chat = new Chat(Platform.TELEGRAM, "1", "9");
    visit.type("/subscribe 09:00");

    assertThat(visit.order().schedule().times()).containsExactly(LocalTime.of(9, 0));
    assertThat(visit.orders.find(new Chat(Platform.TELEGRAM, "1", null)))
        .get()
        .satisfies(main -> assertThat(main.schedule().times()).contains(LocalTime.of(8, 0)));
  }

  @Test
  void what_is_kept_is_told_and_deleted_when_asked_twice() {
    visit.type("/subscribe");
    Answer kept = visit.type("/privacy");
    assertThat(text(kept)).contains("간직하는 것", "지금 구독하고 있어요");
    assertThat(buttons(kept)).containsExactly("이 채팅의 기록 지우기");

    assertThat(text(visit.press(Step.FORGET))).contains("정말 지울까요?");
    assertThat(visit.orders.find(visit.chat)).isPresent();
    assertThat(text(visit.press(Step.FORGET_SURELY))).contains("모두 지웠어요");
    assertThat(visit.orders.find(visit.chat)).isEmpty();
    assertThat(visit.ledger.forgotten).isTrue();
  }

  @Test
  void no_word_in_the_middle_of_others_ends_or_orders_anything() {
    visit.type("/subscribe");
    visit.type("please unsubscribe me some day");
    visit.type("I took a test today");
    assertThat(visit.orders.find(visit.chat)).isPresent();
    assertThat(visit.ledger.tested).isEmpty();

    assertThat(text(visit.type("구독 09:00"))).contains("09:00");
    assertThat(text(visit.type("구독해지"))).contains("구독을 끝냈어요");
  }

  @Test
  void a_start_offers_to_subscribe() {
    assertThat(buttons(visit.type("/start"))).first().isEqualTo("구독하기");
  }

  @Test
  void what_is_typed_is_completed() {
    assertThat(visit.complete(Verb.Argument.ZONE, "서울"))
        .first()
        .isEqualTo("서울 (Asia/Seoul) = Asia/Seoul");
    assertThat(visit.complete(Verb.Argument.TOPICS, "chips,규"))
        .containsExactly("chips,규제 (1) = chips,regulation");
    assertThat(visit.complete(Verb.Argument.DAYS, "평")).containsExactly("평일 = weekdays");
    assertThat(visit.complete(Verb.Argument.LAYOUT, "")).hasSize(3);
    assertThat(visit.complete(Verb.Argument.TIMES, "8")).isEmpty();
  }

  @Test
  void where_nothing_can_be_ordered_that_is_said() {
    Visit reader = Visit.on("2026-02-12");
    for (Verb verb : Verb.values()) {
      if (verb.isOfChat()) {
        assertThat(Visit.text(reader.type("/" + verb.word())))
            .as(verb.word())
            .contains("여기서는 구독할 수 없어요");
      }
    }
    assertThat(Visit.text(reader.press(new Action.Manage(Step.SUBSCRIBE))))
        .contains("여기서는 구독할 수 없어요");
    assertThat(Visit.buttons(reader.type("/start"))).doesNotContain("구독하기");
  }
}
