package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.sandbox.wire.Speaker;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is taken into a group says who they are: once. */
@Timeout(120)
final class GreetingTest {
  private static final String HELLO = "브리핑 봇이에요";
  private static final Instant NOON = Instant.parse("2026-02-12T03:00:00Z");

  @TempDir private Path data;

  private static void leaveAndReturn(Serving serving, String platform, String chat) {
    serving.backstage(platform).happen(Incident.of(Kind.KICKED, chat));
    serving.backstage(platform).happen(Incident.of(Kind.LET_IN, chat));
  }

  /** What was asked after is answered after: all that came before has been heard then. */
  private static void awaitAnswer(Serving serving, String chat) {
    serving.backstage("telegram").say(chat, Speaker.ADMINISTRATOR, "/help");
    await().until(() -> serving.count("telegram", chat, "/sources") > 0);
  }

  @Test
  void a_group_is_greeted_with_buttons_once_however_often_the_bot_is_added() throws Exception {
    String group;
    try (Serving serving = new Serving(Typed.OWN_CONTENT, data, NOON)) {
      group = serving.settle("telegram", "supergroup");
      await().until(() -> serving.count("telegram", group, HELLO) == 1);
      assertThat(serving.backstage("telegram").messages(group).toString())
          .contains("구독", "도움말", "inline_keyboard");
      leaveAndReturn(serving, "telegram", group);
      awaitAnswer(serving, group);
      assertThat(serving.count("telegram", group, HELLO)).isEqualTo(1);
    }
  }

  @Test
  void a_guild_is_greeted_in_one_channel() throws Exception {
    try (Serving serving = new Serving(Typed.OWN_CONTENT, data, NOON)) {
      String channel = serving.settle("discord", "guild");
      await().until(() -> serving.count("discord", channel, HELLO) == 1);
    }
  }

  @Test
  void a_channel_and_a_private_chat_are_not_greeted() throws Exception {
    try (Serving serving = new Serving(Typed.OWN_CONTENT, data, NOON)) {
      String channel = serving.settle("telegram", "channel");
      String alone = serving.settle("telegram", "private");
      String group = serving.settle("telegram", "group");
      await().until(() -> serving.count("telegram", group, HELLO) == 1);
      assertThat(serving.count("telegram", channel, HELLO)).isZero();
      assertThat(serving.count("telegram", alone, HELLO)).isZero();
    }
  }
}
