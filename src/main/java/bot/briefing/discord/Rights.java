package bot.briefing.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;

/** Who may change what a channel has ordered: whoever may manage the channel, at this moment. */
final class Rights {
  private Rights() {}

  static boolean manages(Interaction interaction) {
    Member member = interaction.getMember();
    if (member == null) {
      return Manner.isDirect(interaction);
    }
    return interaction.getChannel() instanceof GuildChannel channel
        && member.hasPermission(channel, Permission.MANAGE_CHANNEL);
  }
}
