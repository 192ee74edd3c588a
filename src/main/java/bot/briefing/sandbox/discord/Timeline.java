package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.wire.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages come, change and go: kept, told over the gateway, shown to people. Bodies have been
 * checked before. Runs inside the world's lock.
 */
final class Timeline {
  /** "Checked for uniqueness in the past few minutes": here, this many. */
  private static final Duration NONCE_LASTS = Duration.ofMinutes(5);

  private static final int PINNED = 6;

  private static final int KEPT_FLAGS =
      Message.EPHEMERAL
          | Message.SUPPRESS_EMBEDS
          | Message.SUPPRESS_NOTIFICATIONS
          | Message.COMPONENTS_V2
          | Message.LOADING;

  private final World world;
  private final Gateway gateway;
  private final Stage stage;
  private final LinkedHashMap<String, Nonce> nonces = new LinkedHashMap<>();

  private record Nonce(Message message, Instant until) {}

  Timeline(World world, Gateway gateway, Stage stage) {
    this.world = world;
    this.gateway = gateway;
    this.stage = stage;
  }

  /** The message that the author made with this nonce a short time ago. */
  Optional<Message> recent(Person author, String nonce) {
    Instant now = world.clock.instant();
    Iterator<Nonce> oldest = nonces.values().iterator();
    while (oldest.hasNext() && now.isAfter(oldest.next().until)) {
      oldest.remove();
    }
    return Optional.ofNullable(nonces.get(author.id() + " " + nonce)).map(Nonce::message);
  }

  /**
   * Makes a message.
   *
   * @param body content, embeds, components, flags, nonce, message_reference
   * @param cause the interaction that it answers
   */
  Message post(
      Channel channel,
      Person author,
      JsonNode body,
      JsonNode allowed,
      @Nullable Interaction cause) {
    return post(world.ids.next(), channel, author, body, allowed, cause);
  }

  /** The first message of a post has the post's own id. */
  Message post(
      long id,
      Channel channel,
      Person author,
      JsonNode body,
      JsonNode allowed,
      @Nullable Interaction cause) {
    ObjectNode wire = Json.object();
    wire.put("id", Long.toString(id));
    wire.put("channel_id", channel.idText());
    wire.set("author", author.user());
    wire.put("type", 0);
    wire.put("content", body.path("content").asText(""));
    wire.put("timestamp", world.clock.instant().toString());
    wire.putNull("edited_timestamp");
    wire.put("tts", false);
    wire.put("pinned", false);
    wire.set("attachments", Uploads.stored(Json.array(), body, channel, world.ids));
    wire.set("embeds", Stored.embeds(body.path("embeds")));
    wire.set("components", Stored.components(body.path("components")));
    wire.put("flags", body.path("flags").asInt() & KEPT_FLAGS);
    if (Json.has(body, "nonce")) {
      wire.set("nonce", body.path("nonce"));
    }
    reply(wire, channel, body.path("message_reference"));
    if (cause != null) {
      causedBy(wire, cause);
    }
    Mentions.apply(world, channel, wire, allowed);
    boolean ephemeral = (wire.path("flags").asInt() & Message.EPHEMERAL) != 0;
    world.shared.fold(wire);
    Message message =
        new Message(id, channel, wire, ephemeral && cause != null ? cause.person : null);
    channel.keep(message);
    if (Json.has(body, "nonce")) {
      nonces.putLast(
          author.id() + " " + body.path("nonce").asText(),
          new Nonce(message, world.clock.instant().plus(NONCE_LASTS)));
    }
    write(Journal.Kind.SENT, message);
    gateway.message("MESSAGE_CREATE", message);
    stage.show(author.bot() ? "sent" : "said", message);
    return message;
  }

  private void write(Journal.Kind kind, Message message) {
    if (message.isBy(world.bot) && !message.has(Message.LOADING)) {
      StringBuilder text = new StringBuilder(Mentions.text(message.wire()));
      for (JsonNode embed : message.wire().path("embeds")) {
        text.append('\n').append(embed.path("title").asText(""));
        text.append('\n').append(embed.path("description").asText(""));
      }
      world.journal.add(
          kind,
          message.channel().idText(),
          0,
          message.id(),
          world.clock.instant(),
          text.toString().strip(),
          message.wire().path("nonce").asText(""),
          message.has(Message.SUPPRESS_NOTIFICATIONS));
    }
  }

