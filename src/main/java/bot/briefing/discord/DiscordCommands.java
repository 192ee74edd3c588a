package bot.briefing.discord;

import bot.briefing.command.Verb;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** The commands as Discord lists them: English, with names and descriptions in Korean beside it. */
final class DiscordCommands {
  /** The option that makes an answer the asker's alone. */
  static final String PRIVATE = "private";

  private static final Texts ENGLISH = Texts.in(Language.EN);
  private static final Texts KOREAN = Texts.in(Language.KO);

  private DiscordCommands() {}

  static List<SlashCommandData> all() {
    return Stream.of(Verb.values()).map(DiscordCommands::of).toList();
  }

  private static SlashCommandData of(Verb verb) {
    String description = "command." + verb.word() + ".description";
    SlashCommandData command =
        Commands.slash(verb.word(), ENGLISH.say(description))
            .setNameLocalization(DiscordLocale.KOREAN, verb.korean())
            .setDescriptionLocalization(DiscordLocale.KOREAN, KOREAN.say(description))
            .setContexts(InteractionContextType.ALL)
            .setIntegrationTypes(IntegrationType.ALL);
    verb.arguments().forEach(argument -> command.addOptions(option(argument)));
    if (verb == Verb.COPY) {
      // There are other channels only in a server that the bot is in.
      command
          .setContexts(InteractionContextType.GUILD)
          .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
    }
    if (verb.manages()) {
      command.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_CHANNEL));
    }
    return verb.isOfChat()
        ? command
        : command.addOptions(
            option(OptionType.BOOLEAN, PRIVATE, "discord.option.private.description"));
  }

  private static OptionData option(Verb.Argument argument) {
    String description = "command.argument." + argument.word();
    return switch (argument) {
      case TO ->
          option(OptionType.CHANNEL, argument.word(), description)
              .setRequired(true)
              .setChannelTypes(OtherChannel.WRITTEN);
      case ROLE -> option(OptionType.ROLE, argument.word(), description);
      default ->
          option(OptionType.STRING, argument.word(), description)
              .setAutoComplete(argument.completes());
    };
  }

  private static OptionData option(OptionType type, String name, String description) {
    return new OptionData(type, name, ENGLISH.say(description))
        .setNameLocalization(DiscordLocale.KOREAN, KOREAN.say("discord.option." + name))
        .setDescriptionLocalization(DiscordLocale.KOREAN, KOREAN.say(description));
  }
}
