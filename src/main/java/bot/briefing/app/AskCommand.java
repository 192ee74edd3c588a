package bot.briefing.app;

import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer;
import bot.briefing.command.Command;
import bot.briefing.command.Commands;
import bot.briefing.text.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: the bot's answer in the terminal. */
@CommandLine.Command(mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  /** How to show an answer. */
  enum As {
    TEXT,
    DISCORD,
    TELEGRAM
  }

  private final Console console;
  private final SettingsSource source;

  @Mixin private final ContentOption content = new ContentOption();

  @Parameters(arity = "1..*", paramLabel = "LINE", descriptionKey = "line")
  private List<String> line = List.of();

  @Option(names = "--as", paramLabel = "FORM", descriptionKey = "as")
  private As as = As.TEXT;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "lang")
  private @Nullable Language language;

  @Option(names = "--now", paramLabel = "INSTANT", descriptionKey = "now")
  private @Nullable Instant now;

  AskCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = source.read();
    Language spoken = Optional.ofNullable(language).orElse(console.language());
    InstantSource clock = now == null ? InstantSource.system() : InstantSource.fixed(now);
    try (Desk desk = Desk.once(content.orElse(settings.content()), settings.language(), clock)) {
      Command command = Commands.typed(String.join(" ", line));
      Answer answer = desk.newsroom().answer(command, asker(spoken));
      switch (as) {
        case TEXT ->
            new TerminalCard(console.in(spoken), desk.newsroom()::spell).print(answer.card());
        case DISCORD -> Requests.print(console, Requests.discord(answer));
        case TELEGRAM -> Requests.print(console, Requests.telegram(answer, asker(spoken)));
      }
      desk.complain(console.in(spoken));
      return ExitCode.of(answer.outcome());
    }
  }

  static Asker asker(Language language) {
    return new Asker(new Chat(Platform.TERMINAL, "1", null), Asker.Place.PRIVATE, language, null);
  }
}
