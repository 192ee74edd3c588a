package bot.briefing.app;

import org.slf4j.LoggerFactory;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code: see {@link ExitCode}. */
  public static void main(String[] args) {
    String[] arguments = Console.arguments(args);
    Handover.toLauncher(arguments);
    // Before any thread: SLF4J that is first used by two at once prints a notice with an address.
    var _ = LoggerFactory.getILoggerFactory();
    SettingsSource settings = SettingsSource.ofProcess();
    Console console = Console.ofProcess(settings.language());
    int code;
    try {
      code = CommandLineInterface.of(console, settings, arguments).execute(arguments);
    } catch (Error fault) {
      LoggerFactory.getLogger(Main.class).error("a fault of ours", fault);
      code = ExitCode.OURS;
    }
    System.exit(code);
  }
}
