package bot.briefing.command;

import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Button;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ordering for another chat, and copying to it. */
final class OtherChatsTest {
  private static final Chat CHANNEL = new Chat(Platform.TELEGRAM, "-1001234567890", null);
  private static final Other.Granted NEWS =
      new Other.Granted(CHANNEL, Place.CHANNEL, "뉴스", "@daily_news");

  private final StandingVisit visit;

  OtherChatsTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private Answer about(String line, Other other) {
    return visit.ask(new Command.About(Commands.line(line), other));
  }

  private static List<Action> actions(Answer answer) {
    return answer.card().rows().stream()
        .flatMap(List::stream)
        .filter(Button.Act.class::isInstance)
        .map(button -> ((Button.Act) button).action())
        .toList();
  }

  private Subscription there() {
    return visit.orders.find(CHANNEL).orElseThrow();
  }

  @Test
  void an_order_for_a_channel_is_the_channels_and_the_answer_says_so() {
    Answer begun = about("/subscribe 08:00 서울", NEWS);

    assertThat(text(begun)).contains("뉴스 (@daily_news) 채팅", "구독을 시작했어요", "매일 08:00(서울)");
    assertThat(there().place()).isEqualTo(Place.CHANNEL);
    assertThat(visit.orders.find(visit.chat)).isEmpty();
    assertThat(buttons(begun)).doesNotContain("채널이나 그룹에 보내기");
  }

  @Test
  void the_buttons_mean_the_channel_too_and_every_code_fits() {
    Answer begun = about("/subscribe 이름:\"아주 긴 저녁 브리핑 이름\" 08:00", NEWS);
    List<Action> ofChat = actions(begun).stream().filter(Action::isOfChat).toList();

    assertThat(ofChat)
        .hasSizeGreaterThan(5)
        .allMatch(
            action -> action instanceof Action.Elsewhere(_, var chat) && chat.equals(CHANNEL.id()));
    assertThat(actions(about("/settings", NEWS))).contains(new Action.Today());
    Answer topics = visit.ask(new Command.About(new Command.Press(new Action.Choose(0)), NEWS));
    actions(topics)
        .forEach(
            action -> {
              assertThat(ActionCodec.encode(action)).matches("[A-Za-z0-9_-]{1,64}");
              assertThat(ActionCodec.decode(ActionCodec.encode(action))).contains(action);
            });
    assertThat(topics.card().self()).isInstanceOf(Action.Elsewhere.class);
  }

  @Test
  void all_commands_on_orders_know_other_chats() {
    about("/subscribe 08:00", NEWS);

    assertThat(text(about("/settings", NEWS))).contains("@daily_news", "매일 08:00");
    assertThat(text(about("/status", NEWS))).contains("@daily_news", "매일 08:00");
    assertThat(text(about("/why 2026-02-12", NEWS))).contains("@daily_news", "2월 12일");
    assertThat(text(about("/pause 내일", NEWS))).contains("쉬고 있어요");
    assertThat(there().state()).isInstanceOf(State.Paused.class);
    about("/resume", NEWS);
    assertThat(there().state().isActive()).isTrue();
    about("/test", NEWS);
    assertThat(visit.ledger.tested).extracting(Subscription::chat).containsExactly(CHANNEL);
    assertThat(text(about("/unsubscribe", NEWS))).contains("구독을 끝냈어요", "/subscribe @daily_news");
    assertThat(visit.orders.all(CHANNEL)).isEmpty();
  }

  @Test
  void what_may_be_typed_instead_names_the_chat() {
    about("/subscribe 08:00", NEWS);
    Answer times =
        visit.ask(new Command.About(new Command.Press(new Action.Manage(Step.TIMES)), NEWS));

    assertThat(text(times)).contains("/subscribe @daily_news 06:30");
  }

  @Test
  void a_zone_of_several_is_settled_for_the_channel() {
    Answer which = about("/subscribe 08:00 CST 평일", NEWS);
    Action tap = actions(which).getFirst();

    assertThat(tap).isInstanceOf(Action.Elsewhere.class);
    assertThat(ActionCodec.encode(tap)).hasSizeLessThanOrEqualTo(64);
    assertThat(ActionCodec.decode(ActionCodec.encode(tap))).contains(tap);
  }

  @ParameterizedTest
  @EnumSource(Other.Why.class)
  void each_refusal_says_what_to_do_in_both_languages(Other.Why why) {
    String korean = text(about("/subscribe", new Other.Refused(why, "@daily_news")));
    visit.language = Language.EN;
    String english = text(about("/subscribe", new Other.Refused(why, "@daily_news")));

    assertThat(korean).isNotEqualTo(english).contains("요");
    assertThat(english)
        .contains(
            switch (why) {
              case UNKNOWN -> "can’t find @daily_news";
              case BOT_OUT -> "as an administrator with the right to post";
              case BOT_MUTE -> "Give me the right to post";
              case NOT_YOURS -> "You must be an administrator there";
              case NOBODY -> "in a private chat with me";
              case NOT_ALONE -> "Ask me about @daily_news in a private chat";
              case OUTSIDE -> "add me to it";
            });
    assertThat(visit.orders.all(CHANNEL)).isEmpty();
  }

