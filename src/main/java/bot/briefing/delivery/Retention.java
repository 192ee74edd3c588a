package bot.briefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what is of no use any more: texts once no message can be sent or edited with them, and
 * deliveries after {@value #DAYS} days, as the README says. For one thread.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private static final int DAYS = 400;
  private static final Duration DELIVERIES = Duration.ofDays(DAYS);

  /** Edits end after seven days. */
  private static final Duration TEXTS = Duration.ofDays(30);

  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration MORE = Duration.ofSeconds(2);

  /** So many at once, that a message's receipt does not wait long for its commit. */
  private static final int AT_ONCE = 500;

  private static final List<String> OF_A_DELIVERY =
      List.of(
          "delete from edit where delivery = :id",
          "delete from correction where delivery = :id",
          "delete from part where delivery = :id",
          "delete from delivery where id = :id");

  private final Commits commits;
  private Instant next;

  Retention(Commits commits, Instant now) {
    this.commits = commits;
    this.next = now.plus(FIRST);
  }

  /** Does a little of it once a day, and all of it little by little. */
  void keep(Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    int deliveries = deliveries(now);
    int texts = texts(now);
    if (deliveries + texts > 0) {
      LOG.info("forgotten: {} deliveries, {} texts", deliveries, texts);
    }
    boolean isWhole = deliveries < AT_ONCE && texts < AT_ONCE;
    if (isWhole) {
      rest(now);
    }
    next = now.plus(isWhole ? BETWEEN : MORE);
  }

  private int deliveries(Instant now) {
    List<String> old =
        commits.read(
            handle ->
                handle
                    .createQuery("select id from delivery where ended < :before limit :most")
                    .bind("before", Millis.of(now.minus(DELIVERIES)))
                    .bind("most", AT_ONCE)
                    .mapTo(String.class)
                    .list());
    if (!old.isEmpty()) {
      commits.write(
          handle -> {
            OF_A_DELIVERY.forEach(sql -> each(handle, sql, old));
            return true;
          });
    }
    return old.size();
  }

  /** A text is shared by chats, and comes again: whoever waits for it is asked once more. */
  private int texts(Instant now) {
    List<String> old =
        commits.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select w.id from words w
                        where w.id not in (select p.words from part p
                            join delivery d on d.id = p.delivery where d.planned >= :before)
                          and w.id not in (select e.words from edit e where e.planned >= :before)
                        limit :most
                        """)
                    .bind("before", Millis.of(now.minus(TEXTS)))
                    .bind("most", AT_ONCE)
                    .mapTo(String.class)
                    .list());
    if (!old.isEmpty()) {
      commits.write(
          handle -> {
            each(
                handle,
                """
                delete from words where id = :id and not exists (select 1 from delivery d
                  join part p on p.delivery = d.id where d.status = 'WAITING' and p.words = :id)
                """,
                old);
            return true;
          });
    }
    return old.size();
  }

  private void rest(Instant now) {
    long texts = Millis.of(now.minus(TEXTS));
    commits.write(
        handle -> {
          handle.createUpdate("delete from draft where planned < :at").bind("at", texts).execute();
          handle
              .createUpdate("delete from hold where not_before < :at")
              .bind("at", Millis.of(now.minus(BETWEEN)))
              .execute();
          for (Requests asked : Requests.values()) {
            asked.forget(handle, texts);
          }
          return true;
        });
  }

  private static void each(Handle handle, String sql, List<String> ids) {
    PreparedBatch batch = handle.prepareBatch(sql);
    ids.forEach(id -> batch.bind("id", id).add());
    batch.execute();
  }
}
