package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.fault.Plan;
import bot.briefing.sandbox.limit.Limits;
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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The Bot API without HTTP: a token, a method and parameters go in, the answer comes out. */
final class BotApi {
  private static final int LONGEST_POLL_SECONDS = 50;

  private final String token;
  private final World world;
  private final Specification specification;
  private final Book book;
  private final Faults faults;
  private final Limits limits;
  private final Map<String, Named> methods = new HashMap<>();

  private record Named(String name, Method method) {}

  BotApi(
      String token,
      World world,
      Specification specification,
      Book book,
      Faults faults,
      Limits limits) {
    this.token = token;
    this.world = world;
    this.specification = specification;
    this.book = book;
    this.faults = faults;
    this.limits = limits;
    List.of(
            new MessageMethods(world).methods(),
            new PinMethods(world).methods(),
            new TopicMethods(world).methods(),
            new AboutMethods(world).methods(),
            new CommandMethods(world).methods())
        .forEach(all -> all.forEach(this::add));
    add("getUpdates", _ -> Parameters.JSON.createArrayNode());
  }

  private void add(String name, Method method) {
    methods.put(name.toLowerCase(Locale.ROOT), new Named(name, method));
  }

  /**
   * Every request passes here, and nowhere else.
   *
   * @param gone whether the client has hung up
   */
  Answer answer(String givenToken, String method, Parameters parameters, BooleanSupplier gone) {
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
      Plan plan = faults.meet(name, parameters.text("chat_id"), false);
      faults.pause(plan.before());
      answer =
          plan.instead().isPresent()
              ? Answer.to(plan.instead().get(), Answer.NONE)
              : accepted(named, parameters, gone);
      faults.pause(plan.held());
      if (plan.ending().isPresent()) {
        answer = Answer.to(plan.ending().get(), answer);
      }
    } catch (Refusal refusal) {
      answer = Answer.of(refusal);
    }
    book.add(new Book.Entry(name, "/" + method, parameters.body(), answer.status(), answer.body()));
    return answer;
  }

  private Answer accepted(@Nullable Named named, Parameters parameters, BooleanSupplier gone) {
    try {
      if (named == null) {
        throw Refusal.notFound();
      }
      List<String> violations = specification.violations(named.name, parameters.body());
      if (!violations.isEmpty()) {
        throw Refusal.badRequest(
            named.name + " contradicts the specification: " + String.join("; ", violations));
      }
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", true);
      return new Answer(200, body.set("result", call(named, parameters, gone)), "", false);
    } catch (Refusal refusal) {
      return Answer.of(refusal);
    }
  }

  private JsonNode call(Named named, Parameters parameters, BooleanSupplier gone) {
    if (named.name.equals("getUpdates")) {
      return getUpdates(parameters, gone);
    }
    synchronized (world) {
      Limits.Word word = limits.arrive(Rules.of(named.name, parameters, world));
      if (!word.passes()) {
        throw Refusal.tooMany(word.delay());
      }
      return named.method.call(parameters);
    }
  }

  private ArrayNode getUpdates(Parameters parameters, BooleanSupplier gone) {
    JsonNode allowed = parameters.json("allowed_updates", "allowed updates");
    if (allowed.isArray()) {
      Set<String> kinds = new HashSet<>();
      allowed.forEach(kind -> kinds.add(kind.asText()));
      world.updates().allow(kinds);
    }
    ArrayNode updates =
        world
            .updates()
            .poll(
                parameters.integer("offset", 0),
                Math.clamp(parameters.integer("limit", 100), 1, 100),
                Math.clamp(parameters.integer("timeout", 0), 0, LONGEST_POLL_SECONDS),
                () -> faults.revoked() || gone.getAsBoolean());
    if (faults.revoked()) {
      throw Refusal.unauthorized("Unauthorized");
    }
    return updates;
  }
}
