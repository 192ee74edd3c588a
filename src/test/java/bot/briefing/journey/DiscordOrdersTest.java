package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.card.Layout;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may order what, and where, on Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class DiscordOrdersTest {
  private static final int EPHEMERAL = 1 << 6;

  private final DiscordScene scene = new DiscordScene();
  private final Orderly orderly;

  DiscordOrdersTest(@TempDir Path folder) throws UnusableDatabaseException {
    orderly = new Orderly(folder);
  }

  @BeforeAll
  void open() {
    scene.serve(orderly.newsroom);
  }

  @AfterAll
  void close() {
    scene.close();
    orderly.close();
  }

  private Optional<Subscription> order(Visitor visitor) {
    return orderly.find(new Chat(Platform.DISCORD, visitor.channel(), null));
  }

  private static boolean isEphemeral(Seen seen) {
    return (seen.wire().path("flags").asInt() & EPHEMERAL) != 0;
  }

  @Test
  void who_manages_the_channel_orders_by_options_and_others_only_see_how_it_stands() {
    Visitor member = scene.visitor(Language.KO);
    Visitor manager = scene.discord().administrator("Boss", "ko");

    assertThatThrownBy(() -> member.autocomplete("구독", "시간대", "뉴"))
        .as("the platform does not show it")
        .hasMessageContaining("no command");
    Seen begun =
        DiscordScene.at(manager)
            .ask("/구독 시각:08:00, 18:00 시간대:New York 요일:평일 주제:규제 언어:en 모양:full 무음:on");
    assertThat(isEphemeral(begun)).isTrue();
    assertThat(begun.text()).contains("구독을 시작했어요", "평일 08:00, 18:00(뉴욕)", "규제");
    Subscription order = order(manager).orElseThrow();
    assertThat(order.schedule().times()).containsExactly(LocalTime.of(8, 0), LocalTime.of(18, 0));
    assertThat(order.schedule().zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(order.layout()).isEqualTo(Layout.FULL);
    assertThat(order.silent()).isTrue();

    Seen menu = DiscordScene.at(manager).press(begun, "모양");
    assertThat(menu.id()).isEqualTo(begun.id());
    assertThat(DiscordScene.at(manager).press(menu, "제목만").text()).contains("모양: 제목만");

    Seen status = DiscordScene.at(member).ask("/상태");
    assertThat(isEphemeral(status)).isTrue();
    assertThat(status.text()).contains("평일 08:00, 18:00(뉴욕)");
    assertThat(status.knobs()).isEmpty();
    assertThat(DiscordScene.at(manager).ask("/상태").find("구독 설정")).isPresent();
  }

  @Test
  void the_whole_line_may_stand_in_the_first_option() {
    Visitor person = scene.visitor(Language.EN).inDirectMessages();
    Seen begun = DiscordScene.at(person).ask("/subscribe 08:00,18:00 Asia/Seoul topic:regulation");

    assertThat(begun.text()).contains("Every day at 08:00, 18:00 (Seoul)", "Topics: Regulation");
    assertThat(order(person)).isPresent();
  }

  @Test
  void several_are_ordered_by_options_changed_by_buttons_and_ended_one_by_one() {
    Visitor manager = scene.visitor(Language.KO).inDirectMessages();
    Chat chat = new Chat(Platform.DISCORD, manager.channel(), null);
    Reader reader = DiscordScene.at(manager);

    reader.ask("/구독 시각:08:00");
    Seen begun =
        reader.ask(
            "/구독 시각:23:00 시간대:Seoul 이름:저녁 출처:Fujitsu 제외:주식 시장, 코인 방해금지:22:00-07:00"
                + " 늦어도:1시간 없으면:note");
    assertThat(begun.text())
        .contains(
            "이름: 저녁",
            "출처: Fujitsu",
            "제외하는 낱말: 주식 시장, 코인",
            "23:00은 방해 금지 시간이라 07:00에 보내요",
            "1시간",
            "한 줄로");
    Seen all = reader.ask("/설정");
    assertThat(all.text()).contains("기본: 매일 08:00", "저녁: 매일 23:00(서울)");
    Seen evening = reader.press(all, "저녁");
    assertThat(reader.press(reader.press(evening, "더 보기"), "평일 09:00").text())
        .contains("이름: 저녁", "평일 09:00(서울)");
    assertThat(manager.autocomplete("쉬기", "이름", "저").join().toString()).contains("저녁");
    assertThat(reader.ask("/쉬기 까지:일주일 이름:저녁").text()).contains("이름: 저녁", "쉬고 있어요");
    assertThat(reader.ask("/상태").text()).contains("기본: 매일 08:00", "저녁: 평일 09:00");

    Seen which = reader.ask("/구독해지");
    assertThat(reader.press(which, "저녁").text()).contains("‘저녁’ 구독을 끝냈어요");
    assertThat(orderly.all(chat)).extracting(Subscription::name).containsExactly("");
  }

  @Test
  void what_comes_beside_messages_is_ordered_by_options_and_a_role_is_chosen_of_the_guilds() {
    Visitor manager = scene.discord().administrator("Boss", "ko").in("quiet");
    String role = scene.discord().role("readers");
    Seen begun = DiscordScene.at(manager).ask("/구독 고정:on 스레드:on 게시:off 역할:<@&" + role + ">");

    assertThat(begun.text()).contains("고정하고", "스레드를 따로", role);
    assertThat(order(manager).orElseThrow().extras())
        .isEqualTo(new Extras(true, false, Extras.Rooms.THREAD, role));
    Seen menu = DiscordScene.at(manager).press(begun, "고정과 스레드");
    assertThat(DiscordScene.at(manager).press(menu, "역할 부르지 않기").text()).doesNotContain("역할을 불러요");
    assertThat(manager.autocomplete("구독", "고정", "").join().toString()).contains("on", "off");
  }

  @Test
  void zones_and_topics_are_completed() {
    Visitor person = scene.discord().administrator("Boss", "ko");

    assertThat(person.autocomplete("구독", "시간대", "뉴").join().toString())
        .contains("America/New_York");
    assertThat(person.autocomplete("구독", "주제", "규").join().toString()).contains("regulation");
  }
}
