package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A guild with its text channels. */
final class Guild {
  static final String CREATED = "2026-01-01T00:00:00.000000+00:00";
  static final String LOCALE = "ko";

  private final long id;
  private final String name;
  private final long owner;
  private final long botRole;
  private final long readers;
  private final long administrators;
  private final List<Channel> channels = new ArrayList<>();
  private final List<Channel> threads = new ArrayList<>();

  /** Whether the app is installed here; else people bring it along as their own. */
  boolean botIsMember;

  /** False while the platform has an outage here. */
  boolean available = true;

  Guild(String name, boolean botIsMember, long owner, Snowflakes ids) {
    this.id = ids.next();
    this.name = name;
    this.botIsMember = botIsMember;
    this.owner = owner;
    this.botRole = ids.next();
    this.readers = ids.next();
    this.administrators = ids.next();
  }

  long id() {
    return id;
  }

  long botRole() {
    return botRole;
  }

  /** A role that anybody may mention. */
  long readers() {
    return readers;
  }

  List<Channel> channels() {
    return channels;
  }

  /** Those that are not archived. */
  List<Channel> threads() {
    return threads;
  }

  /** Whether there is a role of this id, and the bot may call it in a channel. */
  boolean calls(String role, Channel channel) {
    for (JsonNode one : roles()) {
      if (one.path("id").asText().equals(role) && !role.equals(idText())) {
        return one.path("mentionable").asBoolean() || channel.allows(Permissions.MENTION_EVERYONE);
      }
    }
    return false;
  }

  /** The member object of a person without its user. */
  ObjectNode partialMember(Person person) {
    ObjectNode member = person.partialMember();
    if (person.administers()) {
      member.withArrayProperty("roles").add(Long.toString(administrators));
    }
    return member;
  }

  String idText() {
    return Long.toString(id);
  }

  /** The partial guild of an interaction. */
  ObjectNode partial() {
    ObjectNode guild = Json.object();
    guild.put("id", idText());
    guild.put("locale", LOCALE);
    guild.set("features", Json.array());
    return guild;
  }

  ArrayNode roles() {
    ArrayNode roles = Json.array();
    roles.add(role(id, "@everyone", 0, Permissions.MEMBER, false, false));
    roles.add(role(readers, "readers", 1, 0, true, false));
    roles.add(role(botRole, "bot", 2, Permissions.BOT, false, true));
    roles.add(role(administrators, "admins", 3, Permissions.ADMINISTRATOR, false, false));
    return roles;
  }

  private static ObjectNode role(
      long id, String name, int position, long permissions, boolean mentionable, boolean managed) {
    ObjectNode role = Json.object();
    role.put("id", Long.toString(id));
    role.put("name", name);
    role.put("color", 0);
    role.putObject("colors").put("primary_color", 0);
    role.put("hoist", false);
    role.put("position", position);
    role.put("permissions", Long.toString(permissions));
    role.put("managed", managed);
    role.put("mentionable", mentionable);
    role.put("flags", 0);
    return role;
  }

  /** The body of GUILD_CREATE. */
  ObjectNode created(Person bot, int people) {
    ObjectNode guild = object();
    guild.put("joined_at", CREATED);
    guild.put("large", false);
    guild.put("unavailable", false);
    guild.put("member_count", people + 1);
    ObjectNode member = bot.member();
    member.withArrayProperty("roles").add(Long.toString(botRole));
    guild.putArray("members").add(member);
    ArrayNode rooms = guild.putArray("channels");
    channels.forEach(channel -> rooms.add(channel.object()));
    ArrayNode open = guild.putArray("threads");
    threads.forEach(thread -> open.add(thread.object()));
    for (String empty :
        List.of(
            "presences",
            "voice_states",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      guild.putArray(empty);
    }
    return guild;
  }

  /** The guild object. */
  ObjectNode object() {
    ObjectNode guild = Json.object();
    guild.put("id", idText());
    guild.put("name", name);
    guild.put("owner_id", Long.toString(owner));
    guild.put("preferred_locale", LOCALE);
    guild.set("roles", roles());
    guild.set("emojis", Json.array());
    guild.set("stickers", Json.array());
    guild.set("features", Json.array());
    for (String absent :
        List.of(
            "icon",
            "splash",
            "discovery_splash",
            "banner",
            "description",
            "vanity_url_code",
            "application_id",
            "afk_channel_id",
            "system_channel_id",
            "rules_channel_id",
            "public_updates_channel_id",
            "safety_alerts_channel_id")) {
      guild.putNull(absent);
    }
    guild.put("afk_timeout", 300);
    guild.put("verification_level", 0);
    guild.put("default_message_notifications", 0);
    guild.put("explicit_content_filter", 0);
    guild.put("mfa_level", 0);
    guild.put("system_channel_flags", 0);
    guild.put("premium_tier", 0);
    guild.put("premium_subscription_count", 0);
    guild.put("premium_progress_bar_enabled", false);
    guild.put("nsfw_level", 0);
    guild.put("max_members", 500_000);
    return guild;
  }
}
