package bot.briefing.telegram;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.TokenRefusedException;
import bot.briefing.sandbox.TelegramSpecification;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way: a person writes on a loopback Telegram, the real client polls and answers. */
@Timeout(60)
final class TelegramBotTest {
  private static final long PRIVATE = 1;

  private final TestNewsroom newsroom = new TestNewsroom();
  private LoopbackTelegram telegram;
  private TelegramBot bot;
  private Person ann;

  @BeforeEach
  void open() throws Exception {
    telegram =
        new LoopbackTelegram(
            0, () -> Instant.parse("2026-02-12T09:00:00Z"), TelegramSpecification.find());
    ann = telegram.people().settle(new Person(42, "Ann", "en"));
    bot = start(telegram.coordinates().path("token").asText());
    assertThat(bot.ready().get(20, SECONDS)).isEqualTo(telegram.botName());
  }

  @AfterEach
  void close() {
    newsroom.open();
    bot.close();
    telegram.close();
    assertThat(telegram.book().entries().stream().filter(entry -> entry.status() == 400))
        .as("what Telegram refused")
        .allMatch(entry -> entry.answer().path("description").asText().contains("not modified"));
  }

  @Test
  void a_command_is_answered_with_a_formatted_card() {
    telegram.say("/topic chips");

    JsonNode answer = answer(PRIVATE, "chips");

    assertThat(answer.path("text").asText())
        .isEqualTo("<PRIVATE>\n\nKO Ask[verb=TOPIC, argument=chips]");
    assertThat(answer.at("/entities/0/type").asText()).isEqualTo("bold");
    assertThat(answer.at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
        .isEqualTo("1Cp3");
  }

  @Test
  void a_button_edits_its_message_in_place_and_stops_turning() {
    telegram.say("/today");
    int message = answer(PRIVATE, "TODAY").path("message_id").asInt();

    telegram.people().press(telegram.people().person(PRIVATE), PRIVATE, message, "1Cp3");

    assertThat(answer(PRIVATE, "Topics[page=3]").path("message_id").asInt()).isEqualTo(message);
    await().until(() -> count("answerCallbackQuery") == 1);
  }

  @Test
  void a_button_that_changes_nothing_is_no_failure() {
    telegram.say("/today");
    int message = answer(PRIVATE, "TODAY").path("message_id").asInt();
    Person reader = telegram.people().person(PRIVATE);
    telegram.people().press(reader, PRIVATE, message, "1Cp3");
    answer(PRIVATE, "Topics[page=3]");

    telegram.people().press(reader, PRIVATE, message, "1Cp3");

    await().until(() -> count("editMessageText") == 2);
    telegram.say("/help");
    answer(PRIVATE, "HELP");
    assertThat(count("sendMessage")).isEqualTo(2);
  }

  @Test
  void a_long_answer_is_turned_part_by_part_in_one_message() {
    telegram.say("/topic long");
    JsonNode first = answer(PRIVATE, "A sentence");
    int message = first.path("message_id").asInt();
    assertThat(first.toString()).contains("이어서 2/3 ›");

    telegram.people().press(telegram.people().person(PRIVATE), PRIVATE, message, "1tt1");

    await().untilAsserted(() -> assertThat(telegram.transcript().toString()).contains("‹ 앞부분 1/3"));
    assertThat(count("sendMessage")).isEqualTo(1);
  }

  @Test
  void in_a_group_the_asker_is_replied_to_and_buttons_open_the_private_chat() {
    long group = telegram.people().supergroup("News", ann);
    int asked = telegram.people().say(ann, group, "/today@" + telegram.botName());

    JsonNode answer = answer(group, "EN Ask[verb=TODAY");
    String url = answer.at("/reply_markup/inline_keyboard/0/0/url").asText();

    assertThat(answer.at("/reply_to_message/message_id").asInt()).isEqualTo(asked);
    assertThat(url).isEqualTo("https://t.me/" + telegram.botName() + "?start=1Cp3");
    telegram.people().open(ann, url);
    answer(42, "Topics[page=3]");
  }

  @Test
  void a_forum_is_answered_in_the_topic_where_it_asked() {
    long forum = telegram.people().forum("Forum", ann);
    telegram.people().say(ann, forum, "hello");
    int thread = telegram.people().topic(ann, forum, "Chips");
    telegram.people().sayInTopic(ann, forum, thread, "/today@" + telegram.botName());

    assertThat(answer(forum, "TODAY").path("message_thread_id").asInt()).isEqualTo(thread);
  }

  @Test
  void a_command_in_a_channel_is_answered_there() {
    long channel = telegram.people().channel("Channel", ann);
    telegram.people().say(ann, channel, "/today");

    assertThat(answer(channel, "TODAY").path("text").asText()).startsWith("<CHANNEL>");
  }

  @Test
  void a_slow_chat_holds_no_other_and_keeps_its_order() {
    telegram.say("/topic slow");
    telegram.say("/topic second");
    telegram.people().say(ann, 42, "/topic fast");

    answer(42, "fast");
    assertThat(telegram.transcript().toString()).doesNotContain("argument=");
    newsroom.open();

    answer(PRIVATE, "argument=second");
    String all = telegram.transcript().toString();
    assertThat(all.indexOf("argument=slow")).isBetween(0, all.indexOf("argument=second"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boom", "deep"})
  void a_question_that_makes_the_code_throw_is_apologized_for_and_stops_nothing(String what) {
    telegram.say("/topic " + what);
    telegram.say("/topic next");

    answer(PRIVATE, "argument=next");
    assertThat(telegram.transcript().toString()).contains("문제가 생겨");
  }

  @Test
  void updates_of_a_lower_number_are_taken_too_each_once() {
    telegram.renumberUpdates(900_000);
    telegram.say("/topic high");
    answer(PRIVATE, "argument=high");

    telegram.renumberUpdates(17);
    telegram.say("/topic low");
    telegram.say("/topic lower");

    answer(PRIVATE, "argument=lower");
    assertThat(count("sendMessage")).isEqualTo(3);
  }

  @Test
  void hostile_words_come_back_as_they_were() {
    String hostile = "<script>@everyone & \"👩‍👩‍👧‍👦\" **b** </b>" + "😀".repeat(1_000);
    telegram.say(hostile);

    assertThat(answer(PRIVATE, "Words").path("text").asText()).endsWith(hostile + "]");
  }

  @Test
  void the_commands_are_described_in_each_language_once() throws Exception {
    await().until(() -> count("setMyCommands") == 3);
    bot.close();

    try (TelegramBot again = start(telegram.coordinates().path("token").asText())) {
      again.ready().get(20, SECONDS);
      await().until(() -> count("getMyCommands") == 6);
      assertThat(count("setMyCommands")).isEqualTo(3);
    }
    assertThat(
            telegram.book().entries().stream()
                .filter(entry -> entry.method().equals("setMyCommands"))
                .map(entry -> entry.body().path("language_code").asText()))
        .containsExactly("", "ko", "en");
  }

  @Test
  void another_poller_with_the_same_token_is_survived() {
    TelegramBot other = start(telegram.coordinates().path("token").asText());
    await()
        .until(() -> telegram.book().entries().stream().anyMatch(entry -> entry.status() == 409));
    other.close();

    telegram.say("/topic after");

    answer(PRIVATE, "argument=after");
  }

  @Test
  void a_wrong_token_is_told_at_once() throws Exception {
    try (TelegramBot wrong = start("123:wrong")) {
      assertThat(wrong.ended().get(10, SECONDS)).isEqualTo(TelegramBot.End.TOKEN_REFUSED);
      assertThatThrownBy(() -> wrong.ready().get())
          .hasCauseInstanceOf(TokenRefusedException.class)
          .hasMessageNotContaining("123:wrong");
    }
  }

  @Test
  void a_closed_bot_leaves_no_thread() throws Exception {
    telegram.say("/today");
    answer(PRIVATE, "TODAY");

    long begun = System.nanoTime();
    bot.close();

    assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    assertThat(bot.ended().get(1, SECONDS)).isEqualTo(TelegramBot.End.CLOSED);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().contains("OkHttp"))
        .allMatch(Thread::isDaemon);
  }

  private TelegramBot start(String token) {
    URI api = URI.create(telegram.coordinates().path("api").asText());
    return TelegramBot.start(
        token, api, newsroom, Language.KO, ChatEvents.NONE, InstantSource.system());
  }

  /** The message of the bot that holds these words, as soon as it is there. */
  private JsonNode answer(long chat, String words) {
    Predicate<JsonNode> holds =
        message ->
            message.path("text").asText().contains(words)
                && (message.at("/from/is_bot").asBoolean() || message.has("sender_chat"))
                && message.path("text").asText().startsWith("<");
    return await()
        .atMost(20, SECONDS)
        .until(
            () -> {
              List<JsonNode> found = new ArrayList<>();
              telegram.people().messages(chat).forEach(found::add);
              return found.stream().filter(holds).toList();
            },
            found -> !found.isEmpty())
        .getFirst();
  }

  private long count(String method) {
    return telegram.book().entries().stream()
        .map(Book.Entry::method)
        .filter(method::equals)
        .count();
  }
}
