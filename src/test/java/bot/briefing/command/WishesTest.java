package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Button;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Quiet;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chat wishes beyond hours and topics, and several subscriptions of one chat. */
final class WishesTest {
  private final StandingVisit visit;

  WishesTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private Subscription order(String name) {
    return visit.orders.find(visit.chat, name).orElseThrow();
  }

  private Answer press(Answer answer, String label) {
    return visit.press(
        answer.card().rows().stream()
            .flatMap(List::stream)
            .filter(button -> button.label().equals(label))
            .map(button -> ((Button.Act) button).action())
            .findFirst()
            .orElseThrow());
  }

  @Test
  void all_of_it_is_ordered_in_one_line_and_shown_in_plain_words() {
    Answer begun =
        visit.type("/subscribe 21:00,23:00 서울 출처:Example 제외:코인,주식 방해금지:22:00-07:00 늦어도:1시간 없으면:알림");

    assertThat(text(begun))
        .contains(
            "출처: Example News",
            "제외하는 낱말: 주식, 코인",
            "방해 금지: 22:00–07:00. 그동안 보낼 것은 07:00에 보내요.",
            "23:00은 방해 금지 시간이라 07:00에 보내요.",
            "늦은 브리핑을 기다리는 시간: 1시간",
            "고르신 기사가 없는 날에는 한 줄로");
    assertThat(visit.order().filter().sources()).containsExactly("Example News");
    assertThat(visit.order().grace()).isEqualTo(Duration.ofHours(1));
    for (String line : List.of("/settings", "/status")) {
      assertThat(text(visit.type(line)))
          .contains("출처: Example News", "주식, 코인", "22:00–07:00", "07:00에 보내요", "1시간", "한 줄로");
    }
    visit.language = Language.EN;
    assertThat(text(visit.type("/settings")))
        .contains(
            "Sources: Example News",
            "Quiet hours: 22:00–07:00. What is due in them comes at 07:00.",
            "23:00 lies in the quiet hours, and comes at 07:00 instead.",
            "A late briefing is waited for: 1 hour",
            "A line comes where nothing matches");
  }

  @Test
  void all_of_it_is_taken_away_again() {
    visit.type("/subscribe 23:00 source:Example mute:coin quiet:22:00-07:00 late:1h empty:note");
    visit.type("/subscribe source:all mute:none quiet:off late:default empty:silence");
    Subscription order = visit.order();

    assertThat(order.filter().chooses()).isFalse();
    assertThat(order.filter().mute()).isEmpty();
    assertThat(order.schedule().quiet()).isNull();
    assertThat(order.grace()).isNull();
    assertThat(order.note()).isFalse();
    assertThat(order.schedule().times()).containsExactly(LocalTime.of(23, 0));
  }

