package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.card.Layout;
import bot.briefing.chat.Chat;
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
  void zones_and_topics_are_completed() {
    Visitor person = scene.discord().administrator("Boss", "ko");

    assertThat(person.autocomplete("구독", "시간대", "뉴").join().toString())
        .contains("America/New_York");
    assertThat(person.autocomplete("구독", "주제", "규").join().toString()).contains("regulation");
  }
}
