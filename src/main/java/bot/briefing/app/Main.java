package bot.briefing.app;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code: see {@link ExitCode}. */
  public static void main(String[] args) {
    SettingsSource settings = SettingsSource.ofProcess();
    Console console = Console.ofProcess(settings.language());
    System.exit(CommandLineInterface.of(console, settings).execute(Console.arguments(args)));
  }
}
