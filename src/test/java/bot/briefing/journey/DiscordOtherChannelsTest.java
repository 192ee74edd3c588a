package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copying to another channel on Discord, and where nothing can be ordered there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class DiscordOtherChannelsTest {
  private final DiscordScene scene = new DiscordScene();
  private final Orderly orderly;

  DiscordOtherChannelsTest(@TempDir Path folder) throws UnusableDatabaseException {
    orderly = new Orderly(folder);
  }

  @BeforeAll
  void open() {
    scene.serve(orderly.newsroom);
    orderly.permits = scene.channel()::check;
  }

  @AfterAll
  void close() {
    scene.close();
    orderly.close();
  }

  private String channel(String kind) {
    return scene.discord().backstage().settle(Settling.of(kind, 1)).at("/ids/0").asText();
  }

  private List<Subscription> orders(String channel) {
    return orderly.all(new Chat(Platform.DISCORD, channel, null));
  }

  @Test
  void who_manages_both_channels_copies_from_one_to_the_other() {
    Visitor boss = scene.discord().administrator("Boss", "ko");
    String to = channel("text");
    Reader reader = DiscordScene.at(boss);
    reader.ask("/구독 시각:08:00 시간대:Seoul");
    reader.ask("/구독 시각:18:00 시간대:Seoul 이름:저녁 주제:규제");
    Seen copied = reader.ask("/설정복사 채널:" + to);

    assertThat(copied.text()).contains("복사했어요", "새로 생김: 기본: 매일 08:00", "새로 생김: 저녁: 매일 18:00");
    assertThat(orders(to)).hasSize(2);
    assertThat(reader.ask("/설정복사 채널:" + to).text()).contains("이미 같은 구독이 있어요");
  }

  @Test
  void who_does_not_manage_the_other_channel_is_refused() {
    Visitor person = scene.visitor(Language.EN).managing();
    String to = channel("text");
    Reader reader = DiscordScene.at(person);
    reader.ask("/subscribe times:08:00 zone:Seoul");

    assertThat(reader.ask("/copy to:" + to).text())
        .contains("Only who manages #", "You must be an administrator there");
    assertThat(orders(to)).isEmpty();
    person.in(to).managing();
    assertThat(reader.ask("/copy to:" + to).text()).contains("Copied to #", "default");
    assertThat(orders(to)).hasSize(1);
  }

  @Test
  void what_the_bot_lacks_there_is_told_at_once() {
    Visitor boss = scene.discord().administrator("Boss", "en-US");
    String to = channel("text");
    scene
        .discord()
        .backstage()
        .happen(
            new Incident(Incident.Kind.PERMISSION_REMOVED, to, 0, true, List.of("SEND_MESSAGES")));
    Reader reader = DiscordScene.at(boss);
    reader.ask("/subscribe times:08:00 zone:Seoul");

    assertThat(reader.ask("/copy to:" + to).text()).contains("Copied to", "I may not write in #");
  }

  @Test
  void where_only_a_person_has_brought_the_bot_nothing_is_ordered_and_it_is_said_why() {
    Visitor boss = scene.discord().administrator("Boss", "en-US").elsewhere();

    assertThat(DiscordScene.at(boss).ask("/subscribe times:08:00").text())
        .contains("can’t send briefings here by myself", "add me to it", "direct message");
    assertThat(orders(boss.channel())).isEmpty();
    assertThat(DiscordScene.at(boss).ask("/status").text()).contains("no subscription");
  }

  @Test
  void alone_with_the_bot_it_is_said_before_what_discord_may_refuse() {
    Visitor person = scene.visitor(Language.EN).inDirectMessages();

    assertThat(DiscordScene.at(person).ask("/subscribe times:08:00").text())
        .contains("You are subscribed", "error 50007");
  }

  @Test
  void a_zone_of_several_is_one_tap() {
    Visitor boss = scene.discord().administrator("Boss", "en-US").in(channel("text"));
    Reader reader = DiscordScene.at(boss);
    Seen which = reader.ask("/subscribe times:08:00 zone:CST days:weekdays layout:full");
    assertThat(orders(boss.channel())).isEmpty();

    assertThat(reader.press(which, "Chicago").text())
        .contains("Weekdays at 08:00 (Chicago)", "all stories");
    assertThat(orders(boss.channel())).hasSize(1);
  }
}
