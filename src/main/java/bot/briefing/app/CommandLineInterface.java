package bot.briefing.app;

import static java.util.stream.Collectors.joining;

import bot.briefing.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The list of the program's commands, and what a person reads who mistyped one. */
final class CommandLineInterface {
  private CommandLineInterface() {}

  /**
   * The program's commands, for a line: where it names one, or none, the others are left out, for
   * to describe them all takes a tenth of a second.
   */
  static CommandLine of(Console console, SettingsSource settings, String... line) {
    Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(console, settings));
    commands.put("sandbox", () -> new SandboxCommand(console, settings));
    commands.put("ask", () -> new AskCommand(console, settings));
    commands.put("preview", () -> new PreviewCommand(console, settings));
    commands.put("lint", () -> new LintCommand(console, settings));
    commands.put("deliveries", () -> new DeliveriesCommand(console, settings));
    commands.put("resend", () -> new ResendCommand(console, settings));
    commands.put("withdraw", () -> new WithdrawCommand(console, settings));
    commands.put("push", () -> new PushCommand(console, settings));
    commands.put("backup", () -> new BackupCommand(console, settings));
    commands.put("export", () -> new ExportCommand(console, settings));
    commands.put("import", () -> new ImportCommand(console, settings));
    commands.put("train", () -> new TrainCommand(console, settings));
    if (line.length == 0) {
      commands.clear();
    } else if (commands.containsKey(line[0])) {
      commands.keySet().retainAll(Set.of(line[0]));
    }
    CommandLine program = new CommandLine(new RunCommand(console, settings));
    commands.forEach((name, command) -> program.addSubcommand(name, command.get()));
    ResourceBundle usage =
        ResourceBundle.getBundle("bot.briefing.app.usage", console.language().locale());
    program
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    return program
        .setCommandName("briefing-bot")
        .setResourceBundle(usage)
        .registerConverter(Language.class, CommandLineInterface::language)
        .registerConverter(Instant.class, Instant::parse)
        .registerConverter(LocalDate.class, LocalDate::parse)
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
              String.join(", ", missing.getMissing().stream().map(ArgSpec::paramLabel).toList()));
      case OverwrittenOptionException twice ->
          console.complain("cli.wrong.twice", name(twice.getOverwritten()));
      default -> value(wrong, console);
    }
    console.complain("cli.wrong.help", wrong.getCommandLine().getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private static void value(ParameterException wrong, Console console) {
    ArgSpec argument = wrong.getArgSpec();
    String typed = String.valueOf(wrong.getValue());
    if (argument == null) {
      console.complain("cli.wrong.other", typed);
      return;
    }
    console.complain("cli.wrong.value", name(argument), typed);
    Class<?> type = argument.type();
    if (type == Instant.class) {
      console.complain("cli.wrong.instant");
    } else if (type == LocalDate.class) {
      console.complain("cli.wrong.date");
    } else if (type == Integer.class) {
      console.complain("cli.setting.PORT");
    } else if (type == Language.class) {
      oneOf(Arrays.stream(Language.values()).map(Language::tag), console);
    } else if (type.isEnum()) {
      oneOf(Arrays.stream(type.getEnumConstants()).map(Object::toString), console);
    } else if (!Console.readsAllNames()) {
      console.complain("cli.run.locale");
    }
  }

  private static void oneOf(Stream<String> names, Console console) {
    console.complain(
        "cli.wrong.oneOf", names.map(name -> name.toLowerCase(Locale.ROOT)).collect(joining(", ")));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static void unmatched(UnmatchedArgumentException wrong, Console console) {
    String typed = String.join(" ", wrong.getUnmatched());
    boolean command = wrong.getCommandLine().getParent() == null && !typed.startsWith("-");
    console.complain(
        command ? "cli.wrong.unknownCommand" : "cli.wrong.unknownOption",
        wrong.getUnmatched().getFirst());
    Optional<String> nearest =
        wrong.getSuggestions().stream().filter(name -> !name.equals("train")).findFirst();
    nearest.ifPresent(name -> console.complain("cli.wrong.nearest", name));
    if (command && nearest.isEmpty()) {
      console.complain("cli.wrong.ask", typed);
    }
  }

  private static int fault(Exception fault, Console console) {
    if (fault instanceof WrongSettingException wrong) {
      console.err().println(wrong.say(console.texts()));
      if (wrong.isLostToLocale()) {
        console.complain("cli.run.locale");
      }
      return ExitCode.UNREADABLE;
    }
    if (fault instanceof StoppedException stopped) {
      console.err().println(stopped.say(console.texts()));
      return ExitCode.UNREADABLE;
    }
    LoggerFactory.getLogger(CommandLineInterface.class).error("a fault of ours", fault);
    return ExitCode.OURS;
  }
}
