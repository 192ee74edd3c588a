package bot.briefing.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both loopback platforms in a process of their own, spoken to as their documentation says. */
final class SandboxProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Program program;
  private final URI page;
  private final JsonNode coordinates;

  SandboxProcess(Path folder) throws Exception {
    program = Program.start(folder, Map.of("PORT", "0"), "sandbox");
    program.awaitPrinted("telegram {");
    Matcher url = URL.matcher(program.printed());
    if (!url.find()) {
      throw new AssertionError(program.printed());
    }
    page = URI.create(url.group());
    coordinates = JSON.readTree(get("sandbox.json"));
  }

  /** What a bot needs to connect. */
  Map<String, String> settings() {
    return Map.of(
        "DISCORD_TOKEN", coordinates.at("/discord/token").asText(),
        "DISCORD_API_URL", coordinates.at("/discord/api").asText(),
        "TELEGRAM_TOKEN", coordinates.at("/telegram/token").asText(),
        "TELEGRAM_API_URL", coordinates.at("/telegram/api").asText(),
        "CLOCK_URL", page.resolve("clock").toString());
  }

  String get(String path) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(page.resolve(path)).build());
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    String answer =
        sent(
            HttpRequest.newBuilder(page.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    return JSON.readTree(answer.isEmpty() ? "{}" : answer);
  }

  void delete(String path) throws IOException, InterruptedException {
    sent(HttpRequest.newBuilder(page.resolve(path)).DELETE().build());
  }

  private String sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** New chats. */
  List<String> settle(String platform, String kind, int count) throws Exception {
    List<String> ids = new ArrayList<>();
    post(
            "chats",
            ("{\"platform\":\"%s\",\"kind\":\"%s\",\"count\":%d,\"quiet\":true,"
                    + "\"administrator\":true}")
                .formatted(platform, kind, count))
        .path("ids")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /** What a platform has taken, in order. */
  List<JsonNode> book(String platform) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : get("book?platform=" + platform).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Override
  public void close() {
    program.close();
  }
}
