package bot.briefing.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bot without tokens, and somebody at its chat page; the page stays open until the end. */
final class PageRun extends Run {
  private static final Pattern URL = Pattern.compile("http://\\S+/");

  /** A pause between two tries of a command that is not there yet. */
  private static final int AGAIN_MILLIS = 20;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI page;

  private PageRun(List<String> command, Path folder) throws Exception {
    super(command, folder, Map.of("PORT", "0"));
    Matcher url = URL.matcher(printed("http://"));
    if (!url.find()) {
      throw new IllegalStateException("no address is printed");
    }
    page = URI.create(url.group());
    HttpResponse<Stream<String>> events =
        HTTP.send(
            request("events").header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofLines());
    Thread.ofVirtual().start(() -> watch(events.body()));
    say("/today");
  }

  static PageRun start(List<String> command, Path folder) throws Exception {
    return new PageRun(command, folder);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(page.resolve(path));
  }

  private void watch(Stream<String> events) {
    try {
      events.filter(line -> line.startsWith("data:")).forEach(line -> heard(line.substring(5)));
    } catch (RuntimeException ended) {
      // The process has gone, and the page's stream with it.
    }
  }

  private void heard(String data) {
    try {
      JsonNode change = JSON.readTree(data);
      String kind = change.path("kind").asText();
      boolean onDiscord = change.path("platform").asText().equals("discord");
      if (kind.equals("sent")) {
        (onDiscord ? discord : telegram).release();
      } else if (kind.equals("notice") && onDiscord) {
        CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
            .execute(this::askAgain);
      }
    } catch (Exception e) {
      throw new IllegalStateException(data, e);
    }
  }

  private void askAgain() {
    try {
      say("discord", "/today");
    } catch (IOException | InterruptedException ended) {
      // The process has gone: whoever waits for the answer says so.
    }
  }

  @Override
  void say(String line) throws Exception {
    say("discord", line);
    say("telegram", line);
  }

  private void say(String platform, String line) throws IOException, InterruptedException {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("platform", platform)
            .put("text", line)
            .toString();
    HttpResponse<String> taken =
        HTTP.send(
            request("say")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (taken.statusCode() >= 300) {
      throw new IllegalStateException("the page says " + taken.statusCode() + ": " + taken.body());
    }
  }
}
