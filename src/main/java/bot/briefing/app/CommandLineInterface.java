package bot.briefing.app;

import bot.briefing.text.Language;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The list of the program's commands, and what a person reads who mistyped one. */
final class CommandLineInterface {
  private CommandLineInterface() {}

  static CommandLine of(Console console, SettingsSource settings) {
    CommandLine program =
        new CommandLine(new RunCommand(console, settings))
            .addSubcommand("run", new RunCommand(console, settings))
            .addSubcommand("sandbox", new SandboxCommand(console, settings))
            .addSubcommand("ask", new AskCommand(console, settings))
            .addSubcommand("preview", new PreviewCommand(console, settings))
            .addSubcommand("lint", new LintCommand(console, settings))
            .addSubcommand("train", new TrainCommand(console, settings));
    ResourceBundle usage =
        ResourceBundle.getBundle("bot.briefing.app.usage", console.language().locale());
    return program
        .setCommandName("briefing-bot")
        .setResourceBundle(usage)
        .registerConverter(Language.class, CommandLineInterface::language)
        .registerConverter(Instant.class, Instant::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.styled() ? Ansi.ON : Ansi.OFF))
        .setOut(console.writer(console.out()))
        .setErr(console.writer(console.err()))
        .setParameterExceptionHandler((wrong, args) -> wrongUsage(wrong, console))
        .setExecutionExceptionHandler((fault, command, parsed) -> fault(fault, console));
  }

  private static Language language(String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(tag.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(tag));
  }

  private static int wrongUsage(ParameterException wrong, Console console) {
    switch (wrong) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, console);
      case MissingParameterException missing ->
          console.complain(
              "cli.wrong.missing",
              String.join(
                  ", ",
                  missing.getMissing().stream()
                      .map(CommandLine.Model.ArgSpec::paramLabel)
                      .toList()));
      default -> {
        if (wrong.getArgSpec() == null) {
          console.complain("cli.wrong.other", String.valueOf(wrong.getValue()));
        } else {
          console.complain(
              "cli.wrong.value", name(wrong.getArgSpec()), String.valueOf(wrong.getValue()));
        }
      }
    }
    console.complain("cli.wrong.help", wrong.getCommandLine().getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private static String name(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  private static void unmatched(UnmatchedArgumentException wrong, Console console) {
    String typed = String.join(" ", wrong.getUnmatched());
    boolean command = wrong.getCommandLine().getParent() == null && !typed.startsWith("-");
    console.complain(command ? "cli.wrong.unknownCommand" : "cli.wrong.unknownOption", typed);
    wrong.getSuggestions().stream()
        .filter(name -> !name.equals("train"))
        .findFirst()
        .ifPresent(nearest -> console.complain("cli.wrong.nearest", nearest));
  }

  private static int fault(Exception fault, Console console) {
    if (fault instanceof WrongSettingException wrong) {
      console.err().println(wrong.say(console.texts()));
      return ExitCode.UNREADABLE;
    }
    if (fault instanceof StoppedException stopped) {
      console.complain(stopped.key(), stopped.arguments());
      return ExitCode.UNREADABLE;
    }
    LoggerFactory.getLogger(CommandLineInterface.class).error("a fault of ours", fault);
    return ExitCode.OURS;
  }
}
