package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.fault.Faults;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The gateway's protocol (Events, "Gateway"): HELLO, IDENTIFY, RESUME, heartbeats, events. Frames
 * go out uncompressed as JSON, whatever the client asked for. Runs inside the world's lock.
 */
final class Gateway {
  static final int GUILDS = 1;
  static final int GUILD_MESSAGES = 1 << 9;
  static final int DIRECT_MESSAGES = 1 << 12;
  private static final int MESSAGE_CONTENT = 1 << 15;
  private static final int ALL_INTENTS = (1 << 26) - 1;
  private static final int HEARTBEAT_MILLIS = 41_250;
  private static final int FRAME_LIMIT = 4_096;

  private final World world;
  private final Address address;
  private final Faults faults;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  Gateway(World world, Address address, Faults faults) {
    this.world = world;
    this.faults = faults;
    this.address = address;
  }

  /** Where clients connect to: {@code ws://…}. */
  String address() {
    return address.gateway();
  }

  void opened(Line line) {
    ObjectNode hello = Json.object();
    hello.put("heartbeat_interval", HEARTBEAT_MILLIS);
    line.send(frame(10, hello));
  }

  void received(Line line, String text) {
    JsonNode frame;
    try {
      frame = Json.read(text);
    } catch (JsonProcessingException e) {
      line.close(4002, "Error while decoding payload.");
      return;
    }
    if (text.length() > FRAME_LIMIT) {
      line.close(4002, "Payload is too large.");
      return;
    }
    Optional<Session> session = on(line);
    switch (frame.path("op").asInt(-1)) {
      case 1 -> line.send(frame(11, NullNode.getInstance()));
      case 2 -> {
        if (session.isPresent()) {
          line.close(4005, "Already authenticated.");
        } else {
          identify(line, frame.path("d"));
        }
      }
      case 6 -> resume(line, frame.path("d"));
      case 3, 4, 8, 31 -> {
        if (session.isEmpty()) {
          line.close(4003, "Not authenticated.");
        }
      }
      default -> line.close(4001, "Unknown opcode.");
    }
  }

  private static String frame(int op, JsonNode data) {
    ObjectNode frame = Json.object();
    frame.put("op", op);
    frame.set("d", data);
    frame.putNull("s");
    frame.putNull("t");
    return Json.write(frame);
  }

  private Optional<Session> on(Line line) {
    return sessions.values().stream().filter(session -> session.isOn(line)).findFirst();
  }

  private boolean isAuthentic(JsonNode data) {
    String token = data.path("token").asText();
    return !faults.revoked() && (token.equals(world.token) || token.equals("Bot " + world.token));
  }

  private void identify(Line line, JsonNode data) {
    int intents = data.path("intents").asInt(-1);
    int shard = data.path("shard").path(0).asInt(0);
    int shards = data.path("shard").path(1).asInt(1);
    if (!isAuthentic(data)) {
      line.close(4004, "Authentication failed.");
    } else if (intents < 0 || intents > ALL_INTENTS) {
      line.close(4013, "Invalid intent(s).");
    } else if (shards < 1 || shard < 0 || shard >= shards) {
      line.close(4010, "Invalid shard.");
    } else {
      Session session =
          new Session(UUID.randomUUID().toString().replace("-", ""), intents, shard, shards, line);
      sessions.put(session.id, session);
      ready(session, data.path("shard"));
    }
  }

  private void ready(Session session, JsonNode shard) {
    List<Guild> served =
        world.guilds().stream()
            .filter(guild -> guild.botIsMember && session.serves(guild.id()))
            .toList();
    ObjectNode ready = Json.object();
    ready.put("v", 10);
    ready.set("user", me());
    ready.putArray("private_channels");
    ready.putArray("relationships");
    ready.put("session_id", session.id);
    ready.put("resume_gateway_url", address());
    ready.putObject("application").put("id", world.application()).put("flags", 0);
    if (shard.isArray()) {
      ready.set("shard", shard);
    }
    var guilds = ready.putArray("guilds");
    served.forEach(guild -> guilds.addObject().put("id", guild.idText()).put("unavailable", true));
    session.dispatch("READY", ready);
    for (Guild guild : served) {
      if (guild.available && session.wants(GUILDS)) {
        session.dispatch("GUILD_CREATE", guild.created(world.bot, world.humans()));
      }
    }
  }

