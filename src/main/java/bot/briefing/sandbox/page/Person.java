package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the person at the page does, as requests: {@code /say} and {@code /press}. A {@code
 * language} in either is the one of their client from then on.
 */
final class Person {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Platform> platforms;

  Person(List<Platform> platforms) {
    this.platforms = platforms;
  }

  void say(Context context) {
    JsonNode body = body(context);
    spoken(body).say(text(body, "text"));
    context.status(204);
  }

  void press(Context context) {
    JsonNode body = body(context);
    String value = body.path("value").asText("");
    spoken(body).press(text(body, "message"), text(body, "button"), value);
    context.status(204);
  }

  /** A form of another site can post text, but not JSON without asking first. */
  private static JsonNode body(Context context) {
    String type = context.contentType() == null ? "" : context.contentType();
    if (!type.replaceFirst(";.*", "").strip().equalsIgnoreCase("application/json")) {
      throw new HttpResponseException(415, "Send JSON, with Content-Type: application/json.");
    }
    try {
      JsonNode body = JSON.readTree(context.body());
      if (body.isObject()) {
        return body;
      }
      throw new BadRequestResponse("The body must be a JSON object.");
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is no JSON: " + e.getOriginalMessage());
    }
  }

  private Platform spoken(JsonNode body) {
    Platform platform = platform(body);
    if (body.has("language")) {
      String language = text(body, "language");
      if (!PageTexts.LANGUAGES.contains(language)) {
        throw new BadRequestResponse(
            "The field \"language\" must be one of " + PageTexts.LANGUAGES + ".");
      }
      platform.speak(language);
    }
    return platform;
  }

  private Platform platform(JsonNode body) {
    String name = text(body, "platform");
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

  private static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new BadRequestResponse("The field \"" + field + "\" must be a text.");
    }
    return value.asText();
  }
}
