package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP and WebSocket on one loopback port. All requests pass through {@link #serve}. */
final class Server implements AutoCloseable {
  static final String BASE = "/api/v10";
  private static final Duration GATEWAY_IDLE = Duration.ofMinutes(10);
  private static final int ROOMY_LIMIT = 50;

  private final World world;
  private final Gateway gateway;
  private final Interactions interactions;
  private final Specification specification;
  private final Book book;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Javalin javalin;

  Server(
      World world,
      Gateway gateway,
      Interactions interactions,
      Specification specification,
      Book book,
      List<Routes> routes) {
    this.world = world;
    this.gateway = gateway;
    this.interactions = interactions;
    this.specification = specification;
    this.book = book;
    this.javalin = Javalin.create(config -> configure(config, routes));
  }

  /** Opens the port (0: any free one) and tells which. */
  int start(int port) {
    return javalin.start(Address.HOST, port).port();
  }

  private void configure(JavalinConfig config, List<Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(GATEWAY_IDLE));
    config.routes.ws("/", this::gateway);
    Table table = new Table(config.routes);
    routes.forEach(group -> group.addTo(table));
    config.routes.error(404, context -> unserved(context, Refusal.notFound()));
    config.routes.error(
        405, context -> unserved(context, new Refusal(405, 0, "405: Method Not Allowed")));
  }

  private final class Table implements Routes.Table {
    private final RoutesConfig routes;

    Table(RoutesConfig routes) {
      this.routes = routes;
    }

    @Override
    public void add(String verb, String route, Routes.Handler handler) {
      add(verb, route, handler, true);
    }

    @Override
    public void addOpen(String verb, String route, Routes.Handler handler) {
      add(verb, route, handler, false);
    }

    private void add(String verb, String route, Routes.Handler handler, boolean needsToken) {
      routes.addHttpHandler(
          HandlerType.findOrCreate(verb),
          BASE + route,
          context -> serve(context, verb + " " + route, handler, needsToken));
    }
  }

  /** The one door for every request: token, body, specification, answer, book. */
  private void serve(Context context, String method, Routes.Handler handler, boolean needsToken) {
    JsonNode body = MissingNode.getInstance();
    Reply reply;
    try {
      if (needsToken && !("Bot " + world.token).equals(context.header("Authorization"))) {
        throw Refusal.unauthorized();
      }
      body = body(context);
      List<String> violations = specification.violations(method, body);
      if (!violations.isEmpty()) {
        throw Refusal.specification(String.join("; ", violations));
      }
      Request request = new Request(context.pathParamMap(), query(context), body);
      reply =
          world.alone(
              () -> {
                interactions.sweep();
                return detached(handler.serve(request));
              });
    } catch (Refusal refusal) {
      reply = refusal.reply();
    }
    write(context, method, reply);
    book.add(
        new Book.Entry(
            method, context.path().substring(BASE.length()), body, reply.status(), reply.body()));
  }

  /** What is written outside the lock must not change under the writer. */
  private static Reply detached(Reply reply) {
    return new Reply(reply.status(), reply.body().deepCopy());
  }

  private static JsonNode body(Context context) {
    byte[] bytes = context.bodyAsBytes();
    if (bytes.length == 0) {
      return MissingNode.getInstance();
    }
    String type = context.contentType();
    if (type == null || !type.startsWith("application/json")) {
      Form form = new Form();
      form.add(
          "CONTENT_TYPE_INVALID",
          "Expected \"Content-Type\" header to be one of {'application/json'}.");
      throw form.refusal();
    }
    try {
      return Json.read(bytes);
    } catch (IOException e) {
      throw new Refusal(400, 50109, "The request body contains invalid JSON.");
    }
  }

  private static Map<String, String> query(Context context) {
    Map<String, String> query = new HashMap<>();
    context
        .queryParamMap()
        .forEach((name, values) -> values.stream().findFirst().ifPresent(v -> query.put(name, v)));
    return query;
  }

  private void write(Context context, String method, Reply reply) {
    context.attribute("served", true);
    context.status(reply.status());
    context.header("Via", "1.1 google");
    context.header("X-RateLimit-Bucket", Integer.toHexString(method.hashCode()));
    context.header("X-RateLimit-Limit", Integer.toString(ROOMY_LIMIT));
    context.header("X-RateLimit-Remaining", Integer.toString(ROOMY_LIMIT - 1));
    context.header("X-RateLimit-Reset", Long.toString(world.clock.instant().getEpochSecond() + 1));
    context.header("X-RateLimit-Reset-After", "1");
    if (!reply.body().isMissingNode()) {
      context.contentType("application/json");
      context.result(Json.write(reply.body()));
    }
  }

  private void unserved(Context context, Refusal refusal) {
    if (context.attribute("served") == null) {
      write(context, context.path(), refusal.reply());
    }
  }

  private void gateway(WsConfig socket) {
    socket.onConnect(
        context -> {
          Line line = new Socket(context);
          lines.put(context.sessionId(), line);
          within(() -> gateway.opened(line));
        });
    socket.onMessage(
        context -> {
          Line line = lines.get(context.sessionId());
          if (line != null) {
            within(() -> gateway.received(line, context.message()));
          }
        });
    socket.onClose(
        context -> {
          Line line = lines.remove(context.sessionId());
          if (line != null) {
            within(() -> gateway.closed(line, context.status()));
          }
        });
  }

  private void within(Runnable work) {
    world.alone(
        () -> {
          work.run();
          return true;
        });
  }

  /** Ends all connections without a closing frame. */
  void cutLines() {
    lines.values().forEach(Line::cut);
  }

  private record Socket(WsContext context) implements Line {
    @Override
    public void send(String frame) {
      context.send(frame);
    }

    @Override
    public void close(int code, String reason) {
      context.closeSession(code, reason);
    }

    @Override
    public void cut() {
      context.session.disconnect();
    }
  }

  @Override
  public void close() {
    within(gateway::closeAll);
    javalin.stop();
  }
}
