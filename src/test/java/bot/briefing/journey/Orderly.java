package bot.briefing.journey;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Permits;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Standing;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The real newsroom taking orders into a real database; nothing is ever delivered. */
final class Orderly implements AutoCloseable {
  private final Database database;
  private final Subscriptions orders;
  final Newsroom newsroom;

  /** What the bot may do in a chat; everything, until a test asks the platform. */
  volatile Function<Chat, Permits> permits = _ -> new Permits(Set.of());

  Orderly(Path folder) throws UnusableDatabaseException {
    database = Databases.openSqlite(folder.resolve("briefing.db"));
    orders = new Subscriptions(database);
    newsroom =
        new NewsDesk(
            Newsrooms.library(Newsrooms.CONTENT),
            () -> Newsrooms.TAXONOMY,
            Newsrooms.briefings(),
            Language.KO,
            () -> Newsrooms.NOW,
            new Standing(
                orders,
                new Nothing(),
                DueRule.Settings.standard(Language.KO),
                (chat, _) -> permits.apply(chat),
                () -> {}));
  }

  Optional<Subscription> find(Chat chat) {
    return orders.find(chat);
  }

  List<Subscription> all(Chat chat) {
    return orders.all(chat);
  }

  @Override
  public void close() {
    database.close();
  }

  /** A ledger without an entry. */
  private record Nothing() implements Ledger {
    @Override
    public List<Entry> recent(Chat chat, int limit) {
      return List.of();
    }

    @Override
    public List<Entry> of(Chat chat, LocalDate date) {
      return List.of();
    }

    @Override
    public Had had(Subscription subscription) {
      return Had.NOTHING;
    }

    @Override
    public boolean test(Subscription subscription, Instant now) {
      return true;
    }

    @Override
    public void forget(Chat chat) {}
  }
}
