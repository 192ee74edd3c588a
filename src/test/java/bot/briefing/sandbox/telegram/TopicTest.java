package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Settling;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics that the bot begins, and where it may not. */
final class TopicTest {
  private final Wire wire = new Wire();
  private final People people = wire.telegram.people();
  private final Person ann = people.settle(new Person(7, "Ann", "en"));
  private final long forum = people.forum("Forum", ann);

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Answer create(long chat, String more) {
    return wire.call("createForumTopic", "{'chat_id':%d,%s}".formatted(chat, more));
  }

  private static void refused(Wire.Answer answer, String words) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.description()).isEqualTo("Bad Request: " + words);
  }

  @Test
  void an_administrator_begins_topics_that_take_messages() {
    people.stand(ann, forum, Standing.ADMINISTRATOR);
    JsonNode topic = create(forum, "'name':' News ','icon_color':16766590").result();
    int thread = topic.path("message_thread_id").asInt();
    assertThat(topic.path("name").asText()).isEqualTo("News");
    assertThat(topic.path("icon_color").asInt()).isEqualTo(16766590);
    JsonNode word = people.messages(forum).get(people.messages(forum).size() - 1);
    assertThat(word.path("message_id").asInt()).isEqualTo(thread);
    assertThat(word.path("message_thread_id").asInt()).isEqualTo(thread);
    assertThat(word.at("/forum_topic_created/name").asText()).isEqualTo("News");
    assertThat(word.at("/from/is_bot").asBoolean()).isTrue();

    String message =
        "{'chat_id':%d,'message_thread_id':%d,'text':'hello'}".formatted(forum, thread);
    assertThat(wire.call("sendMessage", message).status()).isEqualTo(200);
    assertThat(create(forum, "'name':'News'").result().path("message_thread_id").asInt())
        .isGreaterThan(thread);
    people.deleteTopic(forum, thread);
    refused(wire.call("sendMessage", message), "message thread not found");
    assertThat(people.messages(forum).findValuesAsText("name")).containsExactly("News");
    assertThat(wire.telegram.backstage().journal().from(1))
        .extracting(Journal.Entry::kind, Journal.Entry::thread, Journal.Entry::text)
        .contains(
            tuple(Journal.Kind.OPENED, thread, "News"), tuple(Journal.Kind.SENT, thread, "hello"));
    assertThat(wire.telegram.backstage().journal().sent()).hasSize(1);
  }

  @Test
  void who_may_not_or_where_there_are_none_it_is_refused() {
    long group = people.supergroup("News", ann);
    people.stand(ann, group, Standing.ADMINISTRATOR);
    refused(create(group, "'name':'News'"), "the chat is not a forum");
    refused(create(1, "'name':'News'"), "the chat is not a forum");
    refused(create(forum, "'name':'News'"), "not enough rights to create a topic");
    people.stand(ann, forum, Standing.SILENT_ADMINISTRATOR);
    refused(create(forum, "'name':'News'"), "not enough rights to create a topic");
    assertThat(manages()).isFalse();
    people.stand(ann, forum, Standing.ADMINISTRATOR);
    assertThat(manages()).isTrue();
    refused(create(forum, "'name':'  '"), "title must be non-empty");
    refused(create(forum, "'name':'News','icon_color':1"), "invalid icon color specified");
    assertThat(create(forum, "'icon_color':1").status()).isEqualTo(400);
    people.stand(ann, forum, Standing.KICKED);
    assertThat(create(forum, "'name':'News'").status()).isEqualTo(403);
    assertThat(wire.telegram.backstage().journal().size()).isZero();
  }

  private boolean manages() {
    return wire.call("getChatMember", "{'chat_id':%d,'user_id':%d}".formatted(forum, World.botId()))
        .result()
        .path("can_manage_topics")
        .asBoolean();
  }

  @Test
  void a_name_that_is_too_long_is_cut() {
    people.stand(ann, forum, Standing.ADMINISTRATOR);
    String name = create(forum, "'name':'" + "가".repeat(200) + "'").result().path("name").asText();
    assertThat(name).isEqualTo("가".repeat(128));
  }

  @Test
  void forums_are_made_with_the_bot_as_an_administrator() {
    JsonNode made = wire.telegram.backstage().settle(new Settling("forum", 1, 0, true, "", true));
    long id = made.at("/ids/0").asLong();
    assertThat(create(id, "'name':'News'").status()).isEqualTo(200);
    assertThat(wire.call("getUpdates", "{}").result().toString()).doesNotContain(Long.toString(id));
  }
}
