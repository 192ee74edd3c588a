package bot.briefing.discord;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Permits.Need;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;

/** What the bot may do in a channel, by JDA's cache, else by asking for the channel. */
final class Access {
  private static final int DIRECT = 1;
  private static final Set<Need> ALL = EnumSet.of(Need.SEE, Need.WRITE, Need.READ_HISTORY);

  private final Supplier<Optional<ShardManager>> shards;
  private final Ask ask;

  Access(Supplier<Optional<ShardManager>> shards, Ask ask) {
    this.shards = shards;
    this.ask = ask;
  }

  /** What it lacks there; empty where that cannot be known. */
  Optional<Set<Need>> missing(String channel) {
    return shards
        .get()
        .map(manager -> manager.getGuildChannelById(channel))
        .map(Access::missing)
        .or(() -> asked(channel));
  }

  private Optional<Set<Need>> asked(String channel) {
    Heard heard = ask.read(Route.Channels.GET_CHANNEL.compile(channel));
    if (heard.isOk()) {
      return heard.body().path("type").asInt() == DIRECT ? Optional.of(Set.of()) : Optional.empty();
    }
    return switch (heard.code()) {
      case 10003, 50001, 50013 -> Optional.of(ALL);
      default -> Optional.empty();
    };
  }

  /** What the bot lacks in a channel of a guild. */
  static Set<Need> missing(GuildChannel channel) {
    boolean thread = channel.getType().isThread();
    Map<Need, Permission> needed = new EnumMap<>(Need.class);
    needed.put(Need.SEE, Permission.VIEW_CHANNEL);
    needed.put(Need.WRITE, thread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
    needed.put(Need.READ_HISTORY, Permission.MESSAGE_HISTORY);
    Set<Need> missing = EnumSet.noneOf(Need.class);
    needed.forEach(
        (need, permission) -> {
          if (!channel.getGuild().getSelfMember().hasPermission(channel, permission)) {
            missing.add(need);
          }
        });
    return missing;
  }

  /**
   * What it lacks there of what is wished for beside messages.
   *
   * @param missing is added to
   */
  Permits beside(String channel, Extras wished, Set<Need> missing) {
    GuildChannel there =
        shards.get().map(manager -> manager.getGuildChannelById(channel)).orElse(null);
    boolean forum = there != null && Beside.forum(there).isPresent();
    if (!wished.isNone()) {
      missing.addAll(
          there == null ? Beside.inDirectMessages(wished) : Beside.missing(there, wished));
    }
    return new Permits(missing, forum);
  }

  /** Whether messages can be pushed into a channel of a guild. */
  static boolean isWritable(GuildChannel channel) {
    ChannelType type = channel.getType();
    Set<Need> missing = missing(channel);
    return type.isMessage() && !missing.contains(Need.SEE) && !missing.contains(Need.WRITE);
  }
}
