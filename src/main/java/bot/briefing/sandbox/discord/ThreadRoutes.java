package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Threads at messages, and posts in forums (Channel, "Start Thread …"). */
final class ThreadRoutes implements Routes {
  private static final Set<Integer> DURATIONS = Set.of(60, 1440, 4320, 10080);
  private static final int NAME = 100;
  private static final int TAGS = 5;

  private final World world;
  private final Timeline timeline;
  private final Gateway gateway;

  ThreadRoutes(World world, Timeline timeline, Gateway gateway) {
    this.world = world;
    this.timeline = timeline;
    this.gateway = gateway;
  }

  @Override
  public void addTo(Table table) {
    table.add("POST", "/channels/{channel_id}/messages/{message_id}/threads", this::atMessage);
    table.add("POST", "/channels/{channel_id}/threads", this::post);
    table.add("GET", "/guilds/{guild_id}/threads/active", this::active);
    // Nothing is ever archived here.
    table.add("GET", "/channels/{channel_id}/threads/archived/public", this::archived);
  }

  private Reply atMessage(Request request) {
    Channel channel = world.seen(request, Permissions.CREATE_PUBLIC_THREADS);
    if (channel.type() != Channel.GUILD_TEXT && channel.type() != Channel.ANNOUNCEMENT) {
      throw Refusal.wrongChannel();
    }
    Message message = World.message(request, channel);
    Form form = new Form();
    named(form, request.body());
    form.refuseUnlessClean();
    if (message.has(Message.HAS_THREAD)) {
      throw new Refusal(400, 160004, "A thread has already been created for this message");
    }
    Channel thread = open(message.id(), channel, world.bot, request.body(), List.of());
    message.flag(Message.HAS_THREAD);
    message.wire().set("thread", thread.object());
    timeline.changed(message);
    return new Reply(201, thread.object());
  }

  private Reply post(Request request) {
    Channel forum = world.seen(request, Permissions.SEND_MESSAGES);
    Tags tags = forum.tags().orElseThrow(Refusal::wrongChannel);
    JsonNode body = request.body();
    Form form = new Form();
    named(form, body);
    List<String> applied = applied(form, forum, tags, body.path("applied_tags"));
    if (!body.path("message").isObject()) {
      form.at("message").required();
      throw form.refusal();
    }
    ObjectNode message = body.path("message").deepCopy();
    // A post knows no nonce.
    message.remove(List.of("nonce", "enforce_nonce"));
    MessageCheck.create(form.at("message"), message);
    form.refuseUnlessClean();
    if (tags.required() && applied.isEmpty()) {
      throw new Refusal(400, 40067, "A tag is required to create a forum post in this channel");
    }
    Channel post = open(world.ids.next(), forum, world.bot, body, applied);
    JsonNode allowed =
        Json.has(message, "allowed_mentions") ? message.path("allowed_mentions") : Mentions.REGULAR;
    Message first = timeline.post(post.id, post, world.bot, message, allowed, null);
    ObjectNode made = post.object();
    made.set("message", first.wire());
    return new Reply(201, made);
  }

  private static void named(Form form, JsonNode body) {
    form.text(body, "name", 1, NAME);
    if (Json.has(body, "auto_archive_duration")
        && !DURATIONS.contains(body.path("auto_archive_duration").asInt())) {
      form.at("auto_archive_duration")
          .add("BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
    }
  }

  private static List<String> applied(Form form, Channel forum, Tags tags, JsonNode given) {
    List<String> applied = new ArrayList<>();
    if (given.size() > TAGS) {
      form.at("applied_tags")
          .add("BASE_TYPE_MAX_LENGTH", "Must be " + TAGS + " or fewer in length.");
    }
    for (JsonNode one : given) {
      Tags.Tag tag = tags.find(one.asText()).orElse(null);
      if (tag == null) {
        form.at("applied_tags").add("INVALID_FORUM_TAG", "Unknown tag \"" + one.asText() + "\".");
      } else if (tag.moderated() && !forum.allows(Permissions.MANAGE_THREADS)) {
        throw Refusal.missingPermissions();
      } else {
        applied.add(tag.id());
      }
    }
    return applied;
  }

  /** A thread begins, and everybody who may know it is told. */
  Channel open(long id, Channel parent, Person owner, JsonNode body, List<String> tags) {
    int duration = body.path("auto_archive_duration").asInt(1440);
    Opened opened = new Opened(parent, owner, world.clock.instant(), tags, duration);
    Channel thread = world.settled(Channel.under(id, body.path("name").asText(), opened));
    ObjectNode told = thread.object();
    told.put("newly_created", true);
    gateway.dispatch("THREAD_CREATE", Gateway.GUILDS, parent, told);
    return thread;
  }

  private Reply active(Request request) {
    ArrayNode open = Json.array();
    long id = request.id("guild_id");
    world.guilds().stream()
        .filter(guild -> guild.id() == id && guild.botIsMember)
        .findFirst()
        .orElseThrow(() -> new Refusal(404, 10004, "Unknown Guild"))
        .threads()
        .stream()
        .filter(thread -> thread.allows(Permissions.VIEW_CHANNEL))
        .forEach(thread -> open.add(thread.object()));
    return Reply.of(page(open));
  }

  private Reply archived(Request request) {
    Channel channel = world.seen(request, Permissions.READ_MESSAGE_HISTORY);
    if (channel.opened().isPresent()) {
      throw Refusal.wrongChannel();
    }
    return Reply.of(page(Json.array()));
  }

  private static ObjectNode page(ArrayNode threads) {
    ObjectNode page = Json.object();
    page.set("threads", threads);
    page.putArray("members");
    page.put("has_more", false);
    return page;
  }
}
