package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What persons do reaches the bot as the platform tells it, and what it may do there. */
class PeopleTest {
  private Wire wire;
  private People people;
  private Person mina;

  @BeforeEach
  void open() {
    wire = new Wire();
    people = wire.telegram.people();
    mina = people.settle(new Person(20, "Mina", "en"));
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void aPollWaitsUntilSomebodySpeaks() {
    var poll = CompletableFuture.supplyAsync(() -> wire.call("getUpdates", "{'timeout':30}"));
    await().until(wire.telegram::polled);
    assertThat(poll).isNotDone();
    people.say(mina, 20, "hi");
    assertThat(poll.join().result().at("/0/message/from/language_code").asText()).isEqualTo("en");
  }

  @Test
  void anOffsetConfirmsAndALowerNumberIsStillDelivered() {
    people.say(mina, 20, "one");
    people.say(mina, 20, "two");
    int first = updates().path(0).path("update_id").asInt();
    JsonNode rest = wire.call("getUpdates", "{'offset':%d}".formatted(first + 1)).result();
    assertThat(rest.findValuesAsText("text")).containsExactly("two");
    wire.call("getUpdates", "{'offset':%d}".formatted(first + 2));
    wire.telegram.renumberUpdates(500);
    people.say(mina, 20, "three");
    JsonNode late = wire.call("getUpdates", "{'offset':%d}".formatted(first + 2)).result();
    assertThat(late.path(0).path("update_id").asInt()).isEqualTo(500);
    assertThat(wire.call("getUpdates", "{'offset':501}").result()).isEmpty();
  }

  @Test
  void inAGroupTheBotSeesOnlyWhatIsMeantForIt() {
    long group = people.group("News", mina);
    JsonNode sent =
        wire.call("sendMessage", "{'chat_id':%d,'text':'hello'}".formatted(group)).result();
    people.say(mina, group, "just talk");
    people.say(mina, group, "/today@another_bot");
    people.say(mina, group, "/today@" + wire.telegram.botName());
    people.say(mina, group, "/today");
    people.reply(mina, group, sent.path("message_id").asInt(), "thanks");
    assertThat(updates().path(0).at("/my_chat_member/new_chat_member/status").asText())
        .isEqualTo("member");
    assertThat(updates().findValues("message"))
        .extracting(message -> message.path("text").asText())
        .containsExactly("/today@" + wire.telegram.botName(), "/today", "thanks");
  }

  @Test
  void aDeepLinkOpensThePrivateChat() {
    String link = "https://t.me/" + wire.telegram.botName() + "?start=a-1";
    JsonNode sent = wire.buttons("{'text':'open','url':'" + link + "'}").result();
    wire.telegram.press(sent.path("message_id").asText(), link, "");
    assertThat(updates().at("/0/message/text").asText()).isEqualTo("/start a-1");
    assertThatThrownBy(() -> people.start(mina, "no spaces"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aForumHasThreadsThatMayBeDeleted() {
    long forum = people.forum("Forum", mina);
    int thread = people.topic(mina, forum, "News");
    people.sayInTopic(mina, forum, thread, "/today");
    assertThat(updates().path(2).at("/message/is_topic_message").asBoolean()).isTrue();
    String body = "{'chat_id':%d,'text':'x','message_thread_id':%d}";
    assertThat(
            wire.call("sendMessage", body.formatted(forum, thread))
                .result()
                .path("message_thread_id")
                .asInt())
        .isEqualTo(thread);
    assertThat(wire.call("sendMessage", body.formatted(forum, 1)).description())
        .isEqualTo("Bad Request: message thread not found");
    people.deleteTopic(forum, thread);
    assertThat(wire.call("sendMessage", body.formatted(forum, thread)).description())
        .isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void aChatThatShutsTheBotOutSaysHow() {
    long group = people.group("Group", mina);
    long supergroup = people.supergroup("Supergroup", mina);
    long channel = people.channel("Channel", mina);
    people.block(mina);
    refused(20, 403, "Forbidden: bot was blocked by the user");
    people.stand(mina, group, Standing.KICKED);
    refused(group, 403, "Forbidden: bot was kicked from the group chat");
    people.stand(mina, supergroup, Standing.LEFT);
    refused(supergroup, 403, "Forbidden: bot is not a member of the supergroup chat");
    people.stand(mina, supergroup, Standing.RESTRICTED);
    refused(supergroup, 400, "Bad Request: not enough rights to send text messages to the chat");
    people.stand(mina, channel, Standing.SILENT_ADMINISTRATOR);
    refused(channel, 400, "Bad Request: need administrator rights in the channel chat");
    people.start(mina, "");
    assertThat(wire.call("sendMessage", "{'chat_id':20,'text':'x'}").status()).isEqualTo(200);
  }

  @Test
  void aChannelPostReachesItsAdministrator() {
    long channel = people.channel("Channel", mina);
    people.say(mina, channel, "/today");
    assertThat(updates().path(1).at("/channel_post/chat/type").asText()).isEqualTo("channel");
  }

  @Test
  void membersAreToldToABotThatAsksForThem() {
    long group = people.supergroup("Group", mina);
    people.stand(mina, group, Standing.ADMINISTRATOR);
    Person jun = people.settle(new Person(21, "Jun", "ko"));
    people.join(jun, group, Standing.MEMBER);
    assertThat(updates().findValues("chat_member")).isEmpty();
    wire.call("getUpdates", "{'allowed_updates':['chat_member','message']}");
    people.join(jun, group, Standing.ADMINISTRATOR);
    assertThat(updates().findValues("chat_member")).hasSize(1);
    String chat = "{'chat_id':%d}".formatted(group);
    assertThat(wire.call("getChatAdministrators", chat).result()).hasSize(3);
    assertThat(wire.call("getChat", chat).result().path("title").asText()).isEqualTo("Group");
    String who = "{'chat_id':%d,'user_id':20}".formatted(group);
    assertThat(wire.call("getChatMember", who).result().path("status").asText())
        .isEqualTo("creator");
  }

  private JsonNode updates() {
    return wire.call("getUpdates", "{}").result();
  }

  private void refused(long chat, int status, String words) {
    Wire.Answer answer = wire.call("sendMessage", "{'chat_id':%d,'text':'x'}".formatted(chat));
    assertThat(answer.description()).isEqualTo(words);
    assertThat(answer.status()).isEqualTo(status);
  }
}
