package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.subscription.Reason;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of sending: whose turn it is, what is in flight, what is held. */
final class Outbox {
  private static final String TURNS =
      """
      select d.id, d.subscription, d.kind, d.chat, d.thread, d.silent, d.planned,
             d.slot, d.published, d.room, p.task, p.step, p.number, p.words, p.as_plain, p.doubt, p.attempts, p.first_attempt,
             (select max(m.step) from part m where m.delivery = d.id) as last_step,
             (select s.state from subscription s where s.id = d.subscription) as state
      from delivery d join part p on p.delivery = d.id
      where d.platform = :platform and d.status = 'WAITING' and d.deadline >= :now
        and p.state = 'WAITING' and p.not_before <= :now
        and p.step = (select min(q.step) from part q
                        where q.delivery = d.id and q.state in ('WAITING', 'FLYING'))
        and not exists (select 1 from hold h
                        where h.platform = d.platform and h.chat = d.chat and h.not_before > :now)
      """;

  /** Also the order in which they were written: neighbours share pages of the file. */
  private static final String IN_ORDER =
      " order by d.slot, d.planned, d.subscription, d.published limit :limit";

  private static final String AFTER =
      " and (d.slot, d.planned, d.subscription, d.published)"
          + " > (:slot, :planned, :subscription, :published)";

  private final Platform platform;

  Outbox(Platform platform) {
    this.platform = platform;
  }

  Platform platform() {
    return platform;
  }

