package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the command line reads and asks for beside a running bot. */
public final class Register {
  private Register() {}

  /**
   * Deliveries, the newest first; tests and notices are not among them.
   *
   * @param chat the platform's own id; empty: all chats
   * @param date a digest's; empty: all days
   */
  public static List<Ledger.Entry> deliveries(
      Database database, Optional<String> chat, Optional<LocalDate> date, Instant now) {
    return database.jdbi().withHandle(handle -> LedgerTable.all(handle, chat, date, now));
  }

  /** The chats of this id that have an order: one for each thread. */
  public static List<Chat> ordering(Database database, String chat) {
    return database.jdbi().withHandle(handle -> Orders.chats(handle, chat));
  }
}
