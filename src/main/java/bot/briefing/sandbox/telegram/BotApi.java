package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Bot API without HTTP: a token, a method and parameters go in, the answer comes out. */
final class BotApi {
  private static final int LONGEST_POLL_SECONDS = 50;

  private final String token;
  private final World world;
  private final Specification specification;
  private final Book book;
  private final Map<String, Named> methods = new HashMap<>();

  /** The answer to a request, with its HTTP status. */
  record Answer(int status, ObjectNode body) {}

  private record Named(String name, Method method) {}

  BotApi(String token, World world, Specification specification, Book book) {
    this.token = token;
    this.world = world;
    this.specification = specification;
    this.book = book;
    List.of(
            new MessageMethods(world).methods(),
            new AboutMethods(world).methods(),
            new CommandMethods(world).methods(),
            Map.<String, Method>of("getUpdates", this::getUpdates))
        .forEach(
            all ->
                all.forEach(
                    (name, method) ->
                        methods.put(name.toLowerCase(Locale.ROOT), new Named(name, method))));
  }

  /** Every request passes here, and nowhere else. */
  Answer answer(String givenToken, String method, Parameters parameters) {
    Named named = methods.get(method.toLowerCase(Locale.ROOT));
    String name = named == null ? method : named.name;
    Answer answer;
    try {
      if (!givenToken.equals(token)) {
        throw Refusal.unauthorized(
            givenToken.matches("[1-9][0-9]*:[^/]{1,64}")
                ? "Unauthorized"
                : "Unauthorized: invalid token specified");
      }
      if (named == null) {
        throw Refusal.notFound();
      }
      List<String> violations = specification.violations(name, parameters.body());
      if (!violations.isEmpty()) {
        throw Refusal.badRequest(
            name + " contradicts the specification: " + String.join("; ", violations));
      }
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", true);
      answer = new Answer(200, body.set("result", call(named, parameters)));
    } catch (Refusal refusal) {
      answer = new Answer(refusal.status(), refusal.body());
    }
    book.add(new Book.Entry(name, "/" + method, parameters.body(), answer.status, answer.body));
    return answer;
  }

  private JsonNode call(Named named, Parameters parameters) {
    if (named.name.equals("getUpdates")) {
      return named.method.call(parameters);
    }
    synchronized (world) {
      return named.method.call(parameters);
    }
  }

  private ArrayNode getUpdates(Parameters parameters) {
    JsonNode allowed = parameters.json("allowed_updates", "allowed updates");
    if (allowed.isArray()) {
      Set<String> kinds = new HashSet<>();
      allowed.forEach(kind -> kinds.add(kind.asText()));
      world.updates().allow(kinds);
    }
    return world
        .updates()
        .poll(
            parameters.integer("offset", 0),
            Math.clamp(parameters.integer("limit", 100), 1, 100),
            Math.clamp(parameters.integer("timeout", 0), 0, LONGEST_POLL_SECONDS));
  }
}