  @Test
  void buttons_do_it_too() {
    Answer more = press(visit.type("/subscribe"), "더 보기");
    assertThat(buttons(more)).contains("아침 07:00", "22:00–07:00 방해 금지", "1시간 기다리기", "제외 없음");

    assertThat(text(press(more, "평일 09:00"))).contains("구독을 바꿨어요", "평일 09:00(서울)");
    press(more, "22:00–07:00 방해 금지");
    press(more, "6시간 기다리기");
    press(more, "없는 날 한 줄로 알리기");
    assertThat(visit.order().schedule().quiet())
        .isEqualTo(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    assertThat(visit.order().grace()).isEqualTo(Duration.ofHours(6));
    assertThat(visit.order().note()).isTrue();
    for (String label : List.of("방해 금지 없음", "기본만큼 기다리기", "없는 날 보내지 않기", "모든 출처")) {
      press(more, label);
    }
    assertThat(visit.order().schedule().quiet()).isNull();
    assertThat(visit.order().grace()).isNull();
    assertThat(visit.order().note()).isFalse();
  }

  @Test
  void a_filter_of_sources_or_words_that_lets_nothing_through_is_said() {
    visit.archive.add(digest("2026-02-11-news", "ko", article("칩", "Fujitsu", "chips")));

    assertThat(text(visit.type("/subscribe source:Example topic:chips")))
        .contains("최근 30일 동안 없었어요. 그런 날에는 아무것도 보내지 않아요.");
    assertThat(text(visit.type("/subscribe source:Fujitsu empty:note")))
        .doesNotContain("최근 30일 동안 없었어요");
    assertThat(text(visit.type("/subscribe topic:all mute:칩"))).contains("그런 날에는 한 줄만 보내요");
  }

  @Test
  void quiet_hours_are_told_as_what_is_waited_for() {
    visit.type("/subscribe quiet:12:00-13:00");
    visit.now = visit.now.plusSeconds(60);
    visit.archive.add(
        digest(
            "2026-02-12-noon",
            "ko",
            LocalTime.of(12, 0, 30),
            List.of(article("새 칩", "Example News", "chips")),
            List.of()));

    assertThat(text(visit.type("/status"))).contains("방해 금지 시간이 끝나기를 기다리고 있어요");
    assertThat(text(visit.type("/why"))).contains("방해 금지 시간이 끝나기를 기다리고 있어요");
  }

  @Test
  void a_chat_has_several_each_with_its_name() {
    visit.type("/subscribe 08:00");
    Answer begun = visit.type("/subscribe name:evening 18:00 topic:regulation");
    assertThat(text(begun)).contains("구독을 시작했어요", "18:00(서울)", "이름: evening");
    visit.type("/subscribe 이름:저녁 21:00");

    assertThat(visit.orders.all(visit.chat))
        .extracting(Subscription::name)
        .containsExactly("", "evening", "저녁");
    Answer all = visit.type("/settings");
    assertThat(text(all))
        .contains("모든 구독", "기본: 매일 08:00(서울)", "evening: 매일 18:00(서울)", "저녁: 매일 21:00");
    assertThat(buttons(all)).contains("기본", "evening", "저녁");

    assertThat(text(visit.type("/subscribe name:Evening full"))).contains("구독을 바꿨어요", "모든 기사");
    assertThat(visit.orders.all(visit.chat)).hasSize(3);
    assertThat(order("").topics()).isEmpty();
  }

  @Test
  void buttons_change_the_one_that_they_stand_below() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");
    Answer evening = press(visit.type("/settings"), "evening");
    assertThat(text(evening)).contains("이름: evening", "18:00");

    assertThat(text(press(press(evening, "시각"), "21:00"))).contains("이름: evening", "21:00");
    press(press(evening, "모양"), "제목만");
    Answer topics = press(evening, "주제");
    assertThat(buttons(press(topics, "규제 (1)"))).contains("✓ 규제");
    assertThat(order("evening").topics()).containsExactly("regulation");
    assertThat(order("evening").schedule().times()).containsExactly(LocalTime.of(21, 0));
    assertThat(order("").schedule().times()).containsExactly(LocalTime.of(8, 0));
    assertThat(order("").topics()).isEmpty();

    Answer plain = press(visit.type("/settings"), "기본");
    press(press(plain, "시각"), "12:00");
    assertThat(order("").schedule().times()).containsExactly(LocalTime.of(12, 0));
    assertThat(buttons(press(plain, "모든 구독"))).contains("evening");
  }

  @Test
  void a_button_of_one_that_has_ended_shows_those_that_there_are() {
    visit.type("/subscribe name:evening 18:00");
    Answer evening = visit.type("/settings");
    visit.type("/subscribe 08:00");
    visit.type("/unsubscribe evening");

    assertThat(text(press(evening, "시각"))).isNotBlank();
    Answer gone = visit.press(new Action.Manage(Step.AT_12, ShortHash.of("evening")));
    assertThat(text(gone)).contains("기본: 매일 08:00");
    assertThat(order("").schedule().times()).containsExactly(LocalTime.of(8, 0));
  }

  @Test
  void every_button_fits_and_comes_back() {
    visit.type("/subscribe 이름:\"아주 긴 저녁 브리핑 이름\" 18:00");
    visit.type("/subscribe");
    for (Step step : Step.values()) {
      String code = ActionCodec.encode(new Action.Manage(step, ShortHash.of("아주 긴 저녁 브리핑 이름")));
      assertThat(code).matches("[A-Za-z0-9_-]{1,64}");
      assertThat(ActionCodec.decode(code)).isPresent();
    }
  }

