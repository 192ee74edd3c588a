package bot.briefing.discord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the commands, only where Discord has others. */
final class Registration {
  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private Registration() {}

  /**
   * Asks Discord what it has and mends that; failures go to the log.
   *
   * @param done called when all is as it can be, on a callback's thread
   */
  static void check(JDA jda, Mishaps mishaps, Runnable done) {
    jda.retrieveCommands(true)
        .queue(
            there -> {
              if (isSame(there)) {
                done.run();
              } else {
                register(jda, mishaps, done);
              }
            },
            failure -> {
              mishaps.failed("commands", "reading the commands", failure);
              done.run();
            });
  }

  private static void register(JDA jda, Mishaps mishaps, Runnable done) {
    jda.updateCommands()
        .addCommands(DiscordCommands.all())
        .queue(
            now -> {
              LOG.info("Discord: {} commands registered", now.size());
              done.run();
            },
            failure -> {
              mishaps.failed("commands", "registering the commands", failure);
              done.run();
            });
  }

  private static boolean isSame(List<Command> there) {
    return there.stream().allMatch(command -> command.getType() == Command.Type.SLASH)
        && Set.copyOf(there.stream().map(SlashCommandData::fromCommand).map(Shape::of).toList())
            .equals(Set.copyOf(DiscordCommands.all().stream().map(Shape::of).toList()));
  }

  /** What a person sees of a command. */
  private record Shape(
      String name,
      Map<DiscordLocale, String> names,
      String description,
      Map<DiscordLocale, String> descriptions,
      Set<InteractionContextType> contexts,
      Set<IntegrationType> integrations,
      DefaultMemberPermissions permissions,
      List<Option> options) {
    static Shape of(SlashCommandData command) {
      return new Shape(
          command.getName(),
          command.getNameLocalizations().toMap(),
          command.getDescription(),
          command.getDescriptionLocalizations().toMap(),
          Set.copyOf(command.getContexts()),
          Set.copyOf(command.getIntegrationTypes()),
          command.getDefaultPermissions(),
          command.getOptions().stream().map(Option::of).toList());
    }
  }

  private record Option(
      OptionType type,
      String name,
      Map<DiscordLocale, String> names,
      String description,
      Map<DiscordLocale, String> descriptions,
      boolean required,
      boolean completed,
      Set<ChannelType> channels) {
    static Option of(OptionData option) {
      return new Option(
          option.getType(),
          option.getName(),
          option.getNameLocalizations().toMap(),
          option.getDescription(),
          option.getDescriptionLocalizations().toMap(),
          option.isRequired(),
          option.isAutoComplete(),
          Set.copyOf(option.getChannelTypes()));
    }
  }
}
