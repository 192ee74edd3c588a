package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.sandbox.TelegramSpecification;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keyboards that ask for a chat, what an app makes of them, and what is told of other chats. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class SharedChatTest {
  private static final String RIGHTS =
      "{'is_anonymous':false,'can_manage_chat':true,'can_delete_messages':false,"
          + "'can_manage_video_chats':false,'can_restrict_members':false,"
          + "'can_promote_members':false,'can_change_info':false,'can_invite_users':false,"
          + "'can_post_stories':false,'can_edit_stories':false,'can_delete_stories':false,"
          + "'can_post_messages':%s}";
  private static final String POSTS = RIGHTS.formatted("true");

  private Wire wire;
  private People people;
  private Person reader;

  @BeforeEach
  void open() {
    wire = new Wire(TelegramSpecification.find());
    people = wire.telegram.people();
    reader = people.person(1);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Answer keyboard(long chat, String... requests) {
    String rows =
        IntStream.range(0, requests.length)
            .mapToObj(i -> "[{'text':'Choose %d','request_chat':%s}]".formatted(i, requests[i]))
            .collect(Collectors.joining(","));
    return wire.call(
        "sendMessage",
        "{'chat_id':%d,'text':'Which?','reply_markup':{'keyboard':[%s]}}".formatted(chat, rows));
  }

  private static String channel(int number) {
    return "{'request_id':%d,'chat_is_channel':true,'request_title':true,".formatted(number)
        + "'user_administrator_rights':"
        + POSTS
        + ",'bot_administrator_rights':"
        + POSTS
        + "}";
  }

  private JsonNode updates() {
    return wire.call("getUpdates", "{}").result();
  }

  private static void refused(Wire.Answer answer, String why) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.description()).isEqualTo("Bad Request: " + why);
  }

  @Test
  void a_person_chooses_a_channel_and_the_bot_hears_of_it() {
    long channel = people.channel("News", reader);
    Wire.Answer sent = keyboard(1, channel(5));
    people.share(reader, 5, channel);

    assertThat(sent.result().has("reply_markup")).as("told of inline keyboards only").isFalse();
    JsonNode shared = updates().findValue("chat_shared");
    assertThat(shared.toString())
        .isEqualTo("{\"request_id\":5,\"chat_id\":%d,\"title\":\"News\"}".formatted(channel));
  }

  @Test
  void the_owner_makes_the_bot_an_administrator_by_choosing() {
    long channel = people.channel("News", reader);
    people.stand(reader, channel, Standing.LEFT);
    keyboard(1, channel(5));
    people.share(reader, 5, channel);

    assertThat(updates().toString()).contains("\"can_post_messages\":true").contains("chat_shared");
    assertThat(wire.call("sendMessage", "{'chat_id':%d,'text':'x'}".formatted(channel)).status())
        .isEqualTo(200);
  }

  @Test
  void an_app_offers_only_what_the_button_asks_for() {
    long channel = people.channel("News", reader);
    long group = people.supergroup("Friends", reader);
    long others = people.channel("Others", people.settle(new Person(77, "Other", "ko")));
    assertThatThrownBy(() -> people.share(reader, 5, channel)).hasMessageContaining("No request");
    keyboard(1, channel(5));

    assertThatThrownBy(() -> people.share(reader, 6, channel)).hasMessageContaining("No request 6");
    assertThatThrownBy(() -> people.share(reader, 5, group)).hasMessageContaining("not offer");
    assertThatThrownBy(() -> people.share(reader, 5, others)).hasMessageContaining("not offer");
    people.join(reader, others, Standing.SILENT_ADMINISTRATOR);
    assertThatThrownBy(() -> people.share(reader, 5, others)).hasMessageContaining("not offer");
    people.join(reader, others, Standing.ADMINISTRATOR);
    people.share(reader, 5, others);
    assertThat(updates().findValue("chat_shared").path("chat_id").asLong()).isEqualTo(others);
  }

  @Test
  void a_keyboard_that_was_taken_away_chooses_nothing() {
    long channel = people.channel("News", reader);
    keyboard(1, channel(5));
    wire.call("sendMessage", "{'chat_id':1,'text':'Done','reply_markup':{'remove_keyboard':true}}");

    assertThatThrownBy(() -> people.share(reader, 5, channel)).hasMessageContaining("No request");
  }

  @Test
  void chats_are_asked_for_in_private_chats_only() {
    long group = people.supergroup("Friends", reader);

    refused(keyboard(group, channel(5)), "chats can be requested in private chats only");
  }

  @Test
  void numbers_are_unique_and_a_bot_asks_for_no_more_than_the_person_has() {
    refused(keyboard(1, channel(5), channel(5)), "BUTTON_INVALID");
    String more =
        "{'request_id':1,'chat_is_channel':true,'user_administrator_rights':"
            + RIGHTS.formatted("false")
            + ",'bot_administrator_rights':"
            + POSTS
            + "}";
    refused(keyboard(1, more), "BUTTON_INVALID");
    refused(
        wire.call(
            "sendMessage", "{'chat_id':1,'text':'x','reply_markup':{'keyboard':[[{'text':''}]]}}"),
        "keyboard button text must be non-empty");
    refused(
        wire.call("sendMessage", "{'chat_id':1,'text':'x','reply_markup':{'keyboard':[]}}"),
        "reply markup is empty");
  }

  @Test
  void a_message_with_a_keyboard_cannot_be_edited() {
    int message = keyboard(1, channel(5)).result().path("message_id").asInt();

    refused(
        wire.call("editMessageText", "{'chat_id':1,'message_id':%d,'text':'y'}".formatted(message)),
        "message can't be edited");
  }

  @Test
  void a_public_channel_is_told_of_to_anybody_and_its_members_only_to_administrators() {
    long channel = people.channel("News", reader);
    people.name(channel, "daily_news");
    people.stand(reader, channel, Standing.LEFT);
    String member = "{'chat_id':'@daily_news','user_id':%d}";

    assertThat(wire.call("getChat", "{'chat_id':'@Daily_News'}").result().path("id").asLong())
        .isEqualTo(channel);
    assertThat(wire.call("getChatMember", member.formatted(World.botId())).result().path("status"))
        .hasToString("\"left\"");
    refused(wire.call("getChatMember", member.formatted(1)), "member list is inaccessible");
    refused(wire.call("getChat", "{'chat_id':'@nobody_has_it'}"), "chat not found");
    people.stand(reader, channel, Standing.KICKED);
    assertThat(wire.call("getChat", "{'chat_id':'@daily_news'}").description())
        .isEqualTo("Forbidden: bot was kicked from the channel chat");
  }

  @Test
  void from_behind_a_person_owns_channels_and_chooses_one() {
    var stage = wire.telegram.backstage();
    String channel =
        stage.settle(new Settling("channel", 1, 0, false, "1", false)).at("/ids/0").asText();
    String message = keyboard(1, channel(5)).result().path("message_id").asText();
    stage.press("1", Speaker.MEMBER, message, "Choose 0", channel);

    assertThat(updates().findValue("chat_shared").path("chat_id").asText()).isEqualTo(channel);
    assertThatThrownBy(() -> stage.settle(new Settling("channel", 1, 0, false, "99", false)))
        .hasMessageContaining("No person 99");
  }
}
