package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** The SQL of editing: whose turn it is, what is in flight, what came of it. */
final class EditTable {
  /** What could not be edited for so long stays as it is. */
  static final Duration LIFE = Duration.ofDays(7);

  /** Where a message went: the first of a thread's stands outside of it, and so does its pin. */
  private static final String WHERE =
      """
      case when p.number >= 0 and (p.step > 0 or p.task = 'POST' or (d.room is not null and exists
        (select 1 from part t where t.delivery = d.id and t.number = %d and t.task = 'TOPIC')))
      then coalesce(d.room, d.thread) else d.thread end
      """
          .formatted(Trimmings.THREAD);

  private final Platform platform;

  EditTable(Platform platform) {
    this.platform = platform;
  }

  /** The next edits that nothing holds: the first messages of all before the second ones. */
  List<Edit> next(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            """
            select e.delivery, e.number, e.words, e.attempts, e.doubt, d.subscription, d.chat,
              %s as thread, p.message
            from edit e
            join part p on p.delivery = e.delivery and p.number = e.number
            join delivery d on d.id = e.delivery
            where e.platform = :platform and e.state = 'WAITING' and e.not_before <= :now
              and p.state = 'SENT' and p.message is not null
              and not exists (select 1 from hold h where h.platform = d.platform
                              and h.chat = d.chat and h.not_before > :now)
              and not exists (select 1 from subscription s where s.id = d.subscription
                              and s.state = 'SUSPENDED')
            order by e.planned, e.number, e.delivery limit :limit
            """
                .formatted(WHERE))
        .bind("platform", platform.name())
        .bind("now", Millis.of(now))
        .bind("limit", limit)
        .map((row, _) -> edit(row))
        .list();
  }

  private Edit edit(ResultSet row) throws SQLException {
    String thread = row.getString("thread");
    return new Edit(
        row.getString("delivery"),
        row.getInt("number"),
        row.getString("subscription"),
        new Chat(platform, row.getString("chat"), thread.isEmpty() ? null : thread),
        new MessageId(row.getString("message")),
        row.getString("words"),
        row.getInt("attempts"),
        row.getInt("doubt") == 1);
  }

  /**
   * Says durably that these are about to be tried.
   *
   * @return those for which that is true: the others have changed meanwhile
   */
  List<Edit> launch(Handle handle, List<Edit> edits, long epoch) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update edit set state = 'FLYING', attempts = attempts + 1, epoch = :epoch
            where delivery = :delivery and number = :number and state = 'WAITING'
              and words = :words
              and exists (select 1 from ownership where platform = :platform and epoch = :epoch)
            """);
    for (Edit edit : edits) {
      batch
          .bind("epoch", epoch)
          .bind("delivery", edit.delivery())
          .bind("number", edit.number())
          .bind("words", edit.words())
          .bind("platform", platform.name())
          .add();
    }
    int[] changed = batch.execute();
    List<Edit> launched = new ArrayList<>();
    for (int index = 0; index < changed.length; index++) {
      if (changed[index] == 1) {
        launched.add(edits.get(index));
      }
    }
    return launched;
  }

  /** What earlier epochs left in flight is looked for, and tried again where it is not there. */
  void begin(Handle handle, long epoch) {
    handle
        .createUpdate(
            """
            update edit set state = 'WAITING', doubt = 1
            where platform = :platform and state = 'FLYING' and epoch < :epoch
            """)
        .bind("platform", platform.name())
        .bind("epoch", epoch)
        .execute();
  }

  /** What flies in the database alone is tried again; what has waited too long is given up. */
  void sweep(Handle handle, long epoch, Set<Edit> flying, Instant now) {
    List<Edit> known =
        handle
            .createQuery(
                """
                select e.delivery, e.number, e.words, e.attempts, e.doubt, d.subscription, d.chat,
                  %s as thread, coalesce(p.message, '') as message
                from edit e
                join part p on p.delivery = e.delivery and p.number = e.number
                join delivery d on d.id = e.delivery
                where e.platform = :platform and e.state = 'FLYING' and e.epoch = :epoch
                """
                    .formatted(WHERE))
            .bind("platform", platform.name())
            .bind("epoch", epoch)
            .map((row, _) -> edit(row))
            .list();
    known.stream()
        .filter(one -> flying.stream().noneMatch(other -> other.key().equals(one.key())))
        .forEach(one -> again(handle, one, true, now, "the database failed"));
    handle
        .createUpdate(
            """
            update edit set state = 'CANNOT', ended = :now, error = 'too old'
            where platform = :platform and state = 'WAITING' and planned < :since
            """)
        .bind("now", Millis.of(now))
        .bind("platform", platform.name())
        .bind("since", Millis.of(now.minus(LIFE)))
        .execute();
  }

  /** The message says this now; it may be that it is to say something else by now. */
  static void done(Handle handle, Edit edit, Instant now) {
    one(
            handle,
            edit,
            edit.isPin()
                ? "update part set message = null where delivery = :delivery and number = :number"
                : "update part set words = :words where delivery = :delivery and number = :number")
        .execute();
    one(
            handle,
            edit,
            """
            update edit set error = null, ended = :now, epoch = null, doubt = 0,
              state = case when words = :words then 'DONE' else 'WAITING' end
            where delivery = :delivery and number = :number
            """)
        .bind("now", Millis.of(now))
        .execute();
  }

  static void again(Handle handle, Edit edit, boolean doubt, Instant notBefore, String error) {
    one(
            handle,
            edit,
            """
            update edit set state = 'WAITING', doubt = :doubt, not_before = :until, error = :error
            where delivery = :delivery and number = :number
            """)
        .bind("doubt", doubt ? 1 : 0)
        .bind("until", Millis.of(notBefore))
        .bind("error", error)
        .execute();
  }

  /** The message stays as it is. */
  static void cannot(Handle handle, Edit edit, String error, Instant now) {
    one(
            handle,
            edit,
            """
            update edit set state = 'CANNOT', ended = :now, error = :error
            where delivery = :delivery and number = :number
            """)
        .bind("now", Millis.of(now))
        .bind("error", error)
        .execute();
  }

  /** No message of a chat is edited before. */
  void hold(Handle handle, Chat chat, Instant until) {
    handle
        .createUpdate(
            """
            update edit set not_before = :until
            where platform = :platform and state = 'WAITING' and not_before < :until
              and delivery in (select id from delivery
                               where platform = :platform and chat = :chat)
            """)
        .bind("until", Millis.of(until))
        .bind("platform", platform.name())
        .bind("chat", chat.id())
        .execute();
  }

  private static Update one(Handle handle, Edit edit, String sql) {
    Update update =
        handle.createUpdate(sql).bind("delivery", edit.delivery()).bind("number", edit.number());
    return sql.contains(":words") ? update.bind("words", edit.words()) : update;
  }
}
