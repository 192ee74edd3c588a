package bot.briefing.app;

import bot.briefing.delivery.Moving;
import bot.briefing.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code export}: all subscriptions, and what each has had, as lines of JSON. */
@Command(mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
  private @Nullable Path file;

  ExportCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    List<String> lines = new ArrayList<>();
    try (Database database = State.beside(source.read().push())) {
      var _ = Moving.out(database, InstantSource.system().instant(), lines::add);
    }
    if (file == null) {
      lines.forEach(console.out()::println);
    } else {
      write(file, lines);
      console.say("cli.export.done", lines.size(), file.toString());
    }
    return ExitCode.OK;
  }

  private static void write(Path file, List<String> lines) throws StoppedException {
    try (BufferedWriter writer =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
    } catch (IOException e) {
      throw new StoppedException("cli.export.failed", file.toString(), String.valueOf(e));
    }
  }
}
