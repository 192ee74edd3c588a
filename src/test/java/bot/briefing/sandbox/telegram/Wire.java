package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** A loopback Telegram and hand-written requests to it. */
final class Wire implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  final LoopbackTelegram telegram;
  private final HttpClient http = HttpClient.newHttpClient();

  /** An answer of the Bot API. */
  record Answer(int status, JsonNode body) {
    String description() {
      return body.path("description").asText();
    }

    JsonNode result() {
      return body.path("result");
    }
  }

  Wire() {
    this(Specification.NONE);
  }

  Wire(Specification specification) {
    telegram = new LoopbackTelegram(0, () -> Instant.parse("2026-02-12T09:00:00Z"), specification);
  }

  String base() {
    return telegram.coordinates().path("api").asText()
        + "/bot"
        + telegram.coordinates().path("token").asText()
        + "/";
  }

  /** Posts JSON written with single quotes. */
  Answer call(String method, String json) {
    return post(base() + method, "application/json", json.replace('\'', '"'));
  }

  /** Sends an HTML text into the private chat of the person at the page. */
  Answer html(String text) {
    return post(
        base() + "sendMessage",
        "application/json",
        JSON.createObjectNode()
            .put("chat_id", 1)
            .put("parse_mode", "HTML")
            .put("text", text)
            .toString());
  }

  /** Sends a message with an inline keyboard of one row of these buttons. */
  Answer buttons(String buttons) {
    return call(
        "sendMessage",
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[" + buttons + "]]}}");
  }

  Answer post(String address, String type, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  Answer get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    telegram.close();
    http.shutdownNow();
  }
}
