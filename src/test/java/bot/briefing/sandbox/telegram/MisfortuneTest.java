package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on this Telegram, as a bot sees it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MisfortuneTest {
  private Wire wire;
  private Backstage stage;

  @BeforeEach
  void open() {
    wire = new Wire();
    stage = wire.telegram.backstage();
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Answer send(String chat, String text) {
    return wire.call("sendMessage", "{'chat_id':'%s','text':'%s'}".formatted(chat, text));
  }

  private JsonNode updates() {
    return wire.call("getUpdates", "{}").result();
  }

  private String one(String kind) {
    return stage.settle(Settling.of(kind, 1)).at("/ids/0").asText();
  }

  @Test
  void a_rate_limit_says_how_long_and_holds_that_chat_alone() {
    stage
        .faults()
        .add(Fault.of(new Effect.RateLimit(Duration.ofSeconds(30), false)).in("1").times(1));
    Wire.Answer answer = send("1", "x");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.description()).isEqualTo("Too Many Requests: retry after 30");
    assertThat(answer.body().at("/parameters/retry_after").asInt()).isEqualTo(30);
    assertThat(send("1", "x").status()).isEqualTo(429);
    assertThat(send(one("private"), "x").status()).isEqualTo(200);
    stage.clock().advance(Duration.ofSeconds(30));
    assertThat(send("1", "x").status()).isEqualTo(200);
  }

  @Test
  void a_failure_before_acceptance_leaves_nothing_behind() {
    stage.faults().add(Fault.of(new Effect.Failure(502, 0, "", false, false)).times(1));
    assertThat(send("1", "x").description()).isEqualTo("Bad Gateway");
    stage.faults().add(Fault.of(new Effect.Drop(false)).times(1));
    assertThatThrownBy(() -> send("1", "x")).isInstanceOf(UncheckedIOException.class);
    assertThat(wire.telegram.transcript()).isEmpty();
    assertThat(stage.journal().size()).isZero();
    assertThat(send("1", "x").status()).isEqualTo(200);
  }

  @Test
  void a_connection_dropped_after_acceptance_leaves_the_message_there() {
    stage.faults().add(Fault.of(new Effect.Drop(true)).on("sendMessage").times(1));
    assertThatThrownBy(() -> send("1", "kept")).isInstanceOf(UncheckedIOException.class);
    assertThat(wire.telegram.transcript().at("/0/text").asText()).isEqualTo("kept");
    assertThat(send("1", "kept").status()).isEqualTo(200);
    assertThat(stage.journal().doubled()).hasSize(1);
  }

  @Test
  void a_revoked_token_is_refused_until_it_is_good_again() {
    var poll = CompletableFuture.supplyAsync(() -> wire.call("getUpdates", "{'timeout':50}"));
    await().until(wire.telegram::polled);
    stage.faults().add(Fault.of(new Effect.Revoked()));
    assertThat(poll.join().status()).isEqualTo(401);
    assertThat(send("1", "x").status()).isEqualTo(401);
    stage.faults().clear();
    assertThat(send("1", "x").status()).isEqualTo(200);
  }

  @Test
  void a_held_answer_goes_on_when_the_faults_are_cleared() {
    stage.faults().add(Fault.of(new Effect.Latency(Duration.ofHours(1), true)).times(1));
    var answer = CompletableFuture.supplyAsync(() -> send("1", "slow"));
    await().until(() -> stage.journal().size() == 1);
    assertThat(answer).isNotDone();
    stage.faults().clear();
    assertThat(answer.join().status()).isEqualTo(200);
  }

  @Test
  void blocked_and_kicked_and_let_in_again_are_told_as_the_platform_tells() {
    String person = one("private");
    String group = one("supergroup");
    updates();
    stage.happen(Incident.of(Kind.BLOCKED, person));
    stage.happen(Incident.of(Kind.KICKED, group));
    assertThat(send(person, "x").description()).contains("bot was blocked by the user");
    assertThat(send(group, "x").description()).contains("bot was kicked from the supergroup chat");
    stage.happen(Incident.of(Kind.LET_IN, person));
    stage.happen(Incident.of(Kind.LET_IN, group));
    assertThat(send(person, "x").status()).isEqualTo(200);
    assertThat(send(group, "x").status()).isEqualTo(200);
    assertThat(updates().findValues("new_chat_member"))
        .extracting(member -> member.path("status").asText())
        .endsWith("kicked", "kicked", "member", "member");
    assertThatThrownBy(() -> stage.happen(Incident.of(Kind.BLOCKED, group)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_group_that_becomes_a_supergroup_says_where_it_went() {
    String group = one("group");
    String supergroup = stage.happen(Incident.of(Kind.MIGRATED, group)).path("chat").asText();
    Wire.Answer refused = send(group, "x");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.description())
        .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
    assertThat(refused.body().at("/parameters/migrate_to_chat_id").asText()).isEqualTo(supergroup);
    assertThat(send(supergroup, "x").result().at("/chat/type").asText()).isEqualTo("supergroup");
    JsonNode updates = updates();
    assertThat(updates.findValuesAsText("migrate_to_chat_id")).containsExactly(supergroup);
    assertThat(updates.findValuesAsText("migrate_from_chat_id")).containsExactly(group);
  }

  @Test
  void a_topic_is_closed_opened_and_deleted() {
    JsonNode made = stage.settle(new Settling("forum", 1, 2, true));
    String forum = made.at("/ids/0").asText();
    int topic = made.path("topics").path(forum).path(0).asInt();
    assertThat(topic).isGreaterThan(1);
    String body = "{'chat_id':'%s','text':'x','message_thread_id':%d}".formatted(forum, topic);
    stage.happen(Incident.of(Kind.TOPIC_CLOSED, forum, topic));
    assertThat(wire.call("sendMessage", body).description()).isEqualTo("Bad Request: TOPIC_CLOSED");
    stage.happen(Incident.of(Kind.TOPIC_OPENED, forum, topic));
    assertThat(wire.call("sendMessage", body).status()).isEqualTo(200);
    stage.happen(Incident.of(Kind.TOPIC_DELETED, forum, topic));
    assertThat(wire.call("sendMessage", body).description()).endsWith("message thread not found");
    assertThat(updates().toString()).contains("forum_topic_closed", "forum_topic_reopened");
    assertThat(stage.journal().from(1).toList().getFirst().thread()).isEqualTo(topic);
  }

  @Test
  void a_right_is_taken_and_given_back_and_a_deleted_chat_is_gone() {
    String group = one("group");
    String channel = one("channel");
    for (String chat : List.of(group, channel)) {
      stage.happen(Incident.of(Kind.PERMISSION_REMOVED, chat));
      assertThat(send(chat, "x").description()).contains("rights");
      stage.happen(Incident.of(Kind.PERMISSION_GIVEN, chat));
      assertThat(send(chat, "x").status()).isEqualTo(200);
      stage.happen(Incident.of(Kind.DELETED, chat));
    }
    assertThat(send(group, "x").description()).isEqualTo("Forbidden: the group chat was deleted");
    assertThat(send(channel, "x").description()).isEqualTo("Bad Request: chat not found");
  }

  @Test
  void many_chats_are_there_at_once_and_somebody_speaks_in_each_kind() {
    JsonNode ids = stage.settle(Settling.of("private", 1_000)).path("ids");
    assertThat(ids).hasSize(1_000);
    stage.say(ids.path(999).asText(), Speaker.MEMBER, "hi");
    String group = one("supergroup");
    stage.say(group, Speaker.ADMINISTRATOR, "/a");
    stage.say(group, Speaker.MEMBER, "/b");
    stage.say(group, Speaker.ANONYMOUS, "/c");
    JsonNode updates = updates();
    assertThat(updates.path(0).at("/message/from/id").asText()).isEqualTo(ids.path(999).asText());
    assertThat(updates.path(4).at("/message/sender_chat/id").asText()).isEqualTo(group);
    for (int i = 2; i <= 3; i++) {
      long id = updates.path(i).at("/message/from/id").asLong();
      assertThat(
              wire.call("getChatMember", "{'chat_id':'%s','user_id':%d}".formatted(group, id))
                  .result()
                  .path("status"))
          .hasToString(i == 2 ? "\"creator\"" : "\"member\"");
    }
    String channel = one("channel");
    JsonNode chat = wire.call("getChat", "{'chat_id':'%s'}".formatted(channel)).result();
    assertThat(send("@" + chat.path("username").asText(), "x").status()).isEqualTo(200);
  }

  @Test
  void the_full_book_tells_of_sounds_edits_and_removals() {
    String id =
        wire.call("sendMessage", "{'chat_id':1,'text':'a','disable_notification':true}")
            .result()
            .path("message_id")
            .asText();
    wire.call("editMessageText", "{'chat_id':1,'message_id':%s,'text':'b'}".formatted(id));
    wire.call("deleteMessage", "{'chat_id':1,'message_id':%s}".formatted(id));
    List<Journal.Entry> lines = stage.journal().from(1).toList();
    assertThat(lines)
        .extracting(Journal.Entry::kind)
        .containsExactly(Journal.Kind.SENT, Journal.Kind.EDITED, Journal.Kind.DELETED);
    assertThat(lines.getFirst().silent()).isTrue();
    assertThat(lines.get(1).text()).isEqualTo("b");
  }

  @Test
  void limits_are_thirty_a_second_over_all_and_few_in_one_chat() {
    JsonNode ids = stage.settle(Settling.of("private", 31)).path("ids");
    stage.limits().enforce(true, 0);
    for (int i = 0; i < 30; i++) {
      assertThat(send(ids.path(i).asText(), "x").status()).isEqualTo(200);
    }
    assertThat(send(ids.path(30).asText(), "x").description())
        .isEqualTo("Too Many Requests: retry after 1");
    stage.clock().advance(Duration.ofSeconds(1));
    String chat = ids.path(30).asText();
    for (int i = 0; i < 3; i++) {
      assertThat(send(chat, "x").status()).isEqualTo(200);
    }
    assertThat(send(chat, "x").status()).isEqualTo(429);
  }

  @Test
  void a_group_takes_twenty_messages_in_a_minute() {
    String group = one("group");
    stage.limits().enforce(true, 0);
    for (int i = 0; i < 20; i++) {
      assertThat(send(group, "x").status()).isEqualTo(200);
      stage.clock().advance(Duration.ofSeconds(1));
    }
    assertThat(send(group, "x").body().at("/parameters/retry_after").asInt()).isEqualTo(40);
    stage.clock().advance(Duration.ofSeconds(40));
    assertThat(send(group, "x").status()).isEqualTo(200);
  }

  @Test
  void a_poller_that_hung_up_is_soon_known_to_be_gone() throws IOException {
    URI api = URI.create(wire.base());
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      String request = "GET " + api.getPath() + "getUpdates?timeout=50 HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      await().until(wire.telegram::polled);
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> !wire.telegram.polled());
  }
}
