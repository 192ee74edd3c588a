package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that come with a message (Reference, "Uploading Files"): a form whose {@code payload_json}
 * is the body, beside parts {@code files[n]}. Of a file its name and size are kept, not its bytes;
 * in the body its entry among the attachments has a size, which no client gives.
 */
final class Uploads {
  private static final Pattern NUMBERED = Pattern.compile("files?\\[(\\d{1,9})]");
  private static final int MOST = 10;

  private Uploads() {}

  static boolean areIn(String type) {
    return type.startsWith("multipart/form-data");
  }

  /** The body of the request as JSON; throws an {@link IOException} when that is none. */
  static JsonNode body(Context context) throws IOException {
    String payload = context.formParam("payload_json");
    JsonNode body = payload == null ? plain(context) : Json.read(payload);
    JsonNode message = body.path("data").isObject() ? body.path("data") : body;
    if (message instanceof ObjectNode object) {
      attach(object, context.uploadedFileMap());
    }
    return body;
  }

  /** Without a payload the parts themselves are the fields. */
  private static ObjectNode plain(Context context) {
    ObjectNode body = Json.object();
    context
        .formParamMap()
        .forEach((name, values) -> values.stream().findFirst().ifPresent(v -> body.put(name, v)));
    return body;
  }

  private static void attach(ObjectNode message, Map<String, List<UploadedFile>> files) {
    Map<String, ObjectNode> entries = new LinkedHashMap<>();
    for (JsonNode given : message.path("attachments")) {
      if (given instanceof ObjectNode entry) {
        entries.put(entry.path("id").asText(), entry.without("size"));
      }
    }
    int next = 0;
    for (Map.Entry<String, List<UploadedFile>> part : files.entrySet()) {
      for (UploadedFile file : part.getValue()) {
        Matcher number = NUMBERED.matcher(part.getKey());
        String id = number.matches() ? number.group(1) : Integer.toString(next);
        ObjectNode entry = entries.computeIfAbsent(id, key -> Json.object().put("id", key));
        if (!Json.has(entry, "filename")) {
          entry.put("filename", file.filename());
        }
        entry.put("size", file.size());
        next++;
      }
    }
    if (next > MOST) {
      Form form = new Form();
      form.at("files").add("BASE_TYPE_MAX_LENGTH", "Must be " + MOST + " or fewer in length.");
      throw form.refusal();
    }
    if (next > 0) {
      ArrayNode all = message.putArray("attachments");
      entries.values().forEach(all::add);
    }
  }

  /** Whether files come with the message. */
  static boolean comeWith(JsonNode message) {
    for (JsonNode entry : message.path("attachments")) {
      if (entry.has("size")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The attachments of a message after a request.
   *
   * @param before those that it had: they stay where the request names none, or names them
   */
  static ArrayNode stored(JsonNode before, JsonNode body, Channel channel, Snowflakes ids) {
    ArrayNode after = Json.array();
    for (JsonNode old : before) {
      if (!body.path("attachments").isArray() || names(body, old.path("id").asText())) {
        after.add(old);
      }
    }
    for (JsonNode entry : body.path("attachments")) {
      if (entry.has("size")) {
        String id = Long.toString(ids.next());
        String name = entry.path("filename").asText();
        String url =
            "https://cdn.discordapp.com/attachments/%s/%s/%s".formatted(channel.idText(), id, name);
        ObjectNode file = after.addObject().put("id", id).put("filename", name);
        file.put("size", entry.path("size").asLong()).put("url", url).put("proxy_url", url);
        if (Json.has(entry, "description")) {
          file.set("description", entry.path("description"));
        }
      }
    }
    return after;
  }

  private static boolean names(JsonNode body, String id) {
    for (JsonNode entry : body.path("attachments")) {
      if (!entry.has("size") && entry.path("id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