  /** The platform's own word that somebody has pinned a message. */
  void pinned(Message message, Person by) {
    Channel channel = message.channel();
    ObjectNode wire = Json.object();
    long id = world.ids.next();
    wire.put("id", Long.toString(id));
    wire.put("channel_id", channel.idText());
    wire.set("author", by.user());
    wire.put("type", PINNED);
    wire.put("content", "");
    wire.put("timestamp", world.clock.instant().toString());
    wire.putNull("edited_timestamp");
    wire.put("flags", 0);
    for (String none : List.of("attachments", "embeds", "components", "mentions")) {
      wire.putArray(none);
    }
    ObjectNode reference = wire.putObject("message_reference");
    reference.put("type", 0);
    reference.put("channel_id", channel.idText());
    reference.put("message_id", Long.toString(message.id()));
    Message notice = new Message(id, channel, wire, null);
    channel.keep(notice);
    gateway.message("MESSAGE_CREATE", notice);
    stage.show("sent", notice);
  }

  /** A message is the same, and yet something has become of it. */
  void changed(Message message) {
    gateway.message("MESSAGE_UPDATE", message);
    stage.show("edited", message);
  }

  /** Shows a person the line that they typed; nobody else sees it, the bot neither. */
  void echo(Channel channel, Person person, String line) {
    long id = world.ids.next();
    ObjectNode wire = Json.object();
    wire.put("id", Long.toString(id));
    wire.put("channel_id", channel.idText());
    wire.set("author", person.user());
    wire.put("type", 0);
    wire.put("content", line);
    wire.put("timestamp", world.clock.instant().toString());
    wire.put("flags", 0);
    Message message = new Message(id, channel, wire, person);
    channel.keep(message);
    stage.show("said", message);
  }

  private static void reply(ObjectNode wire, Channel channel, JsonNode reference) {
    if (Json.has(reference, "message_id")) {
      Message target = channel.messages.get(reference.path("message_id").asLong());
      ObjectNode stored = wire.putObject("message_reference");
      stored.put("type", 0);
      stored.put("channel_id", channel.idText());
      stored.put("message_id", reference.path("message_id").asText());
      channel.guild().ifPresent(guild -> stored.put("guild_id", guild.idText()));
      if (target == null) {
        wire.putNull("referenced_message");
      } else {
        wire.put("type", 19);
        wire.set("referenced_message", target.wire().deepCopy());
      }
    }
  }

  private void causedBy(ObjectNode wire, Interaction cause) {
    wire.put("webhook_id", world.application());
    wire.put("application_id", world.application());
    if (cause.type == Interaction.COMMAND && cause.original().isEmpty()) {
      wire.put("type", 20);
    }
    ObjectNode metadata = wire.putObject("interaction_metadata");
    metadata.put("id", Long.toString(cause.id));
    metadata.put("type", cause.type);
    metadata.set("user", cause.person.user());
    metadata.set("authorizing_integration_owners", cause.owners);
    cause.source().ifPresent(m -> metadata.put("interacted_message_id", Long.toString(m.id())));
  }

  /** Changes the fields that the body names; a deferred message becomes a real one. */
  void edit(Message message, JsonNode body, JsonNode allowed) {
    ObjectNode wire = message.wire();
    boolean filled = message.has(Message.LOADING);
    if (body.has("content")) {
      wire.put("content", Json.has(body, "content") ? body.path("content").asText() : "");
    }
    if (body.has("embeds")) {
      wire.set("embeds", Stored.embeds(body.path("embeds")));
    }
    if (body.has("components")) {
      wire.set("components", Stored.components(body.path("components")));
    }
    wire.set(
        "attachments",
        Uploads.stored(wire.path("attachments"), body, message.channel(), world.ids));
    int flags = wire.path("flags").asInt() & ~Message.LOADING;
    if (Json.has(body, "flags")) {
      int asked = body.path("flags").asInt();
      flags = (flags & ~Message.SUPPRESS_EMBEDS) | (asked & Message.SUPPRESS_EMBEDS);
      flags |= asked & Message.COMPONENTS_V2;
    }
    wire.put("flags", flags);
    if (!filled) {
      wire.put("edited_timestamp", world.clock.instant().toString());
    }
    Mentions.apply(world, message.channel(), wire, allowed);
    world.shared.fold(wire);
    write(filled ? Journal.Kind.SENT : Journal.Kind.EDITED, message);
    gateway.message("MESSAGE_UPDATE", message);
    stage.show("edited", message);
  }

  void delete(Message message) {
    Channel channel = message.channel();
    channel.messages.remove(message.id());
    channel.pinned.remove(message.id());
    write(Journal.Kind.DELETED, message);
    if (message.isPublic() && channel.botIsHere()) {
      ObjectNode gone = Json.object();
      gone.put("id", Long.toString(message.id()));
      gone.put("channel_id", channel.idText());
      channel.guild().ifPresent(guild -> gone.put("guild_id", guild.idText()));
      int intent = channel.guild().isPresent() ? Gateway.GUILD_MESSAGES : Gateway.DIRECT_MESSAGES;
      gateway.dispatch("MESSAGE_DELETE", intent, channel, gone);
    }
    stage.show("deleted", message);
  }
}
