package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.content.Library;
import bot.briefing.store.Database;
import bot.briefing.subscription.Decision;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the command line reads and asks for beside a running bot. */
public final class Register {
  private static final int PAGE = 1000;
  private static final Set<Platform> ALL = EnumSet.allOf(Platform.class);

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

  /**
   * What the due rule says of an order at this instant.
   *
   * @param empty whether the digest that is due would not be sent: nothing in it is of the chat's
   *     topics
   */
  public record Due(Subscription order, Decision decision, boolean empty) {}

  /** What would be sent now, and what waits: reads alone, of every order. */
  public static List<Due> due(
      Database database, Library library, Rule rule, Briefer briefer, Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Names names = Names.of(library, handle, now);
              List<Offer> offers = names.offers();
              List<Due> due = new ArrayList<>();
              String after = "";
              List<Orders.Row> rows;
              do {
                rows = Orders.page(handle, ALL, now, true, after, PAGE);
                for (Orders.Row row : rows) {
                  Subscription one = row.subscription();
                  Decision decision = rule.decide(one, offers, Past.of(handle, one.id()), now);
                  boolean empty =
                      decision instanceof Decision.Send send
                          && briefer
                              .cards(names.inLibrary(send.offer()), send.language(), one, now)
                              .isEmpty();
                  due.add(new Due(one, decision, empty));
                  after = one.id();
                }
              } while (rows.size() == PAGE);
              return due;
            });
  }

  /** The chats of this id that have an order: one for each thread. */
  public static List<Chat> ordering(Database database, String chat) {
    return database.jdbi().withHandle(handle -> Orders.chats(handle, chat));
  }
}
