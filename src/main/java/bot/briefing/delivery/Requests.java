package bot.briefing.delivery;

import bot.briefing.store.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A table of what the command line asks of the running bot, which writes what became of it. */
enum Requests {
  RESEND("request"),
  WITHDRAWAL("withdrawal");

  private final String table;

  Requests(String table) {
    this.table = table;
  }

  /** Empty: it was not picked up yet. */
  Optional<String> outcome(Database database, String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select outcome from " + table + " where id = :id and outcome is not null")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findFirst());
  }

  void end(Handle handle, String id, Enum<?> outcome) {
    handle
        .createUpdate("update " + table + " set outcome = :outcome where id = :id")
        .bind("outcome", outcome.name())
        .bind("id", id)
        .execute();
  }

  /** Forgets those that were picked up, and asked for before. */
  void forget(Handle handle, long before) {
    handle
        .createUpdate("delete from " + table + " where outcome is not null and asked < :before")
        .bind("before", before)
        .execute();
  }
}
