package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.fault.Plan;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Hangup;
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

  private final World world;
  private final Gateway gateway;
  private final Interactions interactions;
  private final Specification specification;
  private final Book book;
  private final Faults faults;
  private final Limits limits;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Javalin javalin;

  Server(
      World world,
      Gateway gateway,
      Interactions interactions,
      Specification specification,
      Book book,
      Faults faults,
      Limits limits,
      List<Routes> routes) {
    this.world = world;
    this.gateway = gateway;
    this.interactions = interactions;
    this.specification = specification;
    this.book = book;
    this.faults = faults;
    this.limits = limits;
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
    Outcome outcome;
    try {
      if (needsToken && !("Bot " + world.token).equals(context.header("Authorization"))) {
        throw Refusal.unauthorized();
      }
      body = body(context);
      outcome = befallen(context, method, body, handler);
    } catch (Refusal refusal) {
      outcome = Outcome.of(refusal.reply());
    }
    write(context, method, outcome);
    Reply reply = outcome.reply();
    book.add(
        new Book.Entry(
            method, context.path().substring(BASE.length()), body, reply.status(), reply.body()));
  }

  /** The answer, and what the faults that stand make of it. */
  private Outcome befallen(Context context, String method, JsonNode body, Routes.Handler handler) {
    String channel = channel(context);
    Plan plan = faults.meet(method, channel, Rules.exempt(method));
    faults.pause(plan.before());
    Outcome outcome =
        plan.instead().isPresent()
            ? Outcome.to(plan.instead().get(), Outcome.NONE, millis())
            : accepted(context, method, channel, body, handler);
    faults.pause(plan.held());
    return plan.ending().isPresent() ? Outcome.to(plan.ending().get(), outcome, millis()) : outcome;
  }

  /** The channel that a request is about; empty for none. */
  private String channel(Context context) {
    Map<String, String> path = context.pathParamMap();
    String token = path.getOrDefault("interaction_token", path.getOrDefault("webhook_token", ""));
    return token.isEmpty()
        ? path.getOrDefault("channel_id", "")
        : world.alone(() -> interactions.find(token).map(one -> one.channel.idText()).orElse(""));
  }

  private long millis() {
    return world.clock.instant().toEpochMilli();
  }

  private Outcome accepted(
      Context context, String method, String channel, JsonNode body, Routes.Handler handler) {
    Limits.Word word = limits.arrive(Rules.of(method, channel));
    if (!word.passes()) {
      return Outcome.tooMany(word.delay(), word.everywhere(), word.limit(), millis());
    }
    Reply reply;
    try {
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
    return Outcome.of(reply).with(Outcome.bucket(word, millis()));
  }

  /** What is written outside the lock must not change under the writer. */
  private static Reply detached(Reply reply) {
    return new Reply(reply.status(), reply.body().deepCopy());
  }

  private static JsonNode body(Context context) {
    String type = context.contentType() == null ? "" : context.contentType();
    try {
      if (Uploads.areIn(type)) {
        return Uploads.body(context);
      }
      byte[] bytes = context.bodyAsBytes();
      if (bytes.length == 0) {
        return MissingNode.getInstance();
      }
      if (!type.startsWith("application/json")) {
        Form form = new Form();
        form.add(
            "CONTENT_TYPE_INVALID",
            "Expected \"Content-Type\" header to be one of"
                + " {'application/json', 'multipart/form-data'}.");
        throw form.refusal();
      }
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

  private void write(Context context, String method, Outcome outcome) {
    context.attribute("served", true);
    if (outcome.cut()) {
      Hangup.cut(context);
      return;
    }
    Reply reply = outcome.reply();
    context.status(reply.status());
    context.header("Via", "1.1 google");
    if (outcome.headers().containsKey("X-RateLimit-Limit")) {
      context.header("X-RateLimit-Bucket", Integer.toHexString(method.hashCode()));
    }
    outcome.headers().forEach(context::header);
    if (!outcome.page().isEmpty()) {
      context.contentType("text/html");
      context.result(outcome.page());
    } else if (!reply.body().isMissingNode()) {
      context.contentType("application/json");
      context.result(Json.write(reply.body()));
    }
  }

  private void unserved(Context context, Refusal refusal) {
    if (context.attribute("served") == null) {
      write(context, context.path(), Outcome.of(refusal.reply()));
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