  /**
   * The next part of each delivery that nothing holds, in order.
   *
   * @param after those behind that place; absent: from the first one
   */
  Turns turns(Handle handle, Instant now, @Nullable Place after, int limit) {
    var query =
        handle
            .createQuery(TURNS + (after == null ? "" : AFTER) + IN_ORDER)
            .bind("platform", platform.name())
            .bind("now", Millis.of(now))
            .bind("limit", limit);
    if (after != null) {
      query
          .bind("slot", after.slot)
          .bind("planned", after.planned)
          .bind("subscription", after.subscription)
          .bind("published", after.published);
    }
    Place[] last = {after};
    List<Turn> turns =
        query
            .map(
                (row, _) -> {
                  last[0] = place(row);
                  return turn(row);
                })
            .list();
    return new Turns(turns, last[0]);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("slot"),
        row.getLong("planned"),
        row.getString("subscription"),
        row.getLong("published"));
  }

  /** The next part for one chat, if nothing holds it. */
  Optional<Turn> turn(Handle handle, Instant now, String chat) {
    return handle
        .createQuery(TURNS + " and d.chat = :chat" + IN_ORDER)
        .bind("platform", platform.name())
        .bind("now", Millis.of(now))
        .bind("chat", chat)
        .bind("limit", 1)
        .map((row, _) -> turn(row))
        .findFirst();
  }

  private Turn turn(ResultSet row) throws SQLException {
    String thread = row.getString("thread");
    long first = row.getLong("first_attempt");
    Instant firstAttempt = row.wasNull() ? null : Millis.at(first);
    int step = row.getInt("step");
    return new Turn(
        row.getString("id"),
        row.getString("subscription"),
        Turn.Kind.valueOf(row.getString("kind")),
        new Chat(platform, row.getString("chat"), thread.isEmpty() ? null : thread),
        row.getInt("silent") != 0,
        Millis.at(row.getLong("planned")),
        row.getInt("number"),
        Task.valueOf(row.getString("task")),
        step,
        row.getString("room"),
        row.getString("words"),
        row.getInt("as_plain") != 0,
        row.getInt("doubt") != 0,
        row.getInt("attempts"),
        firstAttempt,
        step == row.getInt("last_step"),
        "SUSPENDED".equals(row.getString("state")));
  }

  Part words(Handle handle, String id) {
    return handle
        .createQuery("select body, plain from words where id = :id")
        .bind("id", id)
        .map((row, _) -> new Part(row.getString("body"), row.getString("plain")))
        .one();
  }

  /**
   * Says durably that these are about to be sent.
   *
   * @return those for which that is true: the others have ended meanwhile
   */
  List<Turn> launch(Handle handle, List<Turn> turns, long epoch, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update part set state = 'FLYING', attempts = attempts + 1, epoch = :epoch,
              first_attempt = case when doubt = 1 then first_attempt else :now end
            where delivery = :delivery and number = :number and state = 'WAITING'
              and words = :words
              and exists (select 1 from ownership where platform = :platform and epoch = :epoch)
            """);
    for (Turn turn : turns) {
      batch
          .bind("epoch", epoch)
          .bind("now", Millis.of(now))
          .bind("platform", platform.name())
          .bind("delivery", turn.delivery())
          .bind("number", turn.number())
          .bind("words", turn.words())
          .add();
    }
    int[] changed = batch.execute();
    List<Turn> launched = new ArrayList<>();
    for (int index = 0; index < changed.length; index++) {
      if (changed[index] == 1) {
        launched.add(turns.get(index));
      }
    }
    return launched;
  }

  /** Takes back what was never sent. */
  void land(Handle handle, Turn turn, long epoch) {
    handle
        .createUpdate(
            """
            update part set state = 'WAITING', attempts = attempts - 1
            where delivery = :delivery and number = :number and state = 'FLYING'
              and epoch = :epoch
            """)
        .bind("epoch", epoch)
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /**
   * Takes back what is in flight in the database alone: its commit was taken for failed.
   *
   * @param known the deliveries that are in flight indeed
   */
  int landStrays(Handle handle, long epoch, Set<String> known) {
    List<String> flying =
        handle
            .createQuery(
                """
                select p.delivery from part p join delivery d on d.id = p.delivery
                where p.state = 'FLYING' and p.epoch = :epoch and d.platform = :platform
                """)
            .bind("epoch", epoch)
            .bind("platform", platform.name())
            .mapTo(String.class)
            .list();
    List<String> strays = flying.stream().filter(one -> !known.contains(one)).toList();
    for (String stray : strays) {
      handle
          .createUpdate(
              """
              update part set state = 'WAITING', attempts = attempts - 1
              where delivery = :delivery and state = 'FLYING' and epoch = :epoch
              """)
          .bind("delivery", stray)
          .bind("epoch", epoch)
          .execute();
    }
    return strays.size();
  }

  /**
   * What earlier epochs left in flight may have arrived.
   *
   * @return how many
   */
  int doubt(Handle handle, long epoch) {
    return handle
        .createUpdate(
            """
            update part set state = 'WAITING', doubt = 1
            where state = 'FLYING' and epoch < :epoch
              and delivery in (select id from delivery where platform = :platform)
            """)
        .bind("epoch", epoch)
        .bind("platform", platform.name())
        .execute();
  }

  /** Gives up what has waited too long. */
  @CanIgnoreReturnValue
  int giveUp(Handle handle, Instant now, @Nullable Reason wide) {
    int missed =
        handle
            .createUpdate(
                """
                update delivery set ended = :now,
                  status = case when %s then 'SENT' else 'MISSED' end,
                  reason = case when %s then reason
                    else coalesce(held, cast(:wide as varchar(24)), 'TOO_OLD') end
                where platform = :platform and status = 'WAITING' and deadline < :now
                  and not exists (select 1 from part p
                                  where p.delivery = delivery.id and p.state = 'FLYING')
                """
                    .formatted(Deliveries.ARRIVED, Deliveries.ARRIVED))
            .bind("now", Millis.of(now))
            .bind("wide", wide == null ? null : wide.name())
            .bind("platform", platform.name())
            .execute();
    if (missed > 0) {
      handle
          .createUpdate(
              """
              update part set state = 'DROPPED' where state = 'WAITING' and delivery in
                (select id from delivery where platform = :platform and status <> 'WAITING')
              """)
          .bind("platform", platform.name())
          .execute();
    }
    return missed;
  }

  /**
   * @param chat empty: the whole bot
   */
  void hold(Handle handle, String chat, Instant until, Reason reason) {
    handle
        .createUpdate(
            """
            insert into hold (platform, chat, not_before, reason)
            values (:platform, :chat, :until, :reason)
            on conflict (platform, chat) do update
              set not_before = excluded.not_before, reason = excluded.reason
            """)
        .bind("platform", platform.name())
        .bind("chat", chat)
        .bind("until", Millis.of(until))
        .bind("reason", reason.name())
        .execute();
  }

  /** What holds the whole bot; absent: nothing. */
  Optional<Hold> wide(Handle handle) {
    return handle
        .createQuery("select not_before, reason from hold where platform = :platform and chat = ''")
        .bind("platform", platform.name())
        .map(
            (row, _) ->
                new Hold(
                    Millis.at(row.getLong("not_before")), Reason.valueOf(row.getString("reason"))))
        .findFirst();
  }

  /** When the next hold of a chat ends that something waits for. */
  Optional<Instant> nextRelease(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select min(h.not_before) as release from hold h
            where h.platform = :platform and h.chat <> '' and h.not_before > :now
              and exists (select 1 from delivery d where d.platform = h.platform
                          and d.chat = h.chat and d.status = 'WAITING')
            """)
        .bind("platform", platform.name())
        .bind("now", Millis.of(now))
        .map((row, _) -> Optional.ofNullable(row.getObject("release")))
        .one()
        .map(release -> Millis.at(((Number) Objects.requireNonNull(release)).longValue()));
  }

  /** Where a delivery stands in the order. */
  record Place(long slot, long planned, String subscription, long published) {}

  /**
   * Some of those that wait.
   *
   * @param last the place of the last one; absent: there is none
   */
  record Turns(List<Turn> turns, @Nullable Place last) {}

  /** Why, and until when. */
  record Hold(Instant until, Reason reason) {}
}
