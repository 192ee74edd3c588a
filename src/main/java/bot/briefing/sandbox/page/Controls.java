package bot.briefing.sandbox.page;

import bot.briefing.sandbox.fault.FaultJson;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Settling;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The platforms' backstage as requests: faults, limits, the clock, more chats. */
final class Controls {
  private final List<Platform> platforms;

  Controls(List<Platform> platforms) {
    this.platforms = platforms;
  }

  void addTo(RoutesConfig routes) {
    BookRoutes books = new BookRoutes(platforms);
    routes.get("/faults", this::faults);
    routes.post("/faults", this::fault);
    routes.delete("/faults", this::clear);
    routes.get("/limits", this::limits);
    routes.post("/limits", this::limit);
    routes.get("/clock", this::clock);
    routes.post("/clock", this::move);
    routes.post("/chats", this::settle);
    routes.get("/book", books::book);
    routes.get("/messages", books::messages);
  }

  private void faults(Context context) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (Platform platform : asked(context)) {
      ObjectNode one = all.putObject(platform.name());
      var list = one.putArray("faults");
      platform.backstage().faults().list().forEach(fault -> list.add(FaultJson.write(fault)));
      one.put("early", platform.backstage().faults().early());
    }
    Json.answer(context, all);
  }

  private void fault(Context context) {
    ObjectNode body = Json.body(context);
    Backstage stage = Json.platform(platforms, Json.text(body, "platform")).backstage();
    Optional<Incident> incident = FaultJson.incident(body);
    ObjectNode answer =
        incident.isPresent()
            ? stage.happen(incident.get())
            : JsonNodeFactory.instance
                .objectNode()
                .put("id", stage.faults().add(FaultJson.fault(body)));
    Json.answer(context, answer);
  }

  private void clear(Context context) {
    asked(context).forEach(platform -> platform.backstage().faults().clear());
    context.status(204);
  }

  private void limits(Context context) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (Platform platform : asked(context)) {
      Limits.State state = platform.backstage().limits().state();
      all.putObject(platform.name())
          .put("enforced", state.enforced())
          .put("tolerance", state.tolerance())
          .put("accepted", state.accepted())
          .put("refused", state.refused());
    }
    Json.answer(context, all);
  }

  private void limit(Context context) {
    ObjectNode body = Json.body(context);
    if (!body.path("enforced").isBoolean()) {
      throw new BadRequestResponse("The field \"enforced\" must be true or false.");
    }
    boolean on = body.path("enforced").asBoolean();
    double tolerance = body.path("tolerance").asDouble(0);
    List<Platform> meant =
        body.has("platform")
            ? List.of(Json.platform(platforms, Json.text(body, "platform")))
            : platforms;
    meant.forEach(platform -> platform.backstage().limits().enforce(on, tolerance));
    context.status(204);
  }

  /** Those of {@code ?platform=}, or all. */
  private List<Platform> asked(Context context) {
    String name = context.queryParam("platform");
    return name == null ? platforms : List.of(Json.platform(platforms, name));
  }

  /** Platforms that were opened with one clock have one; else each is moved alike. */
  private Set<MovableClock> clocks() {
    if (platforms.isEmpty()) {
      throw new BadRequestResponse("There is no platform, and no clock.");
    }
    return platforms.stream()
        .map(platform -> platform.backstage().clock())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void clock(Context context) {
    Instant now = clocks().iterator().next().instant();
    Json.answer(
        context,
        JsonNodeFactory.instance
            .objectNode()
            .put("now", now.toString())
            .put("millis", now.toEpochMilli()));
  }

  private void move(Context context) {
    ObjectNode body = Json.body(context);
    if (body.has("advance") == body.has("set")) {
      throw new BadRequestResponse("Send either \"advance\" or \"set\".");
    }
    try {
      if (body.has("advance")) {
        Duration by = Duration.parse(Json.text(body, "advance"));
        clocks().forEach(clock -> clock.advance(by));
      } else {
        Instant to = Instant.parse(Json.text(body, "set"));
        clocks().forEach(clock -> clock.set(to));
      }
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          "\"advance\" is a duration (PT10H, -PT1H), \"set\" an instant"
              + " (2026-02-12T08:00:00Z).");
    }
    clock(context);
  }

  private void settle(Context context) {
    ObjectNode body = Json.body(context);
    Backstage stage = Json.platform(platforms, Json.text(body, "platform")).backstage();
    Settling wanted =
        new Settling(
            Json.text(body, "kind"),
            body.path("count").asInt(1),
            body.path("topics").asInt(0),
            body.path("quiet").asBoolean(),
            body.path("owner").asText(""),
            body.path("administrator").asBoolean());
    Json.answer(context, stage.settle(wanted));
  }
}
