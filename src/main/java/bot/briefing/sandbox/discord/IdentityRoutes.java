package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who the bot is, and where the gateway is. */
final class IdentityRoutes implements Routes {
  private final World world;
  private final Gateway gateway;

  IdentityRoutes(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  @Override
  public void addTo(Table table) {
    table.add("GET", "/users/@me", _ -> Reply.of(gateway.me()));
    table.add("GET", "/applications/@me", _ -> Reply.of(application()));
    table.add("GET", "/oauth2/applications/@me", _ -> Reply.of(application()));
    table.addOpen("GET", "/gateway", _ -> Reply.of(address()));
    table.add("GET", "/gateway/bot", _ -> Reply.of(forBots()));
    table.add("GET", "/guilds/{guild_id}", request -> Reply.of(guild(request).object()));
    table.add("GET", "/guilds/{guild_id}/channels", this::channels);
    table.add("POST", "/users/@me/channels", this::direct);
  }

  private ObjectNode application() {
    ObjectNode application = Json.object();
    application.put("id", world.application());
    application.put("name", world.bot.name());
    application.putNull("icon");
    application.put("description", "");
    application.put("summary", "");
    application.put("type", 0);
    application.put("bot_public", true);
    application.put("bot_require_code_grant", false);
    application.put("verify_key", "0".repeat(64));
    application.put("flags", 0);
    application.put("flags_new", "0");
    application.putNull("team");
    application.set("owner", world.host.user());
    application.set("bot", world.bot.user());
    application.set("tags", Json.array());
    application.set("redirect_uris", Json.array());
    application.putNull("interactions_endpoint_url");
    application.putNull("role_connections_verification_url");
    application.put("approximate_guild_count", 1);
    application.put("approximate_user_install_count", world.humans());
    ObjectNode types = application.putObject("integration_types_config");
    types.putObject("0");
    types.putObject("1");
    return application;
  }

  private ObjectNode address() {
    return Json.object().put("url", gateway.address());
  }

  private ObjectNode forBots() {
    ObjectNode answer = address();
    answer.put("shards", 1);
    ObjectNode limit = answer.putObject("session_start_limit");
    limit.put("total", 1_000);
    limit.put("remaining", 999);
    limit.put("reset_after", 14_400_000);
    limit.put("max_concurrency", 1);
    return answer;
  }

  private Guild guild(Request request) {
    long id = request.id("guild_id");
    return world.guilds().stream()
        .filter(guild -> guild.botIsMember && guild.id() == id)
        .findFirst()
        .orElseThrow(() -> new Refusal(404, 10004, "Unknown Guild"));
  }

  private Reply channels(Request request) {
    var channels = Json.array();
    guild(request).channels().forEach(channel -> channels.add(channel.object()));
    return Reply.of(channels);
  }

  private Reply direct(Request request) {
    String recipient = request.body().path("recipient_id").asText();
    Form form = new Form();
    if (recipient.isEmpty()) {
      form.at("recipient_id").required();
      throw form.refusal();
    }
    return world
        .person(recipient)
        .filter(person -> !person.bot())
        .map(person -> Reply.of(world.direct(person).object()))
        .orElseThrow(() -> new Refusal(400, 50033, "Invalid Recipient(s)"));
  }
}
