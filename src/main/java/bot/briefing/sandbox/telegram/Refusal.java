package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The platform says no: the HTTP status, which is also the error code, and the platform's words.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private Refusal(int status, String description) {
    super(description, null, false, false);
    this.status = status;
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
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", false)
        .put("error_code", status)
        .put("description", getMessage());
  }
}
