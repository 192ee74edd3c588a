package bot.briefing.discord;

import bot.briefing.command.Verb;
import bot.briefing.command.Verb.Argument;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** The options of a command as the one line that the newsroom takes. */
final class Options {
  private Options() {}

  static String argument(Verb verb, SlashCommandInteractionEvent event) {
    List<Argument> arguments = verb.arguments();
    return arguments.size() == 1
        ? value(event, arguments.getFirst())
        : arguments.stream()
            .filter(argument -> !value(event, argument).isEmpty())
            .map(argument -> worded(argument, value(event, argument)))
            .collect(Collectors.joining(" "));
  }

  private static String value(SlashCommandInteractionEvent event, Argument argument) {
    return event.getOption(argument.word(), "", OptionMapping::getAsString).strip();
  }

  /** Whoever types the whole line types it into the first option. */
  private static String worded(Argument argument, String value) {
    return argument == Argument.TIMES
        ? value
        : argument.word() + ":\"" + value.replace("\"", " ") + "\"";
  }
}
