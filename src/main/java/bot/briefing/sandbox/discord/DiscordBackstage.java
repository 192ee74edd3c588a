package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** This Discord from behind. */
final class DiscordBackstage implements Backstage {
  private final LoopbackDiscord discord;
  private final World world;
  private final Gateway gateway;
  private final Faults faults;
  private final Limits limits;
  private @Nullable Person member;
  private int settled;

  DiscordBackstage(
      LoopbackDiscord discord, World world, Gateway gateway, Faults faults, Limits limits) {
    this.discord = discord;
    this.world = world;
    this.gateway = gateway;
    this.faults = faults;
    this.limits = limits;
    faults.watch(
        () -> {
          if (faults.revoked()) {
            discord.alone(gateway::refuseAll);
          }
        });
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Journal journal() {
    return world.journal;
  }

  @Override
  public MovableClock clock() {
    return world.clock;
  }

  @Override
  public ObjectNode happen(Incident incident) {
    if (incident.kind() == Incident.Kind.DISCONNECT) {
      if (!incident.resumable()) {
        discord.alone(gateway::forgetAll);
      }
      discord.cutLines();
    } else {
      discord.alone(() -> happen(incident, channel(incident.chat())));
    }
    return Json.object();
  }

  private void happen(Incident incident, Channel channel) {
    switch (incident.kind()) {
      case BLOCKED -> {
        if (channel.recipient().isEmpty()) {
          throw new IllegalArgumentException("Only a person blocks the bot.");
        }
        channel.blocked = true;
      }
      case KICKED -> {
        Guild guild = guild(channel);
        guild.botIsMember = false;
        gateway.dispatch("GUILD_DELETE", guild, Json.object().put("id", guild.idText()));
      }
      case OUTAGE -> {
        Guild guild = guild(channel);
        guild.available = false;
        ObjectNode gone = Json.object().put("id", guild.idText()).put("unavailable", true);
        gateway.dispatch("GUILD_DELETE", guild, gone);
      }
      case LET_IN -> {
        channel.blocked = false;
        channel.guild().ifPresent(this::letIn);
      }
      case DELETED -> {
        world.remove(channel);
        channel
            .guild()
            .ifPresent(
                _ ->
                    gateway.dispatch(
                        channel.opened().isPresent() ? "THREAD_DELETE" : "CHANNEL_DELETE",
                        Gateway.GUILDS,
                        channel,
                        channel.object()));
      }
      case PERMISSION_REMOVED ->
          permit(
              inGuild(channel),
              channel.botPermissions & ~Permissions.named(incident.permissions()));
      case PERMISSION_GIVEN ->
          permit(
              inGuild(channel), channel.botPermissions | Permissions.named(incident.permissions()));
      case DISCONNECT, MIGRATED, TOPIC_CLOSED, TOPIC_OPENED, TOPIC_DELETED ->
          throw new IllegalArgumentException("Discord has no " + incident.kind().word() + ".");
    }
  }

  private void letIn(Guild guild) {
    if (!guild.botIsMember || !guild.available) {
      guild.botIsMember = true;
      guild.available = true;
      gateway.dispatch("GUILD_CREATE", guild, guild.created(world.bot, world.humans()));
    }
  }

  /** Sets what the bot may do in a channel, as an overwrite that it is told of. */
  void permit(Channel channel, long permissions) {
    channel.botPermissions = permissions;
    gateway.dispatch("CHANNEL_UPDATE", Gateway.GUILDS, channel, channel.object());
  }

  private static Channel inGuild(Channel channel) {
    guild(channel);
    return channel;
  }

  private static Guild guild(Channel channel) {
    return channel
        .guild()
        .orElseThrow(() -> new IllegalArgumentException("Not a guild's channel."));
  }

  private Channel channel(String id) {
    try {
      return world
          .channel(Long.parseLong(id))
          .orElseThrow(() -> new IllegalArgumentException("No channel " + id));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("No channel \"" + id + "\"", e);
    }
  }

  @Override
  public ObjectNode settle(Settling wanted) {
    ArrayNode ids = Json.array();
    discord.alone(
        () -> {
          for (int i = 0; i < wanted.count(); i++) {
            ids.add(settle(wanted.kind(), wanted.quiet()).idText());
          }
        });
    return Json.object().set("ids", ids);
  }

  private Channel settle(String kind, boolean quiet) {
    settled++;
    return switch (kind) {
      case "text" -> {
        Channel channel = world.open(world.home, "channel-" + settled);
        if (!quiet) {
          gateway.dispatch("CHANNEL_CREATE", Gateway.GUILDS, channel, channel.object());
        }
        yield channel;
      }
      case "guild" -> {
        Guild guild = world.found("Guild " + settled, true, "general");
        if (!quiet) {
          gateway.dispatch("GUILD_CREATE", guild, guild.created(world.bot, world.humans()));
        }
        yield guild.channels().getFirst();
      }
      case "direct" -> world.direct(world.settle("Reader " + settled, "ko", false));
      case "announcement" -> discord.settled(discord.announcements("news-" + settled));
      case "forum" -> {
        String forum = discord.forum("forum-" + settled, false, "AI", "규제", "Regulation");
        yield discord.settled(discord.post(forum, "Settings"));
      }
      default ->
          throw new IllegalArgumentException(
              "Discord's chats are text, guild, direct, announcement or forum.");
    };
  }

  private Visitor visitor(String id, Speaker as) {
    return world.alone(
        () -> {
          Channel channel = channel(id);
          return new Visitor(discord, channel.recipient().orElseGet(() -> speaker(as)), channel);
        });
  }

  private Person speaker(Speaker as) {
    return switch (as) {
      case ADMINISTRATOR -> world.host;
      case MEMBER -> {
        Person one = member == null ? world.settle("Member", "ko", false) : member;
        member = one;
        yield one;
      }
      case ANONYMOUS -> throw new IllegalArgumentException("Nobody is anonymous on Discord.");
    };
  }

  @Override
  public void say(String chat, Speaker as, String text) {
    visitor(chat, as).say(text);
  }

  @Override
  public void press(String chat, Speaker as, String message, String button, String value) {
    visitor(chat, as).use(message, button, value);
  }

  @Override
  public ArrayNode messages(String chat) {
    return world.alone(
        () -> {
          ArrayNode all = Json.array();
          channel(chat).messages.values().forEach(one -> all.add(one.wire().deepCopy()));
          return all;
        });
  }
}
