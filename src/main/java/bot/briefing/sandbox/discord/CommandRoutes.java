package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Application commands, global and of a guild (Interactions, "Application Commands"). */
final class CommandRoutes implements Routes {
  private static final String GLOBAL = "/applications/{application_id}/commands";
  private static final String OF_GUILD =
      "/applications/{application_id}/guilds/{guild_id}/commands";

  private final World world;
  private final Commands commands;

  CommandRoutes(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  @Override
  public void addTo(Table table) {
    for (String route : List.of(GLOBAL, OF_GUILD)) {
      boolean guild = route.equals(OF_GUILD);
      table.add("GET", route, request -> all(scope(request, guild), guild));
      table.add("PUT", route, request -> replace(scope(request, guild), guild));
      table.add("POST", route, request -> create(scope(request, guild), guild));
      String one = route + "/{command_id}";
      table.add("GET", one, request -> Reply.of(find(scope(request, guild), guild)));
      table.add("PATCH", one, request -> change(scope(request, guild), guild));
      table.add("DELETE", one, request -> delete(scope(request, guild), guild));
    }
  }

  private Request scope(Request request, boolean guild) {
    if (request.id("application_id") != world.bot.id()) {
      throw new Refusal(404, 10002, "Unknown Application");
    }
    if (guild && request.id("guild_id") != world.home.id()) {
      throw Refusal.missingAccess();
    }
    return request;
  }

  private Reply all(Request request, boolean guild) {
    ArrayNode list = Json.array();
    for (ObjectNode command : commands.list(guild)) {
      list.add(
          request.flag("with_localizations") ? command : Commands.withoutLocalizations(command));
    }
    return Reply.of(list);
  }

  private Reply replace(Request request, boolean guild) {
    Form form = new Form();
    JsonNode bodies = request.body();
    for (int i = 0; i < bodies.size(); i++) {
      CommandCheck.check(form.at(i), bodies.path(i));
      for (int j = 0; j < i; j++) {
        if (Commands.isSame(bodies.path(j), bodies.path(i))) {
          form.at(i)
              .add(
                  "APPLICATION_COMMANDS_DUPLICATE_NAME",
                  "Application command names must be unique");
        }
      }
    }
    form.refuseUnlessClean();
    ArrayNode list = Json.array();
    commands.replace(guild, bodies).forEach(list::add);
    return Reply.of(list);
  }

  private Reply create(Request request, boolean guild) {
    check(request.body());
    Commands.Kept kept = commands.keep(guild, request.body());
    return new Reply(kept.isNew() ? 201 : 200, kept.command());
  }

  private static void check(JsonNode command) {
    Form form = new Form();
    CommandCheck.check(form, command);
    form.refuseUnlessClean();
  }

  private ObjectNode find(Request request, boolean guild) {
    return commands
        .find(guild, request.id("command_id"))
        .orElseThrow(() -> new Refusal(404, 10063, "Unknown application command"));
  }

  private Reply change(Request request, boolean guild) {
    ObjectNode command = find(request, guild);
    ObjectNode merged = command.deepCopy();
    request.body().properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    check(merged);
    return Reply.of(commands.change(guild, command, request.body()));
  }

  private Reply delete(Request request, boolean guild) {
    commands.list(guild).remove(find(request, guild));
    return Reply.NOTHING;
  }
}
