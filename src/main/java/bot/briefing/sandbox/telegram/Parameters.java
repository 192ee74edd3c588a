package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * What a request carries, wherever it stood: the platform takes a number as a string and an object
 * as a string of JSON.
 *
 * @param files for each part that was a file an id of it; its parameter is {@code attach://} and
 *     the part's name
 */
record Parameters(ObjectNode body, Map<String, String> files) {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String ATTACHED = "attach://";

  Parameters(ObjectNode body) {
    this(body, Map.of());
  }

  /** The id of the file that a parameter brings along, if it brings one. */
  Optional<String> file(String name) {
    String value = text(name);
    return value.startsWith(ATTACHED)
        ? Optional.ofNullable(files.get(value.substring(ATTACHED.length())))
        : Optional.empty();
  }

  /** As text; empty when absent. */
  String text(String name) {
    JsonNode value = body.path(name);
    return value.isNull() || value.isMissingNode()
        ? ""
        : value.isValueNode() ? value.asText() : value.toString();
  }

  /** As an integer; the fallback when it is absent or no number. */
  long integer(String name, long fallback) {
    String digits = text(name).strip();
    try {
      return digits.isEmpty() ? fallback : Long.parseLong(digits);
    } catch (NumberFormatException _) {
      return fallback;
    }
  }

  /** True for {@code true}, {@code 1} and {@code yes}, as the platform reads it. */
  boolean flag(String name) {
    return text(name).strip().toLowerCase(java.util.Locale.ROOT).matches("true|1|yes");
  }

  /**
   * As an object or an array; a missing node when absent or empty.
   *
   * @param what how the platform's sentence names it
   */
  JsonNode json(String name, String what) {
    JsonNode value = body.path(name);
    if (!value.isTextual()) {
      return value.isNull() ? MissingNode.getInstance() : value;
    }
    if (value.asText().isEmpty()) {
      return MissingNode.getInstance();
    }
    return parsed(value.asText())
        .orElseThrow(() -> Refusal.badRequest("can't parse %s JSON object".formatted(what)));
  }

  static Optional<JsonNode> parsed(String json) {
    try {
      return Optional.of(JSON.readTree(json));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