  @Test
  void alone_on_telegram_a_button_offers_to_choose_a_chat() {
    Answer begun = visit.type("/subscribe");
    Answer chats = visit.press(begun, "채널이나 그룹에 보내기");

    assertThat(text(chats)).contains("어느 채팅에 보낼까요?", "/subscribe @채널이름");
    assertThat(chats.card().rows())
        .containsExactly(
            List.of(new Button.Share("채널 고르기", Step.SUBSCRIBE, true)),
            List.of(new Button.Share("그룹 고르기", Step.SUBSCRIBE, false)));
    assertThat(text(visit.press(Step.NOT_NOW))).contains("아무것도 바꾸지 않았어요");
    assertThat(text(visit.type("/help"))).contains("/subscribe @채널이름 08:00");
    assertThat(buttons(visit.type("/start"))).contains("채널이나 그룹에 보내기");
  }

  @Test
  void elsewhere_no_such_button_is_offered() {
    visit.place = Place.GROUP;
    assertThat(buttons(visit.type("/subscribe"))).doesNotContain("채널이나 그룹에 보내기");
    assertThat(text(visit.type("/copy"))).contains("/copy @채널이름");
    visit.place = Place.PRIVATE;
    visit.chat = new Chat(Platform.DISCORD, "1", null);
    assertThat(buttons(visit.type("/subscribe"))).doesNotContain("채널이나 그룹에 보내기");
  }

  @Test
  void all_orders_are_copied_under_their_names_and_begin_now() {
    visit.type("/subscribe 08:00 topic:regulation");
    visit.type("/subscribe name:evening 18:00 lang:en layout:full silent:on");
    visit.now = Instant.parse("2026-02-12T05:00:00Z");
    Answer copied = about("/copy", NEWS);

    assertThat(text(copied))
        .contains("뉴스 (@daily_news)에 복사했어요", "새로 생김: 기본: 매일 08:00", "새로 생김: evening: 매일 18:00")
        .contains("다음에 발행되는 브리핑부터");
    assertThat(visit.orders.all(CHANNEL)).hasSize(2);
    assertThat(there().since()).isEqualTo(visit.now);
    assertThat(there().place()).isEqualTo(Place.CHANNEL);
    assertThat(there().topics()).containsExactly("regulation");
    assertThat(there().id()).isNotEqualTo(visit.order().id());
    assertThat(actions(copied))
        .containsExactly(new Action.Elsewhere(new Action.Manage(Step.SETTINGS), CHANNEL.id()));
  }

  @Test
  void what_the_other_chat_has_under_a_name_is_changed_and_the_rest_stays() {
    about("/subscribe 07:00", NEWS);
    about("/subscribe name:night 23:00", NEWS);
    String id = there().id();
    visit.type("/subscribe 08:00");
    Answer copied = about("/copy", NEWS);

    assertThat(text(copied)).contains("바뀜: 기본: 매일 08:00", "그곳에 그대로 있음: night: 매일 23:00");
    assertThat(there().id()).isEqualTo(id);
    assertThat(there().schedule().times()).containsExactly(LocalTime.of(8, 0));
    assertThat(text(about("/copy", NEWS))).contains("이미 같은 구독이 있어요", "그대로: 기본");
  }

  @Test
  void a_pause_there_stays_and_is_told() {
    about("/subscribe 07:00", NEWS);
    about("/pause", NEWS);
    visit.type("/subscribe 08:00");

    assertThat(text(about("/copy", NEWS))).contains("바뀜: 기본: 매일 08:00", "쉬고 있어요");
    assertThat(there().state()).isInstanceOf(State.Paused.class);
  }

  @Test
  void rights_that_are_missing_there_are_told_at_once() {
    visit.type("/subscribe 08:00");
    visit.missing = EnumSet.of(Need.WRITE, Need.READ_HISTORY);

    assertThat(text(about("/copy", NEWS))).contains("뉴스에 글을 쓸 수 없어", "뉴스의 지난 메시지를");
  }

  @Test
  void there_is_something_to_copy_or_it_is_said() {
    assertThat(text(about("/copy", NEWS))).contains("아직 구독하고 있지 않아요");
    visit.type("/subscribe 08:00");
    Other.Granted itself = new Other.Granted(visit.chat, Place.PRIVATE, "나", "");
    assertThat(text(about("/copy", itself))).contains("바로 이 채팅이에요");
    visit.place = Place.GROUP;
    visit.manages = false;
    assertThat(about("/copy", NEWS).outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(visit.orders.all(CHANNEL)).isEmpty();
  }

  @Test
  void more_than_a_chat_can_have_is_left_out_and_said() {
    for (int one = 1; one <= Subscription.MOST; one++) {
      about("/subscribe name:n" + one + " 08:00", NEWS);
    }
    visit.type("/subscribe name:more 08:00");

    assertThat(text(about("/copy", NEWS))).contains("이미 너무 많아 빠짐: more: 매일 08:00");
  }

  @Test
  void a_direct_message_on_discord_says_before_and_after_what_50007_means() {
    visit.chat = new Chat(Platform.DISCORD, "1", null);
    visit.language = Language.EN;
    assertThat(text(visit.type("/subscribe"))).contains("error 50007", "share a server");
    assertThat(text(visit.type("/settings"))).doesNotContain("50007");
    Subscription order = visit.order();
    visit.orders.put(
        order.in(new State.Suspended(visit.now, Receipt.Reason.BLOCKED, null)), visit.now);

    assertThat(text(visit.type("/status"))).contains("does not let me write to you (error 50007)");
    assertThat(text(visit.type("/why"))).contains("(error 50007)");
    assertThat(ShortHash.of(order.name())).isNotNull();
  }
}
