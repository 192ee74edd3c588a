package bot.briefing.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page's HTTP: what a program of this machine may do, and what no other site may. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PageServerTest {
  private static final String SAY = "{\"platform\":\"telegram\",\"text\":\"/today\"}";

  private LoopbackTelegram telegram;
  private Sandbox sandbox;
  private HttpClient http;

  @BeforeEach
  void open() throws BindException {
    http = HttpClient.newHttpClient();
    telegram =
        new LoopbackTelegram(0, () -> Instant.parse("2026-02-12T09:00:00Z"), Specification.NONE);
    sandbox = Sandbox.start(List.of(telegram), 0);
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    sandbox.close();
  }

  @Test
  void aProgramFindsTheCoordinatesAndSpeaks() throws Exception {
    JsonNode found = new ObjectMapper().readTree(get("sandbox.json").body());
    assertThat(found.path("page").asText()).isEqualTo(sandbox.page().url());
    assertThat(found.path("telegram")).hasToString(telegram.coordinates().toString());
    assertThat(found.at("/telegram/token").asText()).matches("[0-9]+:AA[A-Za-z0-9_-]{33}");

    assertThat(post("say", "application/json", SAY).statusCode()).isEqualTo(204);
    assertThat(telegram.transcript().at("/0/text").asText()).isEqualTo("/today");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() throws Exception {
    assertThat(post("say", "application/json", "{").statusCode()).isEqualTo(400);
    HttpResponse<String> unknown =
        post("say", "application/json; charset=utf-8", SAY.replace("telegram", "icq"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).isEqualTo("There is no platform \"icq\"; there is telegram.\n");
    HttpResponse<String> press =
        post(
            "press",
            "application/json",
            "{\"platform\":\"telegram\",\"message\":\"9\",\"button\":\"x\",\"value\":\"\"}");
    assertThat(press.statusCode()).isEqualTo(400);
    assertThat(press.body()).isEqualTo("No message 9\n");
  }

  @Test
  void onlyJsonIsTaken() throws Exception {
    assertThat(post("say", "text/plain", SAY).statusCode()).isEqualTo(415);
    assertThat(post("say", "application/x-www-form-urlencoded", SAY).statusCode()).isEqualTo(415);
    assertThat(telegram.transcript()).isEmpty();
  }

  @Test
  void anotherSitesNameOrOriginIsForbidden() throws Exception {
    String own = "127.0.0.1:" + sandbox.page().port();
    assertThat(raw("evil.example:" + sandbox.page().port(), "")).contains(" 403 ");
    assertThat(raw(own, "Origin: http://evil.example\r\n")).contains(" 403 ");
    assertThat(raw(own, "Origin: null\r\n")).contains(" 403 ");
    assertThat(telegram.transcript()).isEmpty();
    assertThat(raw(own, "Origin: http://" + own + "\r\n")).contains(" 204 ");
    assertThat(raw("localhost:" + sandbox.page().port(), "")).contains(" 204 ");
    assertThat(get("sandbox.json").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void thePersonsClientIsInTheLanguageOfTheirPage() throws Exception {
    String english = SAY.replace("}", ",\"language\":\"en\"}");
    assertThat(post("say", "application/json", SAY).statusCode()).isEqualTo(204);
    assertThat(post("say", "application/json", english).statusCode()).isEqualTo(204);
    assertThat(telegram.transcript().findValuesAsText("language_code")).containsExactly("ko", "en");
    assertThat(post("say", "application/json", english.replace("en", "fr")).body())
        .isEqualTo("The field \"language\" must be one of [ko, en].\n");
  }

  @Test
  void aTakenPortIsLeftForTheNextFreeOne() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        PageServer page = PageServer.start(List.of(), taken.getLocalPort())) {
      assertThat(page.requestedPort()).isEqualTo(taken.getLocalPort());
      assertThat(page.port()).isBetween(taken.getLocalPort() + 1, taken.getLocalPort() + 20);
    }
  }

  @Test
  void thePageIsServedWholeAndLoadsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'");
    for (String file :
        List.of(
            "style.css",
            "main.js",
            "pane.js",
            "dom.js",
            "dates.js",
            "telegram.js",
            "discord.js",
            "markdown.js")) {
      assertThat(get(file).statusCode()).isEqualTo(200);
      assertThat(get(file).body()).doesNotContain("innerHTML", "@import", "url(http");
    }
    assertThat(get("PageServer.class").statusCode()).isEqualTo(404);
  }

  @Test
  void theStreamBeginsWithTheStateAndGoesOnWithChanges() throws Exception {
    telegram.say("before");
    HttpResponse<Stream<String>> events =
        http.send(
            request("events").header("Accept", "text/event-stream").build(),
            BodyHandlers.ofLines());
    try (Stream<String> lines = events.body()) {
      var data = lines.filter(line -> line.startsWith("data:")).iterator();
      assertThat(data.next()).contains("\"telegram\":[{").contains("before");
      telegram.say("after");
      assertThat(data.next()).contains("\"kind\":\"said\"").contains("after");
    }
  }

  @Test
  void textsFollowTheBrowsersLanguage() throws Exception {
    assertThat(texts("en-GB,en;q=0.9,ko;q=0.1")).isEqualTo("en");
    assertThat(texts("fr, ko;q=0.5")).isEqualTo("ko");
    assertThat(texts("fr")).isEqualTo("ko");
    assertThat(get("texts.json?lang=en").body()).contains("\"language\":\"en\"");
  }

  private String texts(String accepted) throws IOException, InterruptedException {
    String body =
        http.send(
                request("texts.json").header("Accept-Language", accepted).build(),
                BodyHandlers.ofString())
            .body();
    return new ObjectMapper().readTree(body).path("language").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.page().url() + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  /** The status line of a /say under a Host of one's own, which java.net.http does not allow. */
  private String raw(String host, String more) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.page().port());
        var reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String request =
          "POST /say HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
              .formatted(host, more, SAY.length(), SAY);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return reader.readLine();
    }
  }
}
