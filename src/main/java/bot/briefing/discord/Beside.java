package bot.briefing.discord;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Permits.Need;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What the bot lacks of what a channel wants beside messages, by JDA's cache. Pure. */
final class Beside {
  private Beside() {}

  /** The forum that a channel is a post of. */
  static Optional<IPostContainer> forum(GuildChannel channel) {
    return channel instanceof ThreadChannel thread
            && thread.getParentChannel() instanceof IPostContainer forum
        ? Optional.of(forum)
        : Optional.empty();
  }

  static Set<Need> missing(GuildChannel channel, Extras wished) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    Optional<IPostContainer> forum = forum(channel);
    boolean posts = wished.rooms() != Rooms.NONE && forum.isPresent();
    // Split from the right to manage messages on 20 August 2025, alone enough since 2026-02-23.
    if (wished.pin() && (posts || !may(channel, Permission.PIN_MESSAGES))) {
      missing.add(Need.PIN);
    }
    if (wished.crosspost()
        && (channel.getType() != ChannelType.NEWS || !may(channel, Permission.MESSAGE_SEND))) {
      missing.add(Need.CROSSPOST);
    }
    if (posts) {
      missing.addAll(inForum(forum.get()));
    } else if (wished.rooms() != Rooms.NONE && !opens(channel)) {
      missing.add(Need.ROOMS);
    }
    if (wished.role() != null && !calls(channel, wished.role())) {
      missing.add(Need.ROLE);
    }
    return missing;
  }

  private static Set<Need> inForum(IPostContainer forum) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    if (!may(forum, Permission.MESSAGE_SEND, Permission.MESSAGE_SEND_IN_THREADS)) {
      missing.add(Need.ROOMS);
    }
    if (forum.isTagRequired()) {
      missing.add(Need.TAG);
    }
    return missing;
  }

  private static boolean opens(GuildChannel channel) {
    boolean kind = channel.getType() == ChannelType.TEXT || channel.getType() == ChannelType.NEWS;
    return kind
        && may(channel, Permission.CREATE_PUBLIC_THREADS, Permission.MESSAGE_SEND_IN_THREADS);
  }

  private static boolean calls(GuildChannel channel, String id) {
    Role role = channel.getGuild().getRoleById(id);
    return role != null
        && (role.isMentionable() || may(channel, Permission.MESSAGE_MENTION_EVERYONE));
  }

  private static boolean may(GuildChannel channel, Permission... permissions) {
    Member self = channel.getGuild().getSelfMember();
    return self.hasPermission(channel, permissions);
  }

  /** There a message can be pinned, and no more. */
  static Set<Need> inDirectMessages(Extras wished) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    if (wished.crosspost()) {
      missing.add(Need.CROSSPOST);
    }
    if (wished.rooms() != Rooms.NONE) {
      missing.add(Need.ROOMS);
    }
    if (wished.role() != null) {
      missing.add(Need.ROLE);
    }
    return missing;
  }
}
