package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.stream.Collectors;

/** What requests to the page's server carry. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The body; a form of another site can post text, but not JSON without asking first. */
  static ObjectNode body(Context context) {
    String type = context.contentType() == null ? "" : context.contentType();
    if (!type.replaceFirst(";.*", "").strip().equalsIgnoreCase("application/json")) {
      throw new HttpResponseException(415, "Send JSON, with Content-Type: application/json.");
    }
    try {
      if (MAPPER.readTree(context.body()) instanceof ObjectNode body) {
        return body;
      }
      throw new BadRequestResponse("The body must be a JSON object.");
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is no JSON: " + e.getOriginalMessage());
    }
  }

  /** A text that must be there. */
  static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new BadRequestResponse("The field \"" + field + "\" must be a text.");
    }
    return value.asText();
  }

  /** The platform of that name. */
  static Platform platform(List<Platform> platforms, String name) {
    return platforms.stream()
        .filter(platform -> platform.name().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    platforms.stream()
                        .map(Platform::name)
                        .collect(
                            Collectors.joining(
                                ", ", "There is no platform \"" + name + "\"; there is ", "."))));
  }

  static void answer(Context context, JsonNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
