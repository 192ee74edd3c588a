package bot.briefing.app;

import bot.briefing.delivery.Moving;
import bot.briefing.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import}: takes in what {@code export} wrote; an SQLite file while no bot runs over it. */
@Command(mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  ImportCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    List<String> lines = lines();
    Moving.Taken taken;
    try (Database database = State.open(source.read().push())) {
      taken = Moving.in(database, lines, InstantSource.system().instant());
    }
    if (!taken.faults().isEmpty()) {
      for (Moving.Fault fault : taken.faults()) {
        console.complain(
            "cli.import.line", file.toString(), Integer.toString(fault.line()), fault.reason());
      }
      console.complain("cli.import.nothing");
      return ExitCode.UNREADABLE;
    }
    console.say("cli.import.done", taken.orders(), taken.there());
    return ExitCode.OK;
  }

  private List<String> lines() throws StoppedException {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new StoppedException("cli.import.failed", file.toString(), String.valueOf(e));
    }
  }
}
