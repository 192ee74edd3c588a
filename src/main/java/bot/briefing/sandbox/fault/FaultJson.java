package bot.briefing.sandbox.fault;

import bot.briefing.sandbox.fault.Incident.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Faults as JSON. A wrong one is refused with IllegalArgumentException and a sentence that says
 * what would do: a fault that is spelled wrong and befalls nothing would make a test hollow.
 */
public final class FaultJson {
  private static final Set<String> EFFECTS =
      Set.of("latency", "rate-limit", "error", "drop", "token-revoked");
  private static final Set<String> FIELDS =
      Set.of(
          "platform",
          "fault",
          "method",
          "chat",
          "times",
          "skip",
          "probability",
          "seed",
          "ms",
          "when",
          "retry_after",
          "everywhere",
          "status",
          "code",
          "message",
          "html",
          "thread",
          "resumable",
          "permissions");

  private FaultJson() {}

  /** The incident that it names; none when it names a standing fault. */
  public static Optional<Incident> incident(JsonNode json) {
    String word = word(json);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .map(
            kind ->
                new Incident(
                    kind,
                    json.path("chat").asText(""),
                    integer(json, "thread", 0),
                    json.path("resumable").asBoolean(true),
                    StreamSupport.stream(json.path("permissions").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()));
  }

  /** The standing fault. */
  public static Fault fault(JsonNode json) {
    return new Fault(
        effect(json),
        json.path("method").asText(""),
        json.path("chat").asText(""),
        integer(json, "times", 0),
        integer(json, "skip", 0),
        json.path("probability").asDouble(1),
        json.path("seed").asLong(0));
  }

  private static String word(JsonNode json) {
    String word = json.path("fault").asText("");
    Set<String> known = new TreeSet<>(EFFECTS);
    Arrays.stream(Kind.values()).forEach(kind -> known.add(kind.word()));
    if (!known.contains(word)) {
      throw new IllegalArgumentException(
          "The field \"fault\" must be one of " + String.join(", ", known) + ".");
    }
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("A fault has no field \"" + field + "\".");
              }
            });
    return word;
  }

  private static Effect effect(JsonNode json) {
    boolean after = after(json);
    return switch (word(json)) {
      case "latency" -> new Effect.Latency(Duration.ofMillis(integer(json, "ms", -1)), after);
      case "rate-limit" ->
          new Effect.RateLimit(
              Duration.ofMillis(Math.round(number(json, "retry_after") * 1_000)),
              json.path("everywhere").asBoolean());
      case "error" -> {
        int status = integer(json, "status", 500);
        if (status < 400 || status > 599) {
          throw new IllegalArgumentException("The field \"status\" must be from 400 to 599.");
        }
        yield new Effect.Failure(
            status,
            integer(json, "code", 0),
            json.path("message").asText(""),
            json.path("html").asBoolean(),
            after);
      }
      case "drop" -> new Effect.Drop(after);
      default -> new Effect.Revoked();
    };
  }

  private static boolean after(JsonNode json) {
    String when = json.path("when").asText("before");
    if (!List.of("before", "after").contains(when)) {
      throw new IllegalArgumentException("The field \"when\" must be before or after.");
    }
    return when.equals("after");
  }

  /** A whole number from 0; a negative fallback means that it must be there. */
  private static int integer(JsonNode json, String field, int fallback) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() && fallback >= 0) {
      return fallback;
    }
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.asInt() < 0) {
      throw new IllegalArgumentException(
          "The field \"" + field + "\" must be a whole number from 0.");
    }
    return value.asInt();
  }

  private static double number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isNumber() || value.asDouble() <= 0) {
      throw new IllegalArgumentException("The field \"" + field + "\" must be a number above 0.");
    }
    return value.asDouble();
  }

  /** A report as {@code GET /faults} shows it: the fault as it was posted, and its hits. */
  public static ObjectNode write(Faults.Report report) {
    Fault fault = report.fault();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", report.id());
    switch (fault.effect()) {
      case Effect.Latency(Duration by, _) -> json.put("fault", "latency").put("ms", by.toMillis());
      case Effect.RateLimit(Duration wait, boolean everywhere) ->
          json.put("fault", "rate-limit")
              .put("retry_after", wait.toMillis() / 1_000.0)
              .put("everywhere", everywhere);
      case Effect.Failure failure ->
          json.put("fault", "error").put("status", failure.status()).put("html", failure.html());
      case Effect.Drop _ -> json.put("fault", "drop");
      case Effect.Revoked _ -> json.put("fault", "token-revoked");
    }
    return json.put("when", fault.effect().after() ? "after" : "before")
        .put("method", fault.method())
        .put("chat", fault.chat())
        .put("times", fault.times())
        .put("skip", fault.skip())
        .put("probability", fault.probability())
        .put("seed", fault.seed())
        .put("hits", report.hits())
        .put("spent", report.spent());
  }
}
