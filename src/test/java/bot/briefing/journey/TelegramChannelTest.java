package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Heading;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

  private Receipt begin(long chat, String title) {
    return channel().act(at(chat, null), new Deed.Topic(new Heading(title, List.of())));
  }

  @Test
  void a_topic_is_begun_and_takes_messages() {
    assertThat(channel().beginsEmpty()).isTrue();
    long forum = scene.telegram().people().forum("Forum", ann);
    scene.telegram().people().stand(ann, forum, Standing.ADMINISTRATOR);
    Receipt.Sent begun = (Receipt.Sent) begin(forum, "2026-02-12 AI 뉴스");
    JsonNode word = kept(at(forum, null)).getLast();
    assertThat(word.at("/forum_topic_created/name").asText()).isEqualTo("2026-02-12 AI 뉴스");
    assertThat(id(word)).isEqualTo(begun.message().value());

    int thread = Integer.parseInt(begun.message().value());
    MessageId message = sent(at(forum, thread), said("in the topic"), 0);
    assertThat(kept(at(forum, null)).getLast().path("message_thread_id").asInt()).isEqualTo(thread);
    assertThat(channel().edit(at(forum, thread), message, said("corrected"), key(0)))
        .isEqualTo(new Receipt.Sent(message));
    assertThat(begin(forum, "2026-02-12 AI 뉴스")).isInstanceOf(Receipt.Sent.class);
    scene.telegram().people().closeTopic(ann, forum, thread, true);
    scene.telegram().people().stand(ann, forum, Standing.MEMBER);
    assertThat(send(at(forum, thread), said("in the topic"), 1))
        .isEqualTo(new Receipt.ThreadGone());
  }

  @Test
  void a_long_title_is_cut_between_letters() {
    long forum = scene.telegram().people().forum("Forum", ann);
    scene.telegram().people().stand(ann, forum, Standing.ADMINISTRATOR);
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(begin(forum, "x".repeat(125) + family)).isInstanceOf(Receipt.Sent.class);
    assertThat(kept(at(forum, null)).getLast().at("/forum_topic_created/name").asText())
        .isEqualTo("x".repeat(125) + "…");
  }

  @Test
  void where_no_topic_can_be_begun_it_is_refused_and_the_chat_is_not_gone() {
    letPin();
    assertThat(begin(group, "News"))
        .isEqualTo(new Receipt.Refused("Bad Request: the chat is not a forum"));
    long forum = scene.telegram().people().forum("Forum", ann);
    for (Standing standing : List.of(Standing.MEMBER, Standing.SILENT_ADMINISTRATOR)) {
      scene.telegram().people().stand(ann, forum, standing);
      assertThat(begin(forum, "News"))
          .isEqualTo(new Receipt.Refused("Bad Request: not enough rights to create a topic"));
    }
    scene.telegram().people().stand(ann, forum, Standing.KICKED);
    assertThat(begin(forum, "News")).isInstanceOf(Receipt.Refused.class);
    assertThat(begin(-100_999, "News")).isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void what_befalls_a_topic_says_whether_it_may_be_there() {
    long forum = scene.telegram().people().forum("Forum", ann);
    scene.telegram().people().stand(ann, forum, Standing.ADMINISTRATOR);
    befall(new Effect.Drop(true));
    assertThat(begin(forum, "News")).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(kept(at(forum, null))).hasSize(1);
    befall(new Effect.Drop(false));
    assertThat(begin(forum, "News")).isInstanceOf(Receipt.Ambiguous.class);
    befall(new Effect.Failure(502, 0, "", true, false));
    assertThat(begin(forum, "News")).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(kept(at(forum, null))).hasSize(1);
    befall(new Effect.RateLimit(Duration.ofMinutes(10), false));
    assertThat(begin(forum, "News"))
        .isEqualTo(new Receipt.RetryAfter(Newsrooms.NOW.plusSeconds(600), false));
  }

  private void befall(Effect effect) {
    ExtraRoutes.fault(scene.telegram(), "createForumTopic", effect);
  }

  @Test
  void topics_take_a_forum_and_the_right_to_manage_them() {
    long forum = scene.telegram().people().forum("Forum", ann);
    Extras wished = new Extras(true, false, Extras.Rooms.POST, null);
    for (Standing standing : List.of(Standing.MEMBER, Standing.SILENT_ADMINISTRATOR)) {
      scene.telegram().people().stand(ann, forum, standing);
      Permits permits = channel().check(at(forum, null), wished);
      assertThat(permits.missing()).contains(Need.ROOMS);
      assertThat(permits.forum()).isTrue();
    }
    scene.telegram().people().stand(ann, forum, Standing.ADMINISTRATOR);
    // A topic of one briefing needs no pin.
    assertThat(channel().check(at(forum, null), wished).missing()).containsExactly(Need.PIN);
    assertThat(channel().check(at(forum, null)).missing()).isEmpty();
    letPin();
    assertThat(channel().check(chat(), wished)).isEqualTo(new Permits(Set.of(Need.ROOMS), false));
    assertThat(channel().check(alone(), wished).missing()).containsExactly(Need.ROOMS);
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