  /** The bot's own user object. */
  ObjectNode me() {
    ObjectNode user = world.bot.user();
    user.put("verified", true);
    user.put("mfa_enabled", false);
    user.putNull("email");
    return user;
  }

  private void resume(Line line, JsonNode data) {
    Session session = sessions.get(data.path("session_id").asText());
    long seen = data.path("seq").asLong();
    if (!isAuthentic(data)) {
      line.close(4004, "Authentication failed.");
    } else if (session == null || !session.canReplay(seen)) {
      line.send(frame(9, Json.object().booleanNode(false)));
    } else if (session.isAhead(seen)) {
      line.close(4007, "Invalid seq.");
    } else {
      session.resume(line, seen);
    }
  }

  /** The client has hung up. After 1000 or 1001 its session is over, else it may be resumed. */
  void closed(Line line, int code) {
    on(line)
        .ifPresent(
            session -> {
              session.cut();
              if (code == 1000 || code == 1001) {
                sessions.remove(session.id);
              }
            });
  }

  /** A copy: a line that fails while it is written to is closed on the same thread. */
  private List<Session> all() {
    return List.copyOf(sessions.values());
  }

  /** Ends all sessions of a token that is worth nothing now. */
  void refuseAll() {
    all().forEach(session -> session.close(4004, "Authentication failed."));
    sessions.clear();
  }

  /** Forgets all sessions, so that none can be resumed. */
  void forgetAll() {
    all().forEach(Session::cut);
    sessions.clear();
  }

  /** Sends an event about a guild to every session that serves it. */
  void dispatch(String event, Guild guild, ObjectNode data) {
    for (Session session : all()) {
      if (session.serves(guild.id()) && session.wants(GUILDS)) {
        session.dispatch(event, data);
      }
    }
  }

  void closeAll() {
    all().forEach(session -> session.close(1001, "Going away."));
    sessions.clear();
  }

  /** Sends an event about a channel to every session that serves it and asked for it. */
  void dispatch(String event, int intent, Channel channel, ObjectNode data) {
    for (Session session : all()) {
      if (session.serves(channel) && session.wants(intent)) {
        session.dispatch(event, data);
      }
    }
  }

  /** Sends MESSAGE_CREATE or MESSAGE_UPDATE; the text only to whom it may be shown. */
  void message(String event, Message message) {
    Channel channel = message.channel();
    if (!message.isPublic() || !channel.botIsHere() || !channel.allows(Permissions.VIEW_CHANNEL)) {
      return;
    }
    int intent = channel.guild().isPresent() ? GUILD_MESSAGES : DIRECT_MESSAGES;
    for (Session session : all()) {
      if (session.serves(channel) && session.wants(intent)) {
        session.dispatch(event, told(session, message));
      }
    }
  }

  private ObjectNode told(Session session, Message message) {
    ObjectNode data = message.wire().deepCopy();
    data.set("channel_type", IntNode.valueOf(message.channel().type()));
    message
        .channel()
        .guild()
        .ifPresent(
            guild -> {
              data.put("guild_id", guild.idText());
              world
                  .person(data.path("author").path("id").asText())
                  .ifPresent(author -> data.set("member", guild.partialMember(author)));
              if (!session.wants(MESSAGE_CONTENT) && !concernsBot(message)) {
                data.put("content", "");
                for (String field : new String[] {"embeds", "attachments", "components"}) {
                  data.set(field, Json.array());
                }
              }
            });
    return data;
  }

  private boolean concernsBot(Message message) {
    if (message.isBy(world.bot)) {
      return true;
    }
    for (JsonNode user : message.wire().path("mentions")) {
      if (user.path("id").asText().equals(world.application())) {
        return true;
      }
    }
    return false;
  }
}
