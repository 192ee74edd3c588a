package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A gateway connection by hand. */
final class RawGateway implements AutoCloseable, WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 10;

  private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final String token;

  RawGateway(ObjectNode coordinates) {
    token = coordinates.path("token").asText();
    try (Api api = new Api(coordinates)) {
      String address = api.get("gateway/bot").body().path("url").asText();
      socket =
          client
              .newWebSocketBuilder()
              .buildAsync(URI.create(address + "/?v=10&encoding=json"), this)
              .join();
    }
    assertThat(op(10).path("d").path("heartbeat_interval").asInt()).isPositive();
  }

  /** A connection that has identified with those intents and has its READY. */
  static RawGateway identified(ObjectNode coordinates, int intents) {
    RawGateway gateway = new RawGateway(coordinates);
    gateway.identify(gateway.token, intents);
    return gateway;
  }

  void identify(String by, int intents) {
    ObjectNode data = Json.object();
    data.put("token", by);
    data.put("intents", intents);
    data.putObject("properties");
    send(2, data);
  }

  void resume(String session, long sequence) {
    send(6, Json.object().put("token", token).put("session_id", session).put("seq", sequence));
  }

  void send(int op, JsonNode data) {
    socket.sendText(Json.write(Json.object().put("op", op).set("d", data)), true).join();
  }

  /** Waits for a frame with that opcode; others before it are dropped. */
  JsonNode op(int op) {
    JsonNode frame = take();
    while (frame.path("op").asInt() != op) {
      frame = take();
    }
    return frame;
  }

  /** Waits for that event; others before it are dropped. */
  JsonNode event(String name) {
    JsonNode frame = take();
    while (!frame.path("t").asText().equals(name)) {
      frame = take();
    }
    return frame;
  }

  private JsonNode take() {
    try {
      JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came from the gateway");
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Goes away without a closing frame. */
  void vanish() {
    socket.abort();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try {
        frames.add(Json.read(part.toString()));
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
