package bot.briefing.app;

import bot.briefing.chat.Chat;
import bot.briefing.content.Withheld;
import bot.briefing.delivery.Register;
import bot.briefing.delivery.Resends;
import bot.briefing.delivery.Withdrawn;
import bot.briefing.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code resend}: asks the running bot to send a day's digest to a chat once more. It is picked up
 * within a second; without a running bot at the next start.
 */
@Command(mixinStandardHelpOptions = true)
final class ResendCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Option(names = "--chat", required = true, paramLabel = "CHAT", descriptionKey = "chat")
  private String chat = "";

  @Option(names = "--date", required = true, paramLabel = "DATE", descriptionKey = "date")
  private @Nullable LocalDate date;

  ResendCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    LocalDate day = date;
    if (day == null) {
      return ExitCode.USAGE;
    }
    Settings settings = source.read();
    try (Database database = State.beside(settings.push())) {
      List<Chat> chats = Register.ordering(database, chat);
      if (chats.isEmpty()) {
        console.complain("cli.resend.none", chat);
        return ExitCode.NOTHING;
      }
      if (isWithdrawn(database, day, settings)) {
        console.complain("cli.resend.withdrawn", day.toString());
        return ExitCode.NOTHING;
      }
      for (Chat one : chats) {
        var _ = Resends.ask(database, one, day, InstantSource.system().instant());
      }
      console.say("cli.resend.asked", day.toString(), chat);
      return ExitCode.OK;
    }
  }

  /** Whether there is nothing else of a day. Content is looked at only where something is. */
  private static boolean isWithdrawn(Database database, LocalDate day, Settings settings)
      throws Exception {
    Set<String> withdrawn = Withdrawn.digests(database);
    if (withdrawn.isEmpty()) {
      return false;
    }
    try (Desk desk = Desk.once(settings.content(), settings.language(), InstantSource.system())) {
      Withheld library = desk.library();
      return library.withhold(withdrawn)
          && library.on(day).isEmpty()
          && !library.all().on(day).isEmpty();
    }
  }
}
