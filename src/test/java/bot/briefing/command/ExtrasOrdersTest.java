package bot.briefing.command;

import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Platform;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Ledger.Entry;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes beside messages, ordered by words and by buttons. */
final class ExtrasOrdersTest {
  private static final Chat DISCORD = new Chat(Platform.DISCORD, "1", null);

  private final StandingVisit visit;

  ExtrasOrdersTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void one_line_orders_all_of_it_and_the_answer_names_it() {
    visit.chat = DISCORD;
    Answer begun = visit.type("/subscribe 고정:켬 스레드:켬 게시:켬 역할:<@&123456>");
    assertThat(visit.order().extras()).isEqualTo(new Extras(true, true, Rooms.THREAD, "123456"));
    assertThat(text(begun)).contains("고정하고", "스레드를 따로", "팔로워에게 게시", "역할을 불러요");
    visit.language = Language.EN;
    assertThat(text(visit.type("/settings")))
        .contains("is pinned", "its own thread", "published to followers", "A role is called");
  }

  @Test
  void buttons_do_it_too() {
    visit.chat = DISCORD;
    visit.type("/subscribe");
    assertThat(buttons(visit.type("/settings"))).contains("고정과 스레드");
    assertThat(buttons(visit.press(Step.EXTRAS)))
        .contains("고정하기", "고정하지 않기", "스레드 열기", "게시하기", "역할 부르지 않기");
    for (Step step : List.of(Step.PIN, Step.THREADS, Step.CROSSPOST)) {
      visit.press(step);
    }
    assertThat(visit.order().extras()).isEqualTo(new Extras(true, true, Rooms.THREAD, null));
    visit.type("/subscribe role:<@&123456>");
    for (Step step : List.of(Step.NO_PIN, Step.NO_THREADS, Step.NO_CROSSPOST, Step.NO_ROLE)) {
      visit.press(step);
    }
    assertThat(visit.order().extras()).isEqualTo(Extras.NONE);
  }

  @Test
  void each_subscription_has_its_own() {
    visit.type("/subscribe pin:on");
    visit.type("/subscribe name:evening 18:00");
    visit.press(new Action.Manage(Step.THREADS, ShortHash.of("evening")));
    assertThat(visit.order().extras()).isEqualTo(new Extras(true, false, Rooms.NONE, null));
    assertThat(visit.orders.find(visit.chat, "evening").orElseThrow().extras())
        .isEqualTo(new Extras(false, false, Rooms.THREAD, null));
  }

  @Test
  void in_a_forum_who_wishes_for_threads_gets_posts() {
    visit.forum = true;
    visit.chat = DISCORD;
    assertThat(text(visit.type("/subscribe thread:on"))).contains("포럼에 게시글");
    assertThat(visit.order().extras().rooms()).isEqualTo(Rooms.POST);
    visit.type("/subscribe 18:00");
    assertThat(visit.order().extras().rooms()).isEqualTo(Rooms.POST);
    visit.press(Step.NO_THREADS);
    visit.press(Step.THREADS);
    assertThat(visit.order().extras().rooms()).isEqualTo(Rooms.POST);
  }

  @Test
  void on_discord_threads_take_other_rights() {
    visit.chat = DISCORD;
    visit.missing = EnumSet.of(Need.ROOMS);
    assertThat(text(visit.type("/subscribe 스레드:켬"))).contains("공개 스레드 만들기").doesNotContain("토픽");
  }

  @Test
  void on_telegram_a_thread_is_called_a_topic() {
    visit.forum = true;
    visit.missing = EnumSet.of(Need.ROOMS);
    assertThat(text(visit.type("/subscribe thread:on")))
        .contains("그룹에 토픽을 따로", "토픽(주제)이 켜진 그룹", "관리자 권한")
        .doesNotContain("스레드", "Discord");
    assertThat(visit.order().extras().rooms()).isEqualTo(Rooms.POST);
    visit.missing.clear();
    visit.forum = false;
    assertThat(buttons(visit.type("/settings"))).contains("고정과 토픽");
    assertThat(buttons(visit.press(Step.EXTRAS))).contains("토픽 열기", "토픽 없음");
    visit.language = Language.EN;
    visit.press(Step.NO_THREADS);
    assertThat(text(visit.press(Step.THREADS))).contains("Each briefing gets its own topic");
    assertThat(visit.order().extras().rooms()).isEqualTo(Rooms.THREAD);
  }

  @Test
  void what_is_not_allowed_is_kept_and_said_to_be_left_out() {
    visit.missing = EnumSet.of(Need.PIN);
    assertThat(text(visit.type("/subscribe pin:on"))).contains("그것은 빼고 보내요");
    assertThat(visit.order().extras().pin()).isTrue();
    assertThat(text(visit.type("/status"))).contains("그것은 빼고 보내요");
    assertThat(visit.asked).last().isEqualTo(new Extras(true, false, Rooms.NONE, null));
  }

  @Test
  void why_tells_of_what_was_refused() {
    visit.type("/subscribe pin:on");
    Instant at = Instant.parse("2026-02-11T23:00:00Z");
    visit.ledger.entries.add(
        new Entry(
            visit.order().id(),
            visit.chat,
            "2026-02-12:2026-02-12-news",
            LocalDate.parse("2026-02-12"),
            Status.SENT,
            Reason.ON_TIME,
            at,
            at,
            at,
            1,
            1,
            null,
            List.of(new Note(Reason.NOT_PINNED, at))));
    assertThat(text(visit.type("/why"))).contains("제때", "고정하게 해 주지 않았어요");
    assertThat(text(visit.type("/status"))).contains("고정하게 해 주지 않았어요");
  }
}
