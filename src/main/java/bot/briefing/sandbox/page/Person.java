package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;

/**
 * What people do, as requests: {@code /say} and {@code /press}. Without a {@code chat} it is the
 * person at the page, and a {@code language} in either is the one of their client from then on;
 * with a {@code chat} it is somebody there.
 */
final class Person {
  private final List<Platform> platforms;

  Person(List<Platform> platforms) {
    this.platforms = platforms;
  }

  void say(Context context) {
    JsonNode body = Json.body(context);
    Platform platform = spoken(body);
    String text = Json.text(body, "text");
    if (body.has("chat")) {
      platform.backstage().say(Json.text(body, "chat"), speaker(body), text);
    } else {
      platform.say(text);
    }
    context.status(204);
  }

  void press(Context context) {
    JsonNode body = Json.body(context);
    Platform platform = spoken(body);
    String message = Json.text(body, "message");
    String button = Json.text(body, "button");
    String value = body.path("value").asText("");
    if (body.has("chat")) {
      platform.backstage().press(Json.text(body, "chat"), speaker(body), message, button, value);
    } else {
      platform.press(message, button, value);
    }
    context.status(204);
  }

  private static Speaker speaker(JsonNode body) {
    return Speaker.of(body.path("as").asText("member"));
  }

  private Platform spoken(JsonNode body) {
    Platform platform = Json.platform(platforms, Json.text(body, "platform"));
    if (body.has("language")) {
      String language = Json.text(body, "language");
      if (!PageTexts.LANGUAGES.contains(language)) {
        throw new BadRequestResponse(
            "The field \"language\" must be one of " + PageTexts.LANGUAGES + ".");
      }
      platform.speak(language);
    }
    return platform;
  }
}
