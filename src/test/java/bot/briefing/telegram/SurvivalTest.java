package bot.briefing.telegram;

import static bot.briefing.telegram.RawTelegram.DROP;
import static bot.briefing.telegram.RawTelegram.message;
import static bot.briefing.telegram.RawTelegram.refusal;
import static bot.briefing.telegram.RawTelegram.updates;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.ChatEvents;
import bot.briefing.text.Language;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What Telegram, and what stands between it and the bot, may do to the bot. */
@Timeout(60)
final class SurvivalTest {
  private static final String TOKEN = "9:secret";

  private final CountDownLatch network = new CountDownLatch(1);
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private RawTelegram telegram;

  @BeforeEach
  void open() throws IOException {
    telegram = new RawTelegram(0);
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "409{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other"
            + " getUpdates request\"}",
        "502<html><body>Bad Gateway</body></html>",
        "500{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}",
        "null",
        "{}",
        "[1,2]",
        "{\"ok\":true}",
        "{\"ok\":true,\"result\":{}}",
        "{\"ok\":true,\"result\":[{\"update_id\":1",
        "{\"ok\":true,\"result\":[7]}",
        DROP
      })
  void polling_goes_on_after(String answer) {
    telegram.says("getupdates", answer, answer, updates(message(10, "/today")));

    try (TelegramBot bot = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(1));
      assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
      assertThat(bot.ended()).isNotDone();
    }
  }

  @Test
  void polling_waits_as_long_as_telegram_says() {
    telegram.says(
        "getupdates",
        refusal(429, "Too Many Requests", "\"retry_after\":37"),
        updates(message(10, "/today")));

    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(1));
      assertThat(pauses).containsExactly(Duration.ofSeconds(37));
    }
  }

  @Test
  void a_token_that_is_revoked_ends_the_bot() throws Exception {
    telegram.says("getupdates", refusal(401, "Unauthorized", ""));

    try (TelegramBot bot = start()) {
      assertThat(bot.ended().get(20, SECONDS)).isEqualTo(TelegramBot.End.TOKEN_REFUSED);
    }
  }

  @Test
  void an_update_that_cannot_be_read_does_not_hold_up_the_others() {
    String broken = "{\"update_id\":11,\"message\":{\"message_id\":\"no number\",\"chat\":7}}";
    telegram.says("getupdates", updates(message(10, "/today"), broken, message(12, "/help")));

    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(2));
      await().until(() -> telegram.asked("getupdates").size() == 2);
      assertThat(telegram.asked("getupdates").getLast().path("offset").asInt()).isEqualTo(13);
    }
  }

  @Test
  void an_update_that_comes_again_is_not_answered_again() {
    telegram.says(
        "getupdates",
        updates(message(10, "/today")),
        updates(message(10, "/today")),
        updates(message(3, "/help")));

    try (TelegramBot _ = start()) {
      await().until(() -> telegram.asked("getupdates").size() == 4);
      await().untilAsserted(() -> assertThat(sent()).hasSize(2));
      assertThat(telegram.asked("getupdates").getLast().path("offset").asInt()).isEqualTo(4);
    }
  }

  @Test
  void a_poll_asks_for_what_the_bot_understands_and_waits_on_the_server() {
    try (TelegramBot _ = start()) {
      await().until(() -> !telegram.asked("getupdates").isEmpty());
      JsonNode poll = telegram.asked("getupdates").getFirst();
      assertThat(poll.path("timeout").asInt()).isEqualTo(50);
      assertThat(poll.path("allowed_updates").toString())
          .isEqualTo("[\"message\",\"channel_post\",\"callback_query\",\"my_chat_member\"]");
    }
  }

  @Test
  void without_a_network_at_the_start_it_keeps_trying() throws Exception {
    URI address = telegram.address();
    telegram.close();

    try (TelegramBot bot =
        TelegramBot.start(
            TOKEN,
            address,
            new TestNewsroom(),
            Language.EN,
            ChatEvents.NONE,
            InstantSource.system(),
            Optional.of(this::patiently))) {
      await().until(() -> pauses.size() == 3);
      telegram = new RawTelegram(address.getPort());
      network.countDown();
      assertThat(bot.ready().get(20, SECONDS)).isEqualTo("bee_bot");
    }
  }

  @Test
  void what_cannot_be_parsed_is_sent_once_more_as_plain_text() {
    telegram.says("sendmessage", refusal(400, "Bad Request: can't parse entities: odd", ""));

    List<JsonNode> sent = sentFor("/today", 2);

    assertThat(sent.getFirst().path("parse_mode").asText()).isEqualTo("HTML");
    assertThat(sent.getLast().has("parse_mode")).isFalse();
    assertThat(sent.getLast().path("text").asText()).startsWith("<PRIVATE>\n\n");
    assertThat(sent.getLast().has("reply_markup")).isTrue();
  }

  @Test
  void a_button_that_is_refused_goes_and_the_words_come() {
    telegram.says("sendmessage", refusal(400, "Bad Request: BUTTON_URL_INVALID", ""));

    assertThat(sentFor("/today", 2).getLast().has("reply_markup")).isFalse();
  }

  @Test
  void an_answer_waits_as_long_as_telegram_says() {
    telegram.says("sendmessage", refusal(429, "Too Many Requests", "\"retry_after\":12"));

    assertThat(sentFor("/today", 2)).hasSize(2);
    assertThat(pauses).containsExactly(Duration.ofSeconds(12));
  }

  @Test
  void a_migrated_group_is_answered_under_its_new_id() {
    telegram.says("sendmessage", refusal(400, "migrated", "\"migrate_to_chat_id\":-1001234567890"));

    assertThat(sentFor("/today", 2).getLast().path("chat_id").asText()).isEqualTo("-1001234567890");
  }

  @Test
  void another_poller_is_complained_of_once_with_what_to_do() {
    String conflict = refusal(409, "Conflict: as this test says it", "");
    telegram.says(
        "getupdates", conflict, conflict, conflict, conflict, updates(message(10, "/today")));
    Logger logger = (Logger) LoggerFactory.getLogger(Polling.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    logger.addAppender(log);
    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(1));
      assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
          .filteredOn(line -> line.contains("as this test says it"))
          .singleElement()
          .asString()
          .contains("stop the other one", "deleteWebhook")
          .doesNotContain(TOKEN);
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void one_who_has_blocked_the_bot_is_not_asked_again() {
    telegram.says("sendmessage", refusal(403, "Forbidden: bot was blocked by the user", ""));

    assertThat(sentFor("/today", 1)).hasSize(1);
  }

  @Test
  void one_who_has_blocked_the_bot_is_told_of_once() {
    String blocked = refusal(403, "Forbidden: as this test blocks it", "");
    telegram.says("sendmessage", blocked, blocked, blocked);
    telegram.says(
        "getupdates", updates(message(10, "/today"), message(11, "/help"), message(12, "/today")));
    Logger logger = (Logger) LoggerFactory.getLogger(Runner.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    logger.addAppender(log);
    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(3));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .filteredOn(line -> line.contains("as this test blocks it"))
        .singleElement()
        .asString()
        .doesNotContain(TOKEN);
  }

  @Test
  void an_answer_that_may_have_arrived_is_not_sent_twice() {
    telegram.says("sendmessage", DROP);
    telegram.says("getupdates", updates(message(10, "/today"), message(11, "/help")));

    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(2));
      assertThat(sent().getFirst().path("text").asText()).contains("TODAY");
      assertThat(sent().getLast().path("text").asText()).contains("HELP");
    }
  }

  @Test
  void a_button_under_a_deleted_message_is_answered_with_a_new_one() {
    telegram.says("editmessagetext", refusal(400, "Bad Request: message to edit not found", ""));
    telegram.says(
        "getupdates",
        updates(
            """
            {"update_id":10,"callback_query":{"id":"q1","chat_instance":"c","data":"1t",
             "from":{"id":3,"is_bot":false,"first_name":"A","language_code":"en"},
             "message":{"message_id":5,"date":1,"chat":{"id":3,"type":"private"}}}}\
            """));

    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(1));
      await().until(() -> telegram.asked("answercallbackquery").size() == 1);
    }
  }

  private List<JsonNode> sentFor(String text, int messages) {
    telegram.says("getupdates", updates(message(10, text)));
    try (TelegramBot _ = start()) {
      await().untilAsserted(() -> assertThat(sent()).hasSize(messages));
    }
    return sent();
  }

  private List<JsonNode> sent() {
    return telegram.asked("sendmessage");
  }

  private TelegramBot start() {
    return TelegramBot.start(
        TOKEN,
        telegram.address(),
        new TestNewsroom(),
        Language.EN,
        ChatEvents.NONE,
        InstantSource.system(),
        Optional.of(pauses::add));
  }

  /** Notes the pause; the third lasts until there is a network. */
  private void patiently(Duration pause) throws InterruptedException {
    pauses.add(pause);
    if (pauses.size() == 3) {
      network.await();
    }
  }
}
