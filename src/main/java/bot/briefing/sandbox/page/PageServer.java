package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat page's server on 127.0.0.1: the page itself, {@code GET /sandbox.json}, {@code POST
 * /say} and {@code POST /press}, the stream of what happens, and the {@link Controls}. No other
 * site can drive it.
 */
public final class PageServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
  private static final int FURTHER_PORTS = 20;
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "style.css", "text/css; charset=utf-8",
          "main.js", "text/javascript; charset=utf-8",
          "pane.js", "text/javascript; charset=utf-8",
          "dom.js", "text/javascript; charset=utf-8",
          "dates.js", "text/javascript; charset=utf-8",
          "telegram.js", "text/javascript; charset=utf-8",
          "discord.js", "text/javascript; charset=utf-8",
          "markdown.js", "text/javascript; charset=utf-8");

  private final List<Platform> platforms;
  private final int requestedPort;
  private final Stream stream;
  private final Javalin server;

  private PageServer(List<Platform> platforms, int requestedPort) {
    this.platforms = List.copyOf(platforms);
    this.requestedPort = requestedPort;
    this.stream = new Stream(this.platforms);
    this.server = Javalin.create(this::configure);
    server.start("127.0.0.1", requestedPort == 0 ? 0 : free(requestedPort));
  }

  /**
   * Serves the page for these platforms.
   *
   * @param requestedPort where to; when it is taken, one of the next 20 that is free; 0 for any
   * @throws IllegalStateException when all of them are taken
   */
  public static PageServer start(List<Platform> platforms, int requestedPort) {
    return new PageServer(platforms, requestedPort);
  }

  /** The port that was asked for. */
  public int requestedPort() {
    return requestedPort;
  }

  /** The port that is served; another one than was asked for when that was taken. */
  public int port() {
    return server.port();
  }

  /** The page's address, with a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** Asked beforehand, since Javalin logs a failed start as an error. */
  private static int free(int requested) {
    int last = Math.min(requested + FURTHER_PORTS, 65_535);
    for (int port = requested; port <= last; port++) {
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException e) {
        LOG.debug("Port {} is taken: {}", port, e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("The ports %d to %d are all taken.".formatted(requested, last));
  }

  private void configure(JavalinConfig config) {
    Person person = new Person(platforms);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.routes.before(
        context -> {
          Guard.harden(context);
          Guard.check(context, context.req().getLocalPort());
        });
    config.routes.exception(
        HttpResponseException.class, (e, context) -> refuse(context, e.getStatus(), e));
    config.routes.exception(
        IllegalArgumentException.class, (e, context) -> refuse(context, 400, e));
    config.routes.get("/", context -> file(context, "index.html"));
    config.routes.get("/texts.json", PageServer::texts);
    config.routes.get("/sandbox.json", context -> json(context, coordinates().toString()));
    config.routes.post("/say", person::say);
    config.routes.post("/press", person::press);
    new Controls(platforms).addTo(config.routes);
    config.routes.sse("/events", stream::serve);
    config.routes.get("/{file}", context -> file(context, context.pathParam("file")));
  }

  private static void refuse(Context context, int status, Exception why) {
    context.status(status).contentType("text/plain; charset=utf-8").result(why.getMessage() + "\n");
  }

  private ObjectNode coordinates() {
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("page", url());
    platforms.forEach(platform -> all.set(platform.name(), platform.coordinates()));
    return all;
  }

  private static void texts(Context context) throws IOException {
    String asked = context.queryParam("lang");
    String accepted = context.header("Accept-Language");
    String language =
        asked != null && PageTexts.LANGUAGES.contains(asked)
            ? asked
            : PageTexts.chosen(accepted == null ? "" : accepted);
    json(
        context,
        new ObjectMapper()
            .writeValueAsString(Map.of("language", language, "texts", PageTexts.of(language))));
  }

  private static void json(Context context, String json) {
    context.contentType("application/json").result(json);
  }

  private static void file(Context context, String name) throws IOException {
    String type = FILES.get(name);
    if (type == null) {
      context.status(404).result("There is no " + name + " here.\n");
      return;
    }
    try (InputStream in = PageServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the page's file " + name);
      }
      context.contentType(type).result(in.readAllBytes());
    }
  }

  @Override
  public void close() {
    stream.close();
    server.stop();
  }
}
