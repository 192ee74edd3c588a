package bot.briefing.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults, limits, the clock, the book and chats by HTTP, as another process drives them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ControlsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sandbox sandbox;
  private HttpClient http;

  @BeforeEach
  void open() throws BindException {
    http = HttpClient.newHttpClient();
    MovableClock clock = MovableClock.over(() -> Instant.parse("2026-02-12T09:00:00Z"));
    sandbox =
        Sandbox.start(
            List.of(
                new LoopbackDiscord(0, clock, Specification.NONE),
                new LoopbackTelegram(0, clock, Specification.NONE)),
            0);
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    sandbox.close();
  }

  private HttpResponse<String> ask(String verb, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.page().url() + path));
    if (body.isEmpty()) {
      request.method(verb, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(verb, BodyPublishers.ofString(body.replace('\'', '"')));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode get(String path) {
    return read(ask("GET", path, "").body());
  }

  private JsonNode post(String path, String body) {
    return read(ask("POST", path, body).body());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  private HttpResponse<String> bot(String method, String body) {
    JsonNode telegram = get("sandbox.json").path("telegram");
    String base = telegram.path("api").asText() + "/bot" + telegram.path("token").asText() + "/";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + method))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_fault_is_added_listed_with_its_hits_and_cleared() {
    int id =
        post("faults", "{'platform':'telegram','fault':'error','status':502,'html':true}")
            .path("id")
            .asInt();
    HttpResponse<String> answer = bot("sendMessage", "{'chat_id':1,'text':'x'}");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).startsWith("<html>");
    JsonNode listed = get("faults").at("/telegram/faults/0");
    assertThat(listed.path("id").asInt()).isEqualTo(id);
    assertThat(listed.path("hits").asInt()).isEqualTo(1);
    assertThat(get("faults").at("/discord/faults")).isEmpty();
    assertThat(ask("DELETE", "faults?platform=telegram", "").statusCode()).isEqualTo(204);
    assertThat(bot("sendMessage", "{'chat_id':1,'text':'x'}").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_wrong_is_said_and_changes_nothing() {
    assertThat(ask("POST", "faults", "{'platform':'telegram','fault':'flood'}").body())
        .contains("The field \"fault\" must be one of", "rate-limit", "topic-closed");
    assertThat(ask("POST", "faults", "{'platform':'icq','fault':'drop'}").statusCode())
        .isEqualTo(400);
    assertThat(ask("POST", "faults", "{'platform':'telegram','fault':'kicked','chat':'9'}").body())
        .isEqualTo("No chat 9\n");
    assertThat(ask("POST", "clock", "{'advance':'ten hours'}").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "limits", "{}").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "chats", "{'platform':'discord','kind':'voice'}").statusCode())
        .isEqualTo(400);
    assertThat(ask("GET", "book?since=yesterday", "").statusCode()).isEqualTo(400);
    assertThat(get("faults").at("/telegram/faults")).isEmpty();
  }

  @Test
  void both_platforms_go_by_the_clock_that_is_moved() {
    assertThat(get("clock").path("now").asText()).isEqualTo("2026-02-12T09:00:00Z");
    assertThat(post("clock", "{'advance':'PT10H'}").path("millis").asLong())
        .isEqualTo(Instant.parse("2026-02-12T19:00:00Z").toEpochMilli());
    bot("sendMessage", "{'chat_id':1,'text':'late'}");
    assertThat(get("messages?platform=telegram&chat=1").at("/0/date").asLong())
        .isEqualTo(Instant.parse("2026-02-12T19:00:00Z").getEpochSecond());
    post("clock", "{'set':'2026-02-12T08:00:00Z'}");
    assertThat(get("clock").path("now").asText()).isEqualTo("2026-02-12T08:00:00Z");
  }

  @Test
  void the_book_tells_line_by_line_what_was_accepted() {
    post("chats", "{'platform':'telegram','kind':'private','count':2}");
    bot("sendMessage", "{'chat_id':1000000001,'text':'one'}");
    post("clock", "{'advance':'PT1M'}");
    bot("sendMessage", "{'chat_id':1000000002,'text':'two'}");
    List<String> lines = ask("GET", "book", "").body().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(read(lines.getFirst()).path("text").asText()).isEqualTo("one");
    assertThat(ask("GET", "book?platform=discord", "").body()).isEmpty();
    assertThat(ask("GET", "book?chat=1000000002", "").body()).contains("two").doesNotContain("one");
    assertThat(ask("GET", "book?since=2026-02-12T09:01:00Z", "").body().lines()).hasSize(1);
    assertThat(ask("GET", "book?platform=telegram&after=1", "").body().lines()).hasSize(1);
    assertThat(ask("GET", "book?kind=edited", "").body()).isEmpty();
  }

  @Test
  void somebody_speaks_and_presses_in_a_chat_of_their_own() {
    String group =
        post("chats", "{'platform':'telegram','kind':'supergroup','quiet':true}")
            .at("/ids/0")
            .asText();
    String say = "{'platform':'telegram','chat':'%s','as':'%s','text':'/today'}";
    assertThat(ask("POST", "say", say.formatted(group, "administrator")).statusCode())
        .isEqualTo(204);
    assertThat(ask("POST", "say", say.formatted(group, "king")).statusCode()).isEqualTo(400);
    String keyboard = "{'inline_keyboard':[[{'text':'a','callback_data':'b'}]]}";
    String sent =
        bot(
                "sendMessage",
                "{'chat_id':'%s','text':'x','reply_markup':%s}".formatted(group, keyboard))
            .body();
    String message = read(sent).at("/result/message_id").asText();
    assertThat(
            ask(
                    "POST",
                    "press",
                    "{'platform':'telegram','chat':'%s','message':'%s','button':'b'}"
                        .formatted(group, message))
                .statusCode())
        .isEqualTo(204);
    assertThat(bot("getUpdates", "{}").body()).contains("/today", "callback_query");
  }

  @Test
  void somebody_owns_a_channel_and_chooses_it_by_a_keyboard() {
    String channel =
        post("chats", "{'platform':'telegram','kind':'channel','owner':'1'}").at("/ids/0").asText();
    String keyboard =
        "{'keyboard':[[{'text':'Which?','request_chat':{'request_id':3,'chat_is_channel':true}}]]}";
    String sent =
        bot("sendMessage", "{'chat_id':1,'text':'x','reply_markup':%s}".formatted(keyboard)).body();
    String press =
        "{'platform':'telegram','message':'%s','button':'Which?','value':'%s'}"
            .formatted(read(sent).at("/result/message_id").asText(), channel);

    assertThat(ask("POST", "press", press).statusCode()).isEqualTo(204);
    assertThat(bot("getUpdates", "{}").body()).contains("chat_shared", channel);
    assertThat(
            ask("POST", "chats", "{'platform':'telegram','kind':'channel','owner':'77'}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void limits_are_enforced_when_they_are_switched_on() {
    assertThat(get("limits").at("/telegram/enforced").asBoolean()).isFalse();
    ask("POST", "limits", "{'enforced':true}");
    for (int i = 0; i < 4; i++) {
      bot("sendMessage", "{'chat_id':1,'text':'x'}");
    }
    assertThat(get("limits").path("telegram"))
        .hasToString("{\"enforced\":true,\"tolerance\":0.0,\"accepted\":3,\"refused\":1}");
  }

  @Test
  void the_examples_of_the_readme_do_what_they_say() throws IOException {
    List<MatchResult> examples =
        Pattern.compile("(?m)^curl (?:--json '([^']*)'|-X (\\w+))? ?\"?\\$URL/([^\\s\"]+)\"?$")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .toList();
    assertThat(examples).hasSizeGreaterThan(15);
    for (MatchResult one : examples) {
      String body = one.group(1) == null ? "" : one.group(1);
      String verb = one.group(2) != null ? one.group(2) : body.isEmpty() ? "GET" : "POST";
      HttpResponse<String> answer = ask(verb, one.group(3), body);
      assertThat(answer.statusCode()).as(one.group() + "\n" + answer.body()).isIn(200, 204);
    }
    assertThat(get("clock").path("now").asText()).isEqualTo("2026-02-12T19:00:00Z");
    assertThat(get("messages?platform=telegram&chat=1000000001").at("/0/text").asText())
        .isEqualTo("/today");
  }
}
