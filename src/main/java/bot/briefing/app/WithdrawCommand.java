package bot.briefing.app;

import bot.briefing.content.Library;
import bot.briefing.delivery.Withdrawals;
import bot.briefing.store.Database;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code withdraw}: asks the running bot to withdraw a digest. It is picked up within a second;
 * without a running bot at the next start.
 */
@Command(mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {
  private static final Pattern ENDING = Pattern.compile("\\.(md|markdown)$");

  private final Console console;
  private final SettingsSource source;

  @Parameters(paramLabel = "STEM", descriptionKey = "stem")
  private String typed = "";

  @Option(names = "--undo", descriptionKey = "undo")
  private boolean undo;

  WithdrawCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = source.read();
    InstantSource clock = InstantSource.system();
    String stem = stem();
    try (Database database = State.beside(settings.push())) {
      if (!Withdrawals.isKnown(database, stem) && !isThere(settings, stem, clock)) {
        console.complain("cli.withdraw.none", stem);
        return ExitCode.NOTHING;
      }
      var _ = Withdrawals.ask(database, stem, undo, clock.instant());
    }
    console.say(undo ? "cli.withdraw.undone" : "cli.withdraw.asked", stem);
    return ExitCode.OK;
  }

  /** Whoever types a file means its digest. */
  private String stem() {
    String name = Path.of(typed).getFileName().toString();
    return Normalizer.normalize(ENDING.matcher(name).replaceFirst(""), Normalizer.Form.NFC);
  }

  private static boolean isThere(Settings settings, String stem, InstantSource clock)
      throws Exception {
    try (Desk desk = Desk.once(settings.content(), settings.language(), clock)) {
      Library library = desk.library();
      return library.dates().stream()
          .flatMap(day -> library.on(day).stream())
          .anyMatch(one -> Withdrawals.isCalled(one, stem));
    }
  }
}