  @Test
  void ten_are_as_many_as_a_chat_can_have() {
    for (int one = 1; one <= Subscription.MOST; one++) {
      visit.type("/subscribe name:n" + one + " 08:00");
    }
    Answer full = visit.type("/subscribe name:n11 08:00");

    assertThat(full.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(text(full)).contains("이미 구독이 10개 있어요", "/unsubscribe로 하나를 끝내세요");
    assertThat(visit.orders.all(visit.chat)).hasSize(Subscription.MOST);
    assertThat(text(visit.type("/subscribe name:n3 09:00"))).contains("구독을 바꿨어요");
  }

  @Test
  void a_pause_is_of_one_or_of_all() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");

    assertThat(text(visit.type("/pause evening 일주일"))).contains("이름: evening", "2월 19일");
    assertThat(order("").state()).isInstanceOf(State.Active.class);
    assertThat(text(visit.type("/resume name:evening"))).contains("다시 시작했어요");
    assertThat(order("evening").state()).isInstanceOf(State.Active.class);

    visit.type("/pause until:\"내일\" name:\"기본\"");
    assertThat(order("").state()).isInstanceOf(State.Paused.class);
    assertThat(order("evening").state()).isInstanceOf(State.Active.class);
    assertThat(text(visit.type("/pause"))).contains("기본: 매일 08:00", "evening: 매일 18:00");
    assertThat(visit.orders.all(visit.chat)).allMatch(one -> one.state() instanceof State.Paused);
    assertThat(buttons(visit.type("/settings"))).contains("모두 다시 시작");
    visit.type("/resume");
    assertThat(visit.orders.all(visit.chat)).allMatch(one -> one.state() instanceof State.Active);
  }

  @Test
  void which_one_ends_is_asked_back() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");
    Answer which = visit.type("/unsubscribe");

    assertThat(text(which)).contains("어느 구독인가요?");
    assertThat(visit.orders.all(visit.chat)).hasSize(2);
    assertThat(text(press(which, "evening"))).contains("‘evening’ 구독을 끝냈어요", "다른 구독은 그대로예요");
    assertThat(visit.orders.all(visit.chat)).extracting(Subscription::name).containsExactly("");
    assertThat(text(visit.type("/unsubscribe"))).contains("구독을 끝냈어요");
    assertThat(visit.orders.all(visit.chat)).isEmpty();
  }

  @Test
  void a_name_that_none_has_is_said_and_changes_nothing() {
    visit.type("/subscribe 08:00");
    for (String line : List.of("/unsubscribe", "/resume", "/settings", "/test", "/pause")) {
      Answer unknown = visit.type(line + " name:night");
      assertThat(text(unknown)).as(line).contains("‘night’라는 구독이 없어요");
      assertThat(buttons(unknown)).contains("기본");
    }
    assertThat(text(visit.type("/unsubscribe night"))).contains("‘night’라는 구독이 없어요");
    assertThat(order("").state()).isInstanceOf(State.Active.class);
  }

  @Test
  void a_test_is_sent_of_the_one_that_is_named() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");

    assertThat(text(visit.type("/test"))).contains("어느 구독인가요?");
    visit.type("/test evening");
    assertThat(visit.ledger.tested).containsExactly(order("evening"));
  }

  @Test
  void status_and_why_tell_each_with_its_name() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");
    visit.ledger.had = Had.NOTHING;

    assertThat(text(visit.type("/status"))).contains("기본: 매일 08:00(서울)", "evening: 매일 18:00(서울)");
    assertThat(text(visit.type("/why"))).contains("기본: 2월 12일", "evening: 2월 12일");
  }

  @Test
  void all_of_a_chat_is_forgotten() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");
    visit.press(Step.FORGET_SURELY);
    assertThat(visit.orders.all(visit.chat)).isEmpty();
  }

  @Test
  void names_and_sources_are_completed() {
    visit.type("/subscribe 08:00");
    visit.type("/subscribe name:evening 18:00");

    assertThat(visit.complete(Verb.Argument.NAME, ""))
        .containsExactly("기본 = 기본", "evening = evening");
    assertThat(visit.complete(Verb.Argument.NAME, "eve")).containsExactly("evening = evening");
    assertThat(visit.complete(Verb.Argument.SOURCES, "exam"))
        .first()
        .asString()
        .endsWith("= Example News");
    assertThat(visit.complete(Verb.Argument.PRESET, "")).hasSize(3);
    assertThat(Set.copyOf(Verb.SUBSCRIBE.arguments())).hasSizeLessThanOrEqualTo(25);
  }
}
