package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The platform's "no", as it stands in an answer: {@code {"message", "code", "errors"}}. */
final class Refusal extends RuntimeException {
  private final int status;
  private final int code;
  private final String words;
  private final @Nullable ObjectNode errors;

  Refusal(int status, int code, String words) {
    this(status, code, words, null);
  }

  private Refusal(int status, int code, String words, @Nullable ObjectNode errors) {
    super(words, null, false, false);
    this.status = status;
    this.code = code;
    this.words = words;
    this.errors = errors;
  }

  static Refusal unauthorized() {
    return new Refusal(401, 0, "401: Unauthorized");
  }

  static Refusal notFound() {
    return new Refusal(404, 0, "404: Not Found");
  }

  static Refusal missingAccess() {
    return new Refusal(403, 50001, "Missing Access");
  }

  static Refusal missingPermissions() {
    return new Refusal(403, 50013, "Missing Permissions");
  }

  static Refusal unknownMessage() {
    return new Refusal(404, 10008, "Unknown Message");
  }

  static Refusal unknownInteraction() {
    return new Refusal(404, 10062, "Unknown interaction");
  }

  static Refusal unknownWebhook() {
    return new Refusal(404, 10015, "Unknown Webhook");
  }

  static Refusal wrongChannel() {
    return new Refusal(400, 50024, "Cannot execute action on this channel type");
  }

  static Refusal emptyMessage() {
    return new Refusal(400, 50006, "Cannot send an empty message");
  }

  static Refusal form(ObjectNode errors) {
    return new Refusal(400, 50035, "Invalid Form Body", errors);
  }

  /** A form that the official specification finds wrong, where this platform alone would not. */
  static Refusal specification(String violations) {
    return new Refusal(400, 50035, "Invalid Form Body: " + violations);
  }

  Reply reply() {
    ObjectNode body = Json.object();
    body.put("message", words);
    body.put("code", code);
    if (errors != null) {
      body.set("errors", errors);
    }
    return new Reply(status, body);
  }
}
