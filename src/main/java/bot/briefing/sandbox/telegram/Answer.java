package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.fault.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * The answer to a request.
 *
 * @param status the HTTP status; 0 when the connection was closed before anything was accepted
 * @param body the JSON; missing where a page stands instead
 * @param page what a proxy writes; empty for the platform's own answer
 * @param cut whether the connection is closed instead
 */
record Answer(int status, JsonNode body, String page, boolean cut) {
  static final Answer NONE = new Answer(0, MissingNode.getInstance(), "", true);

  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          500, "Internal Server Error",
          502, "Bad Gateway",
          503, "Service Unavailable",
          504, "Gateway Timeout");

  static Answer of(Refusal refusal) {
    return new Answer(refusal.status(), refusal.body(), "", false);
  }

  /** What a fault makes of the answer that there would have been. */
  static Answer to(Effect effect, Answer answer) {
    return switch (effect) {
      case Effect.Latency _ -> answer;
      case Effect.RateLimit limit -> of(Refusal.tooMany(limit.retryAfter()));
      case Effect.Revoked _ -> of(Refusal.unauthorized("Unauthorized"));
      case Effect.Drop _ -> new Answer(answer.status, answer.body, "", true);
      case Effect.Failure failure -> {
        String usual = WORDS.getOrDefault(failure.status(), "Error");
        String words = failure.words().isEmpty() ? usual : failure.words();
        yield failure.html()
            ? new Answer(
                failure.status(),
                MissingNode.getInstance(),
                "<html><body><h1>%d %s</h1></body></html>\n".formatted(failure.status(), words),
                false)
            : of(Refusal.of(failure.status(), words));
      }
    };
  }
}
