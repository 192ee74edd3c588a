package bot.briefing.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that says what it is told to say, be it nonsense. Polls without an answer wait; other
 * methods are answered with the least that will do.
 */
final class RawTelegram implements AutoCloseable {
  /** Not an answer: the connection is closed. */
  static final String DROP = "drop";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> USUAL =
      Map.of(
          "getme",
          "{\"ok\":true,\"result\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"bee_bot\"}}",
          "sendmessage",
          "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1,\"chat\":{\"id\":3,\"type\":\"private\"}}}",
          "getmycommands",
          "{\"ok\":true,\"result\":[]}");

  private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** One request. */
  record Asked(String method, JsonNode body) {}

  RawTelegram(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next answers to a method, in order; one that begins with a digit names its status. */
  RawTelegram says(String method, String... answers) {
    script.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
    return this;
  }

  /** A refusal as the platform writes it. */
  static String refusal(int code, String description, String parameters) {
    return code
        + ("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"")
        + (parameters.isEmpty() ? "}" : ",\"parameters\":{" + parameters + "}}");
  }

  /** An answer to a poll with updates. */
  static String updates(String... updates) {
    return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
  }

  /** Somebody writes in a private chat. */
  static String message(int update, String text) {
    return "{\"update_id\":%d,\"message\":{\"message_id\":5,\"date\":1,\"text\":\"%s\","
            .formatted(update, text)
        + "\"from\":{\"id\":3,\"is_bot\":false,\"first_name\":\"A\",\"language_code\":\"en\"},"
        + "\"chat\":{\"id\":3,\"type\":\"private\"}}}";
  }

  List<JsonNode> asked(String method) {
    return asked.stream().filter(one -> one.method().equals(method)).map(Asked::body).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(new Asked(method, read(body)));
    String answer = script.getOrDefault(method, new ConcurrentLinkedQueue<>()).poll();
    if (answer == null && method.equals("getupdates")) {
      hold();
    }
    if (answer == null) {
      answer = USUAL.getOrDefault(method, "{\"ok\":true,\"result\":true}");
    }
    if (answer.equals(DROP)) {
      exchange.close();
      return;
    }
    boolean status = Character.isDigit(answer.charAt(0));
    byte[] bytes = answer.substring(status ? 3 : 0).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        status ? Integer.parseInt(answer.substring(0, 3)) : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the bot sent no JSON", e);
    }
  }

  private void hold() {
    try {
      closed.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
