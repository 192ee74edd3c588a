package bot.briefing.app;

import bot.briefing.store.Database;
import bot.briefing.store.UnusableDatabaseException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}: a copy of the database as it is at one instant, also while the bot runs. */
@Command(mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  BackupCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    PushSettings push = source.read().push();
    if (push.databaseUrl() != null) {
      throw new StoppedException("cli.backup.postgresql");
    }
    try (Database database = State.beside(push)) {
      database.backup(file);
    } catch (UnusableDatabaseException unusable) {
      throw new StoppedException(
          "cli.backup.failed", file.toString(), String.valueOf(unusable.getMessage()));
    }
    console.say("cli.backup.done", file.toString());
    return ExitCode.OK;
  }
}
