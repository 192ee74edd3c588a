package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TelegramChannelTest extends ChannelContract {
  private final List<String> heard;
  private final TelegramScene scene;
  private final Person ann;
  private final long group;

  TelegramChannelTest() {
    List<String> notes = new CopyOnWriteArrayList<>();
    TelegramScene telegram = new TelegramScene(new Noting(notes));
    super(telegram);
    this.heard = notes;
    this.scene = telegram;
    this.ann = scene.person(Language.EN);
    this.group = scene.telegram().people().supergroup("News", ann);
  }

  private static Chat at(long id, @Nullable Integer thread) {
    return new Chat(
        Platform.TELEGRAM, Long.toString(id), thread == null ? null : thread.toString());
  }

  @Override
  Chat chat() {
    return at(group, null);
  }

  @Override
  Chat alone() {
    return at(1, null);
  }

  @Override
  Chat unknown() {
    return at(-100_999, null);
  }

  @Override
  void silence() {
    scene.telegram().people().stand(ann, group, Standing.RESTRICTED);
  }

  @Override
  void letPin() {
    scene.telegram().people().stand(ann, group, Standing.ADMINISTRATOR);
  }

  @Override
  void forbidPins() {
    scene.telegram().people().stand(ann, group, Standing.MEMBER);
  }

  @Override
  List<String> pinned(Chat chat) {
    return scene.telegram().pinned(Long.parseLong(chat.id())).stream()
        .map(String::valueOf)
        .toList();
  }

  @Override
  Part malformed(String words) {
    return new Part("{\"text\":\"<h1>no such tag\",\"parse_mode\":\"HTML\"}", words);
  }

  @Override
  List<JsonNode> kept(Chat chat) {
    return StreamSupport.stream(
            scene.telegram().people().messages(Long.parseLong(chat.id())).spliterator(), false)
        .filter(message -> message.at("/from/is_bot").asBoolean())
        .toList();
  }

  @Override
  String id(JsonNode message) {
    return message.path("message_id").asText();
  }

  @Override
  String words(JsonNode message) {
    return message.path("text").asText();
  }

  /** The platform shows nobody how a message was sent. */
  @Override
  boolean isSilent(JsonNode message) {
    return scene.book().entries().stream()
        .filter(entry -> entry.method().equals("sendMessage"))
        .filter(entry -> entry.answer().at("/result/message_id").equals(message.path("message_id")))
        .anyMatch(entry -> entry.body().path("disable_notification").asBoolean());
  }

  @Override
  void closePlatform() {
    scene.telegram().close();
  }

  @Test
  void a_topic_gets_its_message_until_it_is_deleted() {
    long forum = scene.telegram().people().forum("Forum", ann);
    int thread = scene.telegram().people().topic(ann, forum, "Chips");
    sent(at(forum, thread), said("in the topic"), 0);

    assertThat(kept(at(forum, null)).getLast().path("message_thread_id").asInt()).isEqualTo(thread);
    scene.telegram().people().deleteTopic(forum, thread);
    assertThat(send(at(forum, thread), said("in the topic"), 1))
        .isEqualTo(new Receipt.ThreadGone());
    assertThat(send(at(forum, null), said("in the main thread"), 1))
        .isInstanceOf(Receipt.Sent.class);
  }

  @Test
  void telegram_cannot_be_asked_for_what_was_sent() {
    assertThat(channel().find(chat(), key(0), said("hello"), Newsrooms.NOW))
        .isInstanceOf(Search.CannotTell.class);
  }

  @Test
  void a_name_in_content_pings_nobody_in_a_group_and_reads_the_same() {
    sent(chat(), said("thanks to @someone and mail@example.org"), 0);

    JsonNode message = kept(chat()).getLast();
    assertThat(message.path("entities").findValuesAsText("type")).doesNotContain("mention");
    assertThat(words(message)).isEqualTo("thanks to @\u2060someone and mail@example.org");
  }

  @Test
  void a_button_of_a_pushed_message_answers_with_a_new_one_and_leaves_it_as_it_is() {
    List<Part> overview =
        channel()
            .split(
                List.of(Cards.of(Newsrooms.digest(Language.KO), Language.KO).getFirst()),
                bot.briefing.card.Layout.OVERVIEW,
                Place.PRIVATE);
    sent(alone(), overview.getFirst(), 0);
    JsonNode pushed = kept(alone()).getLast();
    String button = pushed.at("/reply_markup/inline_keyboard/0/0/callback_data").asText();

    scene
        .telegram()
        .people()
        .press(scene.telegram().people().person(1), 1, pushed.path("message_id").asInt(), button);

    await().until(() -> kept(alone()).size() == 2);
    JsonNode answer = kept(alone()).getLast();
    assertThat(kept(alone()).getFirst()).isEqualTo(pushed);
    assertThat(answer.at("/reply_markup").toString()).doesNotContain("\"+");
  }

  @Test
  void what_becomes_of_chats_is_told() {
    var people = scene.telegram().people();
    await().until(() -> heard.size() == 2);
    people.block(ann);
    people.stand(ann, ann.id(), Standing.MEMBER);
    people.stand(ann, group, Standing.KICKED);
    people.stand(ann, group, Standing.RESTRICTED);
    people.stand(ann, group, Standing.MEMBER);
    people.stand(ann, group, Standing.RESTRICTED);

    String person = Long.toString(ann.id());
    await()
        .untilAsserted(
            () ->
                assertThat(heard)
                    .containsExactly(
                        "joined " + group + " GROUP EN",
                        "back " + group,
                        "gone " + person + " BLOCKED",
                        "back " + person,
                        "gone " + group + " KICKED",
                        "joined " + group + " GROUP EN",
                        "back " + group,
                        "gone " + group + " FORBIDDEN"));
  }

  @Test
  void somebody_who_has_blocked_the_bot_gets_nothing() {
    scene.telegram().people().block(scene.telegram().people().person(1));

    assertThat(send(alone(), said("hello"), 0))
        .isEqualTo(new Receipt.ChatGone(Receipt.Reason.BLOCKED));
  }

  /** Writes down what it hears. */
  private record Noting(List<String> heard) implements ChatEvents {
    @Override
    public void joined(Chat chat, Place place, Language language) {
      heard.add("joined " + chat.id() + " " + place + " " + language);
    }

    @Override
    public void gone(Chat chat, Receipt.Reason reason) {
      heard.add("gone " + chat.id() + " " + reason);
    }

    @Override
    public void back(Chat chat) {
      heard.add("back " + chat.id());
    }

    @Override
    public void migrated(Chat chat, String newId) {
      heard.add("migrated " + chat.id() + " " + newId);
    }
  }
}
