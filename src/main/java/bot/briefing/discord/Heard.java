package bot.briefing.discord;

import bot.briefing.http.LostException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dv8tion.jda.api.requests.Response;

/**
 * What came of a request.
 *
 * @param status the HTTP status; 0 where there was no answer
 * @param body of the answer; missing where it is no JSON
 * @param headers of the answer, their names in any case
 * @param begun whether the request may have arrived
 * @param why in words, where there was no answer
 */
record Heard(int status, JsonNode body, Map<String, String> headers, boolean begun, String why) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Heard of(Response response) {
    var raw = response.getRawResponse();
    if (raw == null) {
      Exception failure = response.getException();
      boolean begun = !(failure instanceof LostException lost) || lost.begun();
      return none(begun, failure == null ? "no answer" : String.valueOf(failure.getMessage()));
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    raw.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return new Heard(response.code, read(response.getString()), headers, true, "");
  }

  /** There was no answer. */
  static Heard none(boolean begun, String why) {
    return new Heard(0, MissingNode.getInstance(), Map.of(), begun, why);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Discord's own code; 0 where it gave none. */
  int code() {
    return body.path("code").asInt();
  }

  /** Discord's own words on a refusal. */
  String words() {
    return status + " " + code() + " " + body.path("message").asText() + errors();
  }

  private String errors() {
    return body.has("errors") ? " " + body.path("errors") : "";
  }

  /** How long to wait, as the answer says; the longer one where its two places differ. */
  Duration retryAfter() {
    double seconds = Math.max(body.path("retry_after").asDouble(), number("Retry-After"));
    return seconds > 0 ? millis(seconds) : Duration.ofSeconds(1);
  }

  /**
   * Whether a 429 means the bot as a whole: it says so, or it is not Discord's own but a guard's.
   */
  boolean isGlobal() {
    return !body.isObject()
        || body.path("global").asBoolean()
        || headers.containsKey("X-RateLimit-Global");
  }

  /** How long the channel is closed after this request; empty where it is open. */
  Optional<Duration> full() {
    return "0".equals(headers.get("X-RateLimit-Remaining"))
        ? Optional.of(millis(number("X-RateLimit-Reset-After")))
        : Optional.empty();
  }

  private double number(String header) {
    try {
      return Double.parseDouble(headers.getOrDefault(header, "0"));
    } catch (NumberFormatException odd) {
      return 0;
    }
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis((long) Math.ceil(seconds * 1000));
  }
}
