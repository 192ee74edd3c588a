package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Receipt.Reason;
import bot.briefing.text.Language;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of Telegram's answers as a receipt: the real client, the bytes of a server that is told. */
@Timeout(60)
final class TelegramReceiptsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T09:00:00Z");
  private static final Part PART =
      new Part("{\"text\":\"<b>hi</b>\",\"parse_mode\":\"HTML\"}", "hi");
  private static final Key KEY = new Key("d", 0);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private RawTelegram telegram;
  private TelegramBot bot;

  @BeforeEach
  void open() throws IOException {
    telegram = new RawTelegram(0);
    bot = start();
    bot.ready().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private TelegramBot start() {
    return TelegramBot.start(
        "9:secret",
        telegram.address(),
        new TestNewsroom(),
        Language.EN,
        new Noting(heard),
        () -> NOW);
  }

  @AfterEach
  void close() {
    bot.close();
    telegram.close();
  }

  private static Chat chat(String id, @Nullable String thread) {
    return new Chat(Platform.TELEGRAM, id, thread);
  }

  private Receipt send(Chat chat) {
    return bot.channel().send(chat, PART, KEY, false);
  }

  private int count() {
    return telegram.asked("sendmessage").size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | Forbidden: bot was blocked by the user                              | BLOCKED
          403 | Forbidden: bot can't initiate conversation with a user              | BLOCKED
          403 | Forbidden: bot was kicked from the supergroup chat                  | KICKED
          403 | Forbidden: bot is not a member of the channel chat                  | KICKED
          403 | Forbidden: user is deactivated                                      | DELETED
          403 | Forbidden: the group chat was deleted                               | DELETED
          403 | Forbidden: something new                                            | FORBIDDEN
          400 | Bad Request: chat not found                                         | DELETED
          400 | Bad Request: not enough rights to send text messages to the chat    | FORBIDDEN
          400 | Bad Request: have no rights to send a message                       | FORBIDDEN
          400 | Bad Request: need administrator rights in the channel chat          | FORBIDDEN
          400 | Bad Request: CHAT_WRITE_FORBIDDEN                                   | FORBIDDEN
          400 | Bad Request: TOPIC_CLOSED                                           | FORBIDDEN
          """)
  void a_chat_is_gone_on_telegrams_own_word(int code, String words, Reason reason) {
    telegram.says("sendmessage", RawTelegram.refusal(code, words, ""));

    assertThat(send(chat("3", null))).isEqualTo(new Receipt.ChatGone(reason));
    assertThat(count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"})
  void a_thread_may_be_gone_alone(String words) {
    telegram.says("sendmessage", RawTelegram.refusal(400, "Bad Request: " + words, ""));

    assertThat(send(chat("3", "12"))).isEqualTo(new Receipt.ThreadGone());
    assertThat(telegram.asked("sendmessage").getLast().path("message_thread_id").asInt())
        .isEqualTo(12);
  }

  @Test
  void a_group_that_has_moved_says_where() {
    telegram.says(
        "sendmessage",
        RawTelegram.refusal(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            "\"migrate_to_chat_id\":-1009"));

    assertThat(send(chat("-9", null))).isEqualTo(new Receipt.Migrated("-1009"));
  }

  @Test
  void a_wait_is_the_chats_until_a_third_one_must_wait_for_the_same_moment() {
    String wait = RawTelegram.refusal(429, "Too Many Requests: retry after 7", "\"retry_after\":7");
    String longer = RawTelegram.refusal(429, "Too Many Requests", "\"retry_after\":600");
    telegram.says("sendmessage", wait, wait, longer, wait);
    Instant until = NOW.plusSeconds(7);

    assertThat(send(chat("1", null))).isEqualTo(new Receipt.RetryAfter(until, false));
    assertThat(send(chat("2", null))).isEqualTo(new Receipt.RetryAfter(until, false));
    assertThat(send(chat("3", null)))
        .isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(600), false));
    assertThat(send(chat("4", null))).isEqualTo(new Receipt.RetryAfter(until, true));
    assertThat(count()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    RawTelegram.DROP,
    "500<html>Internal Server Error</html>",
    "502<html>Bad Gateway</html>",
    "200{\"ok\":true",
    "200not JSON"
  })
  void an_answer_that_is_lost_or_unreadable_leaves_it_open_and_is_asked_for_once(String answer) {
    telegram.says("sendmessage", answer);

    assertThat(send(chat("3", null))).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_fault_of_telegrams_own_leaves_it_open() {
    telegram.says("sendmessage", RawTelegram.refusal(500, "Internal Server Error", ""));

    assertThat(send(chat("3", null))).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_revoked_token_blames_no_chat() {
    telegram.says("sendmessage", RawTelegram.refusal(401, "Unauthorized", ""));

    assertThat(send(chat("3", null))).isInstanceOf(Receipt.BotRefused.class);
  }

  @Test
  void a_refused_form_is_sent_once_and_edited_once_more_in_plain_words() {
    String refusal = RawTelegram.refusal(400, "Bad Request: can't parse entities", "");
    telegram.says("sendmessage", refusal);
    telegram.says("editmessagetext", refusal, refusal);

    Receipt refused = new Receipt.Refused("Bad Request: can't parse entities");
    assertThat(send(chat("3", null))).isEqualTo(refused);
    assertThat(count()).isEqualTo(1);
    assertThat(bot.channel().edit(chat("3", null), new MessageId("77"), PART, KEY))
        .isEqualTo(refused);
    assertThat(telegram.asked("editmessagetext")).hasSize(2);
    assertThat(telegram.asked("editmessagetext").getLast().has("parse_mode")).isFalse();
  }

  @Test
  void an_edit_is_told_apart_in_the_same_way() {
    telegram.says(
        "editmessagetext",
        RawTelegram.refusal(400, "Bad Request: message is not modified: the same", ""),
        RawTelegram.refusal(400, "Bad Request: message to edit not found", ""),
        RawTelegram.refusal(429, "Too Many Requests", "\"retry_after\":3"));

    MessageId message = new MessageId("77");
    Chat chat = chat("3", "12");
    assertThat(bot.channel().edit(chat, message, PART, KEY)).isEqualTo(new Receipt.Sent(message));
    assertThat(bot.channel().edit(chat, message, PART, KEY)).isInstanceOf(Receipt.Refused.class);
    assertThat(bot.channel().edit(chat, message, PART, KEY))
        .isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(3), false));
    assertThat(telegram.asked("editmessagetext")).hasSize(3);
  }

  @Test
  void a_group_that_moves_and_a_channel_that_silences_the_bot_are_told() throws IOException {
    String administrator =
        "{\"status\":\"administrator\",\"user\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"},"
            + "\"can_post_messages\":%s}";
    // The bot that is there already would take the updates, and be closed with them in its hands.
    close();
    telegram = new RawTelegram(0);
    telegram.says(
        "getupdates",
        RawTelegram.updates(
            "{\"update_id\":1,\"message\":{\"message_id\":5,\"date\":1,\"migrate_to_chat_id\":-1009,"
                + "\"chat\":{\"id\":-9,\"type\":\"group\"}}}",
            "{\"update_id\":2,\"my_chat_member\":{\"date\":1,"
                + "\"chat\":{\"id\":-7,\"type\":\"channel\",\"title\":\"C\"},"
                + "\"from\":{\"id\":3,\"is_bot\":false,\"first_name\":\"A\"},"
                + "\"old_chat_member\":"
                + administrator.formatted(true)
                + ",\"new_chat_member\":"
                + administrator.formatted(false)
                + "}}"));

    bot = start();

    await().untilAsserted(() -> assertThat(heard).containsExactly("-9 to -1009", "-7 FORBIDDEN"));
  }

  /** Writes down what it hears. */
  private record Noting(List<String> heard) implements ChatEvents {
    @Override
    public void joined(Chat chat, Place place, Language language) {
      heard.add(chat.id() + " joined");
    }

    @Override
    public void gone(Chat chat, Reason reason) {
      heard.add(chat.id() + " " + reason);
    }

    @Override
    public void migrated(Chat chat, String newId) {
      heard.add(chat.id() + " to " + newId);
    }
  }
}
