package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A guild's channel, a thread or a post in one, or a person's direct messages with the bot. */
final class Channel {
  static final int GUILD_TEXT = 0;
  static final int DIRECT = 1;
  static final int ANNOUNCEMENT = 5;
  static final int ANNOUNCEMENT_THREAD = 10;
  static final int PUBLIC_THREAD = 11;
  static final int FORUM = 15;
  private static final int KEPT = 250;

  final long id;
  final String name;
  final TreeMap<Long, Message> messages = new TreeMap<>();

  /** The ids of the messages that are pinned. */
  final Set<Long> pinned = new LinkedHashSet<>();

  private final int type;
  private final @Nullable Guild guild;
  private final @Nullable Person recipient;
  private final int position;

  /** What a thread is beside a channel. */
  private @Nullable Opened opened;

  /** The tags of a forum. */
  private @Nullable Tags tags;

  /** Whether the person of these direct messages takes none from the bot. */
  boolean blocked;

  /** Who manages this channel by an overwrite of their own. */
  final Set<Person> managers = new LinkedHashSet<>();

  /** What the bot may do here; another value than its roles give stands as an overwrite. */
  long botPermissions = Permissions.BOT;

  private Channel(
      int type, long id, String name, @Nullable Guild guild, @Nullable Person recipient) {
    this.type = type;
    this.id = id;
    this.name = name;
    this.guild = guild;
    this.recipient = recipient;
    this.position = guild == null ? 0 : guild.channels().size();
  }

  static Channel in(Guild guild, int type, long id, String name) {
    Channel channel = new Channel(type, id, name, guild, null);
    guild.channels().add(channel);
    return channel;
  }

  static Channel forum(Guild guild, long id, String name, Tags tags) {
    Channel channel = in(guild, FORUM, id, name);
    channel.tags = tags;
    return channel;
  }

  /** A thread or a post. */
  static Channel under(long id, String name, Opened opened) {
    Channel parent = opened.parent();
    Guild guild = parent.guild().orElseThrow();
    int type = parent.type == ANNOUNCEMENT ? ANNOUNCEMENT_THREAD : PUBLIC_THREAD;
    Channel thread = new Channel(type, id, name, guild, null);
    thread.opened = opened;
    guild.threads().add(thread);
    return thread;
  }

  static Channel with(Person recipient, long id) {
    return new Channel(DIRECT, id, recipient.name(), null, recipient);
  }

  Optional<Person> recipient() {
    return Optional.ofNullable(recipient);
  }

  Optional<Guild> guild() {
    return Optional.ofNullable(guild);
  }

  int type() {
    return type;
  }

  Optional<Opened> opened() {
    return Optional.ofNullable(opened);
  }

  Optional<Tags> tags() {
    return Optional.ofNullable(tags);
  }

  String idText() {
    return Long.toString(id);
  }

  /** Adds a message; the oldest fall off, since a sandbox has little memory. */
  void keep(Message message) {
    messages.put(message.id(), message);
    if (messages.size() > KEPT) {
      messages.pollFirstEntry();
    }
  }

  /** Whether the bot itself, not only a person who brings it along, is here. */
  boolean botIsHere() {
    return guild == null || guild.botIsMember;
  }

  /** What a person may do here. */
  long permissions(Person person) {
    return person.permissions() | (managers.contains(person) ? Permissions.MANAGE_CHANNELS : 0);
  }

  /** A thread has its channel's permissions. */
  boolean allows(long permission) {
    long permissions = opened == null ? botPermissions : opened.parent().botPermissions;
    return guild == null || (permissions & permission) == permission;
  }

  /** Whether the bot may write here. */
  boolean allowsWriting() {
    return allows(
        opened == null ? Permissions.SEND_MESSAGES : Permissions.SEND_MESSAGES_IN_THREADS);
  }

  /** The channel object. */
  ObjectNode object() {
    ObjectNode channel = Json.object();
    channel.put("id", idText());
    channel.put("type", type());
    channel.put("flags", 0);
    if (messages.isEmpty()) {
      channel.putNull("last_message_id");
    } else {
      channel.put("last_message_id", Long.toString(messages.lastKey()));
    }
    if (recipient != null) {
      channel.putArray("recipients").add(recipient.user());
    }
    if (guild != null) {
      channel.put("guild_id", guild.idText());
      channel.put("name", name);
      channel.put("rate_limit_per_user", 0);
      if (opened == null) {
        place(channel, guild);
      } else {
        opened.write(channel, messages.size());
      }
    }
    if (tags != null) {
      tags.write(channel);
    }
    return channel;
  }

  private void place(ObjectNode channel, Guild in) {
    channel.put("position", position);
    channel.putNull("parent_id");
    channel.putNull("topic");
    channel.put("nsfw", false);
    var overwrites = channel.putArray("permission_overwrites");
    if (botPermissions != Permissions.BOT) {
      ObjectNode overwrite = overwrites.addObject();
      overwrite.put("id", Long.toString(in.botRole()));
      overwrite.put("type", 0);
      overwrite.put("allow", Long.toString(botPermissions));
      overwrite.put("deny", Long.toString(Permissions.BOT & ~botPermissions));
    }
    for (Person manager : managers) {
      ObjectNode overwrite = overwrites.addObject();
      overwrite.put("id", Long.toString(manager.id()));
      overwrite.put("type", 1);
      overwrite.put("allow", Long.toString(Permissions.MANAGE_CHANNELS));
      overwrite.put("deny", "0");
    }
  }
}
