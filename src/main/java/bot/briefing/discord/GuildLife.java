package bot.briefing.discord;

import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt.Reason;
import bot.briefing.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * Hears what becomes of the channels that the bot is in. A guild that is unavailable is an outage
 * of Discord's, and no event here. A permission that is taken is told by the next message; one that
 * is given back is told here.
 */
final class GuildLife extends ListenerAdapter {
  private final ChatEvents events;
  private final Language standard;

  GuildLife(ChatEvents events, Language standard) {
    this.events = events;
    this.standard = standard;
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    Guild guild = event.getGuild();
    Stream.concat(
            Stream.of(
                    Optional.ofNullable(guild.getSystemChannel()),
                    Optional.ofNullable(guild.getDefaultChannel()))
                .flatMap(Optional::stream),
            guild.getChannels().stream())
        .filter(Access::isWritable)
        .findFirst()
        .ifPresent(
            channel ->
                events.joined(chat(channel), Asker.Place.GROUP, language(guild.getLocale())));
    back(guild.getChannels());
  }

  @Override
  public void onGuildLeave(GuildLeaveEvent event) {
    event.getGuild().getChannels().stream()
        .filter(channel -> channel.getType().isMessage())
        .forEach(channel -> events.gone(chat(channel), Reason.KICKED));
  }

  @Override
  public void onChannelDelete(ChannelDeleteEvent event) {
    if (event.isFromGuild() && event.getChannelType().isMessage()) {
      events.gone(new Chat(Platform.DISCORD, event.getChannel().getId(), null), Reason.DELETED);
    }
  }

  @Override
  public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
    back(List.of(event.getChannel()));
  }

  @Override
  public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
    Guild guild = event.getGuild();
    Role role = event.getRole();
    if (role.isPublicRole() || guild.getSelfMember().getRoles().contains(role)) {
      back(guild.getChannels());
    }
  }

  @Override
  public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
    if (event.getMember().equals(event.getGuild().getSelfMember())) {
      back(event.getGuild().getChannels());
    }
  }

  private void back(List<? extends GuildChannel> channels) {
    channels.stream().filter(Access::isWritable).forEach(channel -> events.back(chat(channel)));
  }

  private Language language(DiscordLocale locale) {
    return Language.of(locale.getLocale()).orElse(standard);
  }

  private static Chat chat(GuildChannel channel) {
    return new Chat(Platform.DISCORD, channel.getId(), null);
  }
}
