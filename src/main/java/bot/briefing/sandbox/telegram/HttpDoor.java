package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Hangup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Bot API's HTTP: {@code /bot<token>/<method>}, parameters in a body of any kind or a query.
 */
final class HttpDoor implements AutoCloseable {
  private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z0-9_]+)/?");

  private final BotApi api;
  private final Javalin server;

  /**
   * Opens the door on this machine's own address.
   *
   * @param port 0 for a free one
   */
  HttpDoor(BotApi api, int port) {
    this.api = api;
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = true;
              config.routes.get("/*", this::serve);
              config.routes.post("/*", this::serve);
            });
    server.start("127.0.0.1", port);
  }

  int port() {
    return server.port();
  }

  private void serve(Context context) {
    Matcher path = PATH.matcher(context.path());
    Answer answer;
    try {
      answer =
          path.matches()
              ? api.answer(
                  path.group(1), path.group(2), parameters(context), () -> Hangup.isCut(context))
              : Answer.of(Refusal.notFound());
    } catch (Refusal refusal) {
      answer = Answer.of(refusal);
    }
    write(context, answer);
  }

  private static void write(Context context, Answer answer) {
    if (answer.cut()) {
      Hangup.cut(context);
      return;
    }
    context.status(answer.status());
    JsonNode wait = answer.body().path("parameters").path("retry_after");
    if (wait.isNumber()) {
      context.header("Retry-After", wait.asText());
    }
    if (answer.page().isEmpty()) {
      context.contentType("application/json").result(answer.body().toString());
    } else {
      context.contentType("text/html").result(answer.page());
    }
  }

  private static Parameters parameters(Context context) {
    ObjectNode body = Parameters.JSON.createObjectNode();
    context.queryParamMap().forEach((name, values) -> body.put(name, values.getFirst()));
    String type = context.contentType() == null ? "" : context.contentType();
    if (type.startsWith("application/json")) {
      String text = context.body();
      JsonNode json =
          text.isBlank()
              ? Parameters.JSON.createObjectNode()
              : Parameters.parsed(text)
                  .filter(JsonNode::isObject)
                  .orElseThrow(() -> Refusal.badRequest("can't parse JSON body"));
      body.setAll((ObjectNode) json);
    } else {
      // A part that is a file has a name in the form, and no value.
      context
          .formParamMap()
          .forEach((name, values) -> values.stream().findFirst().ifPresent(v -> body.put(name, v)));
    }
    body.remove("method");
    Map<String, String> files = files(context, type);
    String said = body.toString();
    files.keySet().stream()
        .map(name -> Map.entry(name, Parameters.ATTACHED + name))
        .filter(file -> !said.contains(file.getValue()))
        .forEach(file -> body.put(file.getKey(), file.getValue()));
    return new Parameters(body, files);
  }

  private static Map<String, String> files(Context context, String type) {
    Map<String, String> files = new HashMap<>();
    if (type.startsWith("multipart/form-data")) {
      context
          .uploadedFileMap()
          .forEach(
              (name, all) ->
                  all.forEach(
                      file ->
                          files.put(
                              name,
                              "AgAC" + HexFormat.of().toHexDigits(name(file, files.size())))));
    }
    return files;
  }

  private static long name(UploadedFile file, int number) {
    return 31L * (31L * file.filename().hashCode() + file.size()) + number;
  }

  @Override
  public void close() {
    server.stop();
  }
}
