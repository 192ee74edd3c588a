package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.limit.Limits;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What goes over the line for a request.
 *
 * @param reply the platform's answer; status 0 when nothing was accepted
 * @param headers beside the usual ones, or instead of them
 * @param page what a proxy writes instead of the reply's body; empty for the platform's own
 * @param cut whether the connection is closed instead
 */
record Outcome(Reply reply, Map<String, String> headers, String page, boolean cut) {
  private static final int ROOMY_LIMIT = 50;
  static final Outcome NONE =
      new Outcome(new Reply(0, MissingNode.getInstance()), Map.of(), "", true);

  private static final Map<Integer, String> WORDS =
      Map.of(
          500, "500: Internal Server Error",
          502, "502: Bad Gateway",
          503, "503: Service Unavailable",
          504, "504: Gateway Timeout");

  static Outcome of(Reply reply) {
    return new Outcome(reply, Map.of(), "", false);
  }

  Outcome with(Map<String, String> more) {
    return new Outcome(reply, more, page, cut);
  }

  /** What a fault makes of what there would have been. */
  static Outcome to(Effect effect, Outcome outcome, long now) {
    return switch (effect) {
      case Effect.Latency _ -> outcome;
      case Effect.RateLimit limit -> tooMany(limit.retryAfter(), limit.everywhere(), 5, now);
      case Effect.Revoked _ -> of(Refusal.unauthorized().reply());
      case Effect.Drop _ -> new Outcome(outcome.reply, Map.of(), "", true);
      case Effect.Failure failure -> {
        int status = failure.status();
        String usual = WORDS.getOrDefault(status, status + ": Error");
        String words = failure.words().isEmpty() ? usual : failure.words();
        String page = failure.html() ? "<html><body>" + words + "</body></html>\n" : "";
        yield new Outcome(
            new Refusal(status, failure.code(), words).reply(), Map.of(), page, false);
      }
    };
  }

  /**
   * The 429 of Discord itself, by its headers ("Rate Limits"): a whole number of seconds in
   * Retry-After, the exact time in the body.
   */
  static Outcome tooMany(Duration wait, boolean everywhere, int limit, long now) {
    double seconds = Math.max(1, wait.toMillis()) / 1_000.0;
    ObjectNode body = Json.object();
    body.put("message", "You are being rate limited.");
    body.put("retry_after", seconds);
    body.put("global", everywhere);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
    headers.put("X-RateLimit-Scope", everywhere ? "global" : "user");
    if (everywhere) {
      headers.put("X-RateLimit-Global", "true");
    } else {
      headers.putAll(bucket(limit, 0, wait.toMillis(), now));
    }
    return new Outcome(new Reply(429, body), headers, "", false);
  }

  /** The headers of a bucket; a roomy one where nothing is limited. */
  static Map<String, String> bucket(Limits.Word word, long now) {
    return word.limit() == 0
        ? bucket(ROOMY_LIMIT, ROOMY_LIMIT - 1, 1_000, now)
        : bucket(word.limit(), word.remaining(), word.reset().toMillis(), now);
  }

  private static Map<String, String> bucket(int limit, int remaining, long reset, long now) {
    return Map.of(
        "X-RateLimit-Limit", Integer.toString(limit),
        "X-RateLimit-Remaining", Integer.toString(remaining),
        "X-RateLimit-Reset", seconds(now + reset),
        "X-RateLimit-Reset-After", seconds(reset));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1_000.0);
  }
}
