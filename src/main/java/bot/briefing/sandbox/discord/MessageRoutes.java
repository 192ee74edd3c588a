package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Channels and their messages, as the bot may read and write them. */
final class MessageRoutes implements Routes {
  private static final String MESSAGES = "/channels/{channel_id}/messages";
  private static final String MESSAGE = MESSAGES + "/{message_id}";

  private final World world;
  private final Timeline timeline;

  MessageRoutes(World world, Timeline timeline) {
    this.world = world;
    this.timeline = timeline;
  }

  @Override
  public void addTo(Table table) {
    table.add("GET", "/channels/{channel_id}", request -> Reply.of(channel(request).object()));
    table.add("GET", MESSAGES, this::list);
    table.add("POST", MESSAGES, this::create);
    table.add("GET", MESSAGE, this::read);
    table.add("PATCH", MESSAGE, this::edit);
    table.add("DELETE", MESSAGE, this::delete);
    table.add("POST", "/channels/{channel_id}/typing", this::typing);
  }

  private Channel channel(Request request) {
    return world.seen(request);
  }

  private Channel channel(Request request, long permission) {
    return world.seen(request, permission);
  }

  private Channel writable(Request request) {
    Channel channel = channel(request);
    if (channel.type() == Channel.FORUM) {
      throw new Refusal(400, 50008, "Cannot send messages in a non-text channel");
    }
    if (!channel.allowsWriting()) {
      throw Refusal.missingPermissions();
    }
    return channel;
  }

  private static Message message(Request request, Channel channel) {
    return World.message(request, channel);
  }

  private Reply typing(Request request) {
    writable(request);
    return Reply.NOTHING;
  }

  private Reply create(Request request) {
    JsonNode body = request.body();
    Channel channel = writable(request);
    if (channel.blocked) {
      throw new Refusal(403, 50007, "Cannot send messages to this user");
    }
    if (!body.path("embeds").isEmpty() && !channel.allows(Permissions.EMBED_LINKS)) {
      throw Refusal.missingPermissions();
    }
    Form form = new Form();
    reference(form.at("message_reference"), channel, body.path("message_reference"));
    MessageCheck.create(form, body);
    if (body.path("enforce_nonce").asBoolean() && Json.has(body, "nonce")) {
      Optional<Message> made = timeline.recent(world.bot, body.path("nonce").asText());
      if (made.isPresent()) {
        return Reply.of(made.get().wire());
      }
    }
    JsonNode allowed =
        Json.has(body, "allowed_mentions") ? body.path("allowed_mentions") : Mentions.REGULAR;
    return Reply.of(timeline.post(channel, world.bot, body, allowed, null).wire());
  }

  private static void reference(Form form, Channel channel, JsonNode reference) {
    boolean must = reference.path("fail_if_not_exists").asBoolean(true);
    if (Json.has(reference, "message_id")
        && must
        && !channel.messages.containsKey(reference.path("message_id").asLong())) {
      form.add("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }
  }

  private Reply list(Request request) {
    Channel channel = channel(request);
    ArrayNode list = Json.array();
    if (channel.allows(Permissions.READ_MESSAGE_HISTORY)) {
      page(request, channel).forEach(message -> list.add(message.wire()));
    }
    return Reply.of(list);
  }

  /** At most {@code limit} messages before, after or around an id, newest first. */
  private static List<Message> page(Request request, Channel channel) {
    int limit = limit(request.query().getOrDefault("limit", "50"));
    NavigableMap<Long, Message> all = channel.messages;
    List<Message> page = new ArrayList<>();
    Optional<Long> after = request.queryId("after");
    Optional<Long> around = request.queryId("around");
    if (after.isPresent()) {
      take(all.tailMap(after.get(), false).values(), limit, page);
      return page.reversed();
    }
    if (around.isPresent()) {
      take(all.tailMap(around.get(), true).values(), limit - limit / 2, page);
      page = new ArrayList<>(page.reversed());
      take(all.headMap(around.get(), false).descendingMap().values(), limit / 2, page);
      return page;
    }
    long before = request.queryId("before").orElse(Long.MAX_VALUE);
    take(all.headMap(before, false).descendingMap().values(), limit, page);
    return page;
  }

  private static int limit(String text) {
    Form form = new Form();
    int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1) {
      form.at("limit").add("NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
    } else if (limit > 100) {
      form.at("limit").add("NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
    }
    form.refuseUnlessClean();
    return limit;
  }

  private static void take(Collection<Message> from, int limit, List<Message> into) {
    from.stream().filter(Message::isPublic).limit(limit).forEach(into::add);
  }

  private Reply read(Request request) {
    Channel channel = channel(request, Permissions.READ_MESSAGE_HISTORY);
    return Reply.of(message(request, channel).wire());
  }

  private Reply edit(Request request) {
    Message message = message(request, channel(request));
    if (!message.isBy(world.bot)) {
      throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
    }
    JsonNode body = request.body();
    MessageCheck.edit(new Form(), body, message);
    JsonNode allowed =
        Json.has(body, "allowed_mentions") ? body.path("allowed_mentions") : Mentions.REGULAR;
    timeline.edit(message, body, allowed);
    return Reply.of(message.wire());
  }

  private Reply delete(Request request) {
    Channel channel = channel(request);
    Message message = message(request, channel);
    if (!message.isBy(world.bot)) {
      if (channel.guild().isEmpty()) {
        throw new Refusal(403, 50003, "Cannot execute action on a DM channel");
      }
      if (!channel.allows(Permissions.MANAGE_MESSAGES)) {
        throw Refusal.missingPermissions();
      }
    }
    timeline.delete(message);
    return Reply.NOTHING;
  }
}
