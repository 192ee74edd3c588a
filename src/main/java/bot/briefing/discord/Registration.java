package bot.briefing.discord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
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
   * @return when nothing is left to try; never exceptional
   */
  static CompletableFuture<Void> check(JDA jda, Mishaps mishaps) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    jda.retrieveCommands(true)
        .queue(
            there -> {
              if (isSame(there)) {
                done.complete(null);
              } else {
                register(jda, mishaps, done);
              }
            },
            failure -> {
              mishaps.failed("commands", "reading the commands", failure);
              done.complete(null);
            });
    return done;
  }

  private static void register(JDA jda, Mishaps mishaps, CompletableFuture<Void> done) {
    jda.updateCommands()
        .addCommands(DiscordCommands.all())
        .queue(
            now -> {
              LOG.info("Discord: {} commands registered", now.size());
              done.complete(null);
            },
            failure -> {
              mishaps.failed("commands", "registering the commands", failure);
              done.complete(null);
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
      List<Option> options) {
    static Shape of(SlashCommandData command) {
      return new Shape(
          command.getName(),
          command.getNameLocalizations().toMap(),
          command.getDescription(),
          command.getDescriptionLocalizations().toMap(),
          Set.copyOf(command.getContexts()),
          Set.copyOf(command.getIntegrationTypes()),
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
      boolean completed) {
    static Option of(OptionData option) {
      return new Option(
          option.getType(),
          option.getName(),
          option.getNameLocalizations().toMap(),
          option.getDescription(),
          option.getDescriptionLocalizations().toMap(),
          option.isRequired(),
          option.isAutoComplete());
    }
  }
}
