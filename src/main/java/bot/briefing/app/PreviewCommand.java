package bot.briefing.app;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Card;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Newsroom;
import bot.briefing.content.Digest;
import bot.briefing.content.DigestJson;
import bot.briefing.content.Finding;
import bot.briefing.content.Library;
import bot.briefing.content.Lint;
import bot.briefing.content.UnreadableDigestException;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code preview}: how a file is read and would be shown, its overview first and then each article.
 */
@Command(mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  private static final long BYTES_OF_CARDS = 8L << 20;

  /** How to show a file. */
  enum As {
    TEXT,
    JSON,
    DISCORD,
    TELEGRAM
  }

  private final Console console;
  private final SettingsSource source;

  @Mixin private final ContentOption content = new ContentOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--as", paramLabel = "FORM", descriptionKey = "as")
  private As as = As.TEXT;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "lang")
  private @Nullable Language language;

  PreviewCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = source.read();
    Taxonomy taxonomy = Desk.taxonomy(content.orElse(settings.content()));
    Digest digest = read(taxonomy);
    Language spoken =
        Optional.ofNullable(language)
            .or(() -> Language.of(digest.language()))
            .orElse(settings.language());
    List<Card> cards = cards(digest, new Briefings(() -> taxonomy, BYTES_OF_CARDS), spoken);
    switch (as) {
      case JSON -> console.out().println(DigestJson.write(digest));
      case TEXT -> text(cards, digest, taxonomy, spoken);
      case DISCORD -> requests(cards, Requests::discord);
      case TELEGRAM -> requests(cards, card -> Requests.telegram(card, AskCommand.asker(spoken)));
    }
    return ExitCode.OK;
  }

  private Digest read(Taxonomy taxonomy) throws StoppedException {
    byte[] bytes = TextFile.read(file);
    try {
      Path name = Optional.ofNullable(file.getFileName()).orElse(file);
      return Desk.reader(taxonomy).read(name.toString(), bytes);
    } catch (UnreadableDigestException unreadable) {
      Finding why = new Lint(Desk.ZONE).check(file.toString(), bytes).getFirst();
      throw new StoppedException("cli.file.broken", why);
    }
  }

  private static List<Card> cards(Digest digest, Briefings briefings, Language language) {
    List<Card> cards = new ArrayList<>();
    int page = 0;
    Card overview;
    do {
      overview = briefings.overview(digest, page++, language);
      cards.add(overview);
    } while (overview.pager() != null && page < overview.pager().pages().size());
    digest
        .articles()
        .forEach(
            article -> briefings.article(digest, article.id(), language).ifPresent(cards::add));
    return cards;
  }

  private void text(List<Card> cards, Digest digest, Taxonomy taxonomy, Language spoken) {
    Library library = Library.of(List.of(digest));
    Newsroom newsroom =
        new NewsDesk(
            library,
            () -> taxonomy,
            new Briefings(() -> taxonomy, BYTES_OF_CARDS),
            spoken,
            InstantSource.fixed(digest.published()));
    TerminalCard terminal = new TerminalCard(console.in(spoken), newsroom::spell);
    String rule = "";
    for (Card card : cards) {
      console.out().print(rule);
      terminal.print(card);
      rule = "\n" + "─".repeat(72) + "\n\n";
    }
  }

  private void requests(List<Card> cards, Function<Card, List<ObjectNode>> drawn)
      throws IOException {
    Requests.print(console, cards.stream().map(drawn).flatMap(List::stream).toList());
  }
}
