package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * The platform says no: the HTTP status, which is also the error code, and the platform's words.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private final String parameter;
  private final long value;

  private Refusal(int status, String description) {
    this(status, description, "", 0);
  }

  private Refusal(int status, String description, String parameter, long value) {
    super(description, null, false, false);
    this.status = status;
    this.parameter = parameter;
    this.value = value;
  }

  /** 429; the platform tells whole seconds. */
  static Refusal tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Refusal(429, "Too Many Requests: retry after " + seconds, "retry_after", seconds);
  }

  /** The group goes on as this supergroup. */
  static Refusal migrated(long supergroup) {
    return new Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        "migrate_to_chat_id",
        supergroup);
  }

  /** Any status, in these words. */
  static Refusal of(int status, String description) {
    return new Refusal(status, description);
  }

  /** 400; the reason is written as the platform writes it, with its first letter in lower case. */
  static Refusal badRequest(String reason) {
    return new Refusal(400, "Bad Request: " + reason);
  }

  static Refusal unauthorized(String description) {
    return new Refusal(401, description);
  }

  static Refusal forbidden(String reason) {
    return new Refusal(403, "Forbidden: " + reason);
  }

  static Refusal notFound() {
    return new Refusal(404, "Not Found");
  }

  static Refusal conflict() {
    return new Refusal(
        409,
        "Conflict: terminated by other getUpdates request;"
            + " make sure that only one bot instance is running");
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("ok", false)
            .put("error_code", status)
            .put("description", getMessage());
    if (!parameter.isEmpty()) {
      body.putObject("parameters").put(parameter, value);
    }
    return body;
  }
}
