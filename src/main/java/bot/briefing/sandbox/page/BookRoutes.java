package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was accepted, as requests: the full book, and the messages of a chat. */
final class BookRoutes {
  private final List<Platform> platforms;

  BookRoutes(List<Platform> platforms) {
    this.platforms = platforms;
  }

  /**
   * One JSON object a line, in order. {@code platform}, {@code chat}, {@code since} (an instant),
   * {@code after} (a number) and {@code kind} choose; the kind is {@code sent} unless it is named,
   * {@code all} for every kind.
   */
  void book(Context context) throws IOException {
    Optional<String> name = Optional.ofNullable(context.queryParam("platform"));
    List<Platform> chosen =
        name.map(one -> List.of(Json.platform(platforms, one))).orElse(platforms);
    Choice choice = Choice.of(context);
    context.contentType("application/x-ndjson");
    OutputStream out = context.outputStream();
    for (Platform platform : chosen) {
      Iterator<Journal.Entry> lines = choice.from(platform.backstage().journal()).iterator();
      while (lines.hasNext()) {
        String line = json(platform, lines.next()) + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private record Choice(String chat, Instant since, long after, String kind) {
    static Choice of(Context context) {
      String kind = or(context, "kind", "sent");
      if (!List.of("sent", "edited", "deleted", "opened", "all").contains(kind)) {
        throw new BadRequestResponse("The kind is sent, edited, deleted, opened or all.");
      }
      try {
        return new Choice(
            or(context, "chat", ""),
            Instant.parse(or(context, "since", "1970-01-01T00:00:00Z")),
            Long.parseLong(or(context, "after", "0")),
            kind);
      } catch (DateTimeException | NumberFormatException e) {
        throw new BadRequestResponse(
            "\"since\" is an instant (2026-02-12T08:00:00Z), \"after\" a line's number.");
      }
    }

    private static String or(Context context, String parameter, String otherwise) {
      String value = context.queryParam(parameter);
      return value == null ? otherwise : value;
    }

    Stream<Journal.Entry> from(Journal journal) {
      return journal
          .from(after + 1)
          .filter(entry -> chat.isEmpty() || entry.chat().equals(chat))
          .filter(entry -> kind.equals("all") || entry.kind().word().equals(kind))
          .filter(entry -> !entry.at().isBefore(since));
    }
  }

  private static ObjectNode json(Platform platform, Journal.Entry entry) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", entry.number())
            .put("platform", platform.name())
            .put("kind", entry.kind().word())
            .put("chat", entry.chat());
    if (entry.thread() != 0) {
      json.put("thread", Integer.toString(entry.thread()));
    }
    json.put("message", Long.toString(entry.message()))
        .put("at", entry.at().toString())
        .put("hash", entry.hash())
        .put("text", entry.text());
    if (!entry.nonce().isEmpty()) {
      json.put("nonce", entry.nonce());
    }
    return json.put("silent", entry.silent());
  }

  /** The messages of a chat in wire format; {@code platform} and {@code chat} must be named. */
  void messages(Context context) {
    String platform = context.queryParam("platform");
    String chat = context.queryParam("chat");
    if (platform == null || chat == null) {
      throw new BadRequestResponse("Name a platform and a chat.");
    }
    Json.answer(context, Json.platform(platforms, platform).backstage().messages(chat));
  }
}
