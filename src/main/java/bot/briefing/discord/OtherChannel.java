package bot.briefing.discord;

import bot.briefing.card.Action;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Command;
import bot.briefing.command.Other;
import bot.briefing.command.Other.Why;
import bot.briefing.command.Verb;
import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.unions.GuildChannelUnion;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** Commands about another channel than the one where they are asked, or about one out of reach. */
final class OtherChannel {
  /** Where briefings may go. */
  static final Set<ChannelType> WRITTEN =
      EnumSet.of(
          ChannelType.TEXT,
          ChannelType.NEWS,
          ChannelType.GUILD_NEWS_THREAD,
          ChannelType.GUILD_PUBLIC_THREAD,
          ChannelType.GUILD_PRIVATE_THREAD);

  private OtherChannel() {}

  /** A command with the channel that its option names, if it has one. */
  static Command of(SlashCommandInteractionEvent event, Command asked) {
    OptionMapping to = event.getOption(Verb.Argument.TO.word());
    return to == null || !(asked instanceof Command.Ask)
        ? of((Interaction) event, asked)
        : new Command.About(asked, other(event, to.getAsChannel()));
  }

  /**
   * An order is not taken where the bot could never bring it: a person who has installed it for
   * themselves takes it to places where it may answer, and do nothing more.
   */
  static Command of(Interaction event, Command asked) {
    return begins(asked) && isOutside(event)
        ? new Command.About(asked, new Other.Refused(Why.OUTSIDE, ""))
        : asked;
  }

  private static boolean begins(Command command) {
    return switch (command) {
      case Command.Ask(var verb, _) -> verb == Verb.SUBSCRIBE;
      case Command.Press(Action.Manage(var step, _)) -> step == Step.SUBSCRIBE;
      case Command.Press(Action.Settle _) -> true;
      default -> false;
    };
  }

  private static boolean isOutside(Interaction event) {
    return event.getContext() == InteractionContextType.PRIVATE_CHANNEL
        || (event.isFromGuild()
            && !event.isFromAttachedGuild()
            && !event.getIntegrationOwners().isGuildIntegration());
  }

  private static Other other(Interaction event, GuildChannelUnion channel) {
    String name = "#" + channel.getName();
    Member member = event.getMember();
    if (member == null || channel.isDetached()) {
      return new Other.Refused(Why.BOT_OUT, name);
    }
    return member.hasPermission(channel, Permission.MANAGE_CHANNEL)
        ? new Other.Granted(
            new Chat(Platform.DISCORD, channel.getId(), null), Place.GROUP, name, "")
        : new Other.Refused(Why.NOT_YOURS, name);
  }
}
