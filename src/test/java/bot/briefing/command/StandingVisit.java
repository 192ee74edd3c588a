package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;

import bot.briefing.briefing.Briefings;
import bot.briefing.briefing.Written;
import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.PlainText;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Platform;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Somebody in a chat where orders are taken, noon of Thursday, 12 February 2026 in Seoul. */
final class StandingVisit implements AutoCloseable {
  final Archive archive = new Archive();
  final Subscriptions orders;
  final Book ledger = new Book();
  Instant now = Instant.parse("2026-02-12T03:00:00Z");
  Language language = Language.KO;
  Chat chat = new Chat(Platform.TELEGRAM, "1", null);
  Place place = Place.PRIVATE;
  boolean manages = true;
  Set<Permits.Need> missing = EnumSet.noneOf(Permits.Need.class);
  boolean forum;
  int changes;

  /** For what it was asked whether that is allowed. */
  final List<Extras> asked = new ArrayList<>();

  private final Database database;
  private final Newsroom newsroom;

  /** What became of orders, as a test has it. */
  static final class Book implements Ledger {
    final List<Entry> entries = new ArrayList<>();
    final List<Subscription> tested = new ArrayList<>();
    Had had = Had.NOTHING;
    boolean sends = true;
    boolean forgotten;

    @Override
    public List<Entry> recent(Chat chat, int limit) {
      return entries.stream().limit(limit).toList();
    }

    @Override
    public List<Entry> of(Chat chat, LocalDate date) {
      return entries.stream().filter(entry -> entry.date().equals(date)).toList();
    }

    @Override
    public Had had(Subscription subscription) {
      return had;
    }

    @Override
    public boolean test(Subscription subscription, Instant now) {
      tested.add(subscription);
      return sends;
    }

    @Override
    public void forget(Chat chat) {
      forgotten = true;
      entries.clear();
    }
  }

  StandingVisit(Path folder) throws UnusableDatabaseException {
    database = Databases.openSqlite(folder.resolve("briefing.db"));
    orders = new Subscriptions(database);
    newsroom =
        new NewsDesk(
            archive,
            Written::taxonomy,
            new Briefings(Written::taxonomy, 1_000_000),
            Language.KO,
            () -> now,
            new Standing(
                orders,
                ledger,
                DueRule.Settings.standard(Language.KO),
                (_, wished) -> {
                  asked.add(wished);
                  return new Permits(missing, forum);
                },
                () -> changes++));
    archive.add(digest("2026-02-12-news", "ko", article("새 법", "Example News", "regulation")));
  }

  Asker asker() {
    return new Asker(chat, place, language, null, manages);
  }

  Answer type(String line) {
    return newsroom.answer(Commands.typed(line), asker());
  }

  Answer ask(Command command) {
    return newsroom.answer(command, asker());
  }

  Answer press(Answer under, String label) {
    return under.card().rows().stream()
        .flatMap(List::stream)
        .filter(button -> button.label().contains(label))
        .map(Button.Act.class::cast)
        .findFirst()
        .map(button -> press(button.action()))
        .orElseThrow();
  }

  Answer press(Action action) {
    return newsroom.answer(new Command.Press(action), asker());
  }

  Answer press(Step step) {
    return press(new Action.Manage(step));
  }

  Subscription order() {
    return orders.find(chat).orElseThrow();
  }

  List<String> complete(Verb.Argument argument, String typed) {
    return newsroom.complete(argument, typed, asker()).stream()
        .map(choice -> choice.label() + " = " + choice.value())
        .toList();
  }

  static String text(Answer answer) {
    return PlainText.of(answer.card());
  }

  static List<String> buttons(Answer answer) {
    return answer.card().rows().stream().flatMap(List::stream).map(Button::label).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
