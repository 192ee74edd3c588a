package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Specification;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Ten thousand chats that got one digest stay small: the sandbox runs beside the bot. */
final class CrowdTest {
  private static final int CHATS = 10_000;

  @Test
  void ten_thousand_chats_with_one_digest_take_little_memory() {
    long before = used();
    MovableClock clock = MovableClock.over(() -> Instant.parse("2026-02-12T09:00:00Z"));
    World world = new World(clock);
    People people = new People(world);
    Faults faults = new Faults(clock);
    Limits limits = new Limits(clock);
    BotApi api = new BotApi("1:a", world, Specification.NONE, new Book(), faults, limits);
    var ids =
        new TelegramBackstage(world, people, faults, limits)
            .settle(Settling.of("private", CHATS))
            .path("ids");
    String text = "<b>기사</b> 요약 ".repeat(50) + "그리고 더 긴 문장이 이어집니다. ".repeat(80);
    for (var id : ids) {
      var body = Parameters.JSON.createObjectNode();
      body.put("chat_id", id.asText()).put("text", text).put("parse_mode", "HTML");
      body.putObject("reply_markup")
          .putArray("inline_keyboard")
          .addArray()
          .addObject()
          .put("text", "열기")
          .put("callback_data", "open-20260212-a1b2c3");
      api.answer("1:a", "sendMessage", new Parameters(body), () -> false);
    }
    assertThat(world.journal().size()).isEqualTo(CHATS);
    assertThat(used() - before).isLessThan(40_000_000);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
