package bot.briefing.delivery;

import bot.briefing.chat.Part;
import bot.briefing.subscription.Reason;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * Plans what becomes of all deliveries of a draft, in the caller's transaction and by sets: a few
 * statements for ten thousand messages.
 */
final class Mending {
  private static final String OURS =
      "select d.id from delivery d where d.draft = :draft and d.planned >= :since";

  /** Of which nothing has been sent, or may have been. */
  private static final String FRESH =
      OURS
          + """
           and d.status = 'WAITING' and not exists (select 1 from part q
             where q.delivery = d.id and (q.state <> 'WAITING' or q.doubt = 1))
          """;

  private static final String COUNT =
      " and (select count(*) from part c where c.delivery = d.id and c.number >= 0) = ";

  private final Handle handle;
  private final Draft draft;
  private final String id;
  private final Instant since;
  private final Instant now;

  /**
   * @param since deliveries that were planned before are left as they are
   */
  Mending(Handle handle, Draft draft, Instant since, Instant now) {
    this.handle = handle;
    this.draft = draft;
    this.id = draft.id();
    this.since = since;
    this.now = now;
  }

  /**
   * What was sent is to say this; what was not sent yet is sent as this.
   *
   * @return whether a message that was to come is not to come any more
   */
  boolean correct(Fit fit, Content content) {
    int fewer = 0;
    if (fit.isEmpty()) {
      stop(FRESH, Reason.NO_TOPIC_MATCHED);
    } else {
      fewer += refresh(Shipment.words(handle, fit.parts()));
    }
    fewer +=
        run(
            "delete from part where number >= :size and state = 'WAITING' and doubt = 0"
                + " and delivery in ("
                + OURS
                + ")",
            "size",
            fit.parts().size());
    for (int size : sizes()) {
      List<String> words = Shipment.words(handle, fit.to(size));
      for (int number = 0; number < size; number++) {
        String deliveries = OURS + COUNT + size;
        sendAs(deliveries, number, words.get(number));
        edit(deliveries, number, words.get(number));
      }
    }
    note("CORRECTED");
    DraftTable.settle(handle, draft, content);
    return fewer > 0;
  }

  /** What was sent is to say this alone; nothing more is sent. */
  void withdraw(Part notice) {
    stop(Reason.WITHDRAWN);
    String words = Shipment.words(handle, List.of(notice)).getFirst();
    int most = sizes().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int number = 0; number < most; number++) {
      edit(OURS, number, words);
    }
    note("RETRACTED");
    var _ = Unpinning.of(handle, draft, since, now);
    DraftTable.withdraw(handle, draft);
  }

  /**
   * Sends nothing more. A delivery with a message in flight ends at a later call, when that has
   * landed.
   *
   * @return how many deliveries still have one
   */
  int stop(Reason reason) {
    return stop(OURS, reason);
  }

  private int stop(String deliveries, Reason reason) {
    List<String> waiting =
        bound(handle.createQuery(deliveries + " and d.status = 'WAITING'"))
            .mapTo(String.class)
            .list();
    int left = 0;
    for (String delivery : waiting) {
      left += Deliveries.stop(handle, delivery, reason, now) ? 0 : 1;
    }
    return left;
  }

  /**
   * Ends those of which the last message is gone.
   *
   * @return how many are not at their end
   */
  int finish() {
    run(
        """
        update delivery set status = 'SENT', ended = :now
        where status = 'WAITING' and id in (%s)
          and not exists (select 1 from part p where p.delivery = delivery.id
                          and (p.state in ('WAITING', 'FLYING')
                               or (p.number >= 0 and p.state <> 'SENT')))
        """
            .formatted(OURS),
        "now",
        Millis.of(now));
    return bound(
            handle.createQuery(
                "select count(*) from delivery where status = 'WAITING' and id in (" + OURS + ")"))
        .mapTo(Integer.class)
        .one();
  }

  private int refresh(List<String> words) {
    int fewer =
        run(
            "delete from part where number >= :size and delivery in (" + FRESH + ")",
            "size",
            words.size());
    for (int number = 0; number < words.size(); number++) {
      bound(
              handle.createUpdate(
                  """
                  insert into part (delivery, number, step, words, state, as_plain, doubt, attempts)
                  select id, %d, %d, :words, 'WAITING', 0, 0, 0 from delivery where id in (%s)
                  """
                      .formatted(number, Trimmings.step(number), FRESH + COUNT + number)))
          .bind("words", words.get(number))
          .execute();
    }
    return fewer;
  }

  private List<Integer> sizes() {
    return bound(
            handle.createQuery(
                """
                select distinct (select count(*) from part c
                  where c.delivery = d.id and c.number >= 0) as parts
                from delivery d where d.draft = :draft and d.planned >= :since
                """))
        .mapTo(Integer.class)
        .list();
  }

  private void sendAs(String deliveries, int number, String words) {
    bound(
            handle.createUpdate(
                """
                update part set words = :words
                where number = %d and state = 'WAITING' and doubt = 0 and words <> :words
                  and delivery in (%s)
                """
                    .formatted(number, deliveries)))
        .bind("words", words)
        .execute();
  }

  /** One that is in flight stays so: its receipt sees that something else is wanted by now. */
  private void edit(String deliveries, int number, String words) {
    bound(
            handle.createUpdate(
                """
                insert into edit (delivery, number, platform, words, state, attempts, not_before,
                  planned, ended, error)
                select p.delivery, p.number, :platform, :words,
                  case when p.state = 'SENT' and p.message is null then 'CANNOT' else 'WAITING' end,
                  0, 0, :now, null, null
                from part p
                where p.number = %d and p.state <> 'DROPPED'
                  and (p.state <> 'WAITING' or p.doubt = 1)
                  and (p.words <> :words or exists (select 1 from edit e
                    where e.delivery = p.delivery and e.number = p.number
                      and e.state in ('WAITING', 'FLYING') and e.words <> :words))
                  and p.delivery in (%s)
                on conflict (delivery, number) do update
                  set words = excluded.words, planned = excluded.planned, ended = null,
                    error = null,
                    attempts = case when edit.state in ('WAITING', 'FLYING')
                      then edit.attempts else 0 end,
                    not_before = case when edit.state = 'WAITING' then edit.not_before else 0 end,
                    state = case when edit.state = 'FLYING' then 'FLYING' else excluded.state end
                """
                    .formatted(number, deliveries)))
        .bind("platform", draft.platform().name())
        .bind("words", words)
        .bind("now", Millis.of(now))
        .execute();
    // Taken back before anything of it was tried.
    bound(
            handle.createUpdate(
                """
                delete from edit where number = %d and state = 'WAITING' and attempts = 0
                  and words = (select p.words from part p
                               where p.delivery = edit.delivery and p.number = edit.number)
                  and delivery in (%s)
                """
                    .formatted(number, deliveries)))
        .execute();
  }

  private void note(String kind) {
    bound(
            handle.createUpdate(
                """
                insert into correction (delivery, planned, kind)
                select distinct e.delivery, e.planned, cast(:kind as varchar(12))
                from edit e where e.planned = :now and e.delivery in (%s)
                on conflict (delivery, planned) do nothing
                """
                    .formatted(OURS)))
        .bind("kind", kind)
        .bind("now", Millis.of(now))
        .execute();
  }

  @CanIgnoreReturnValue
  private int run(String sql, String name, long value) {
    return bound(handle.createUpdate(sql)).bind(name, value).execute();
  }

  private Update bound(Update update) {
    return update.bind("draft", id).bind("since", Millis.of(since));
  }

  private Query bound(Query query) {
    return query.bind("draft", id).bind("since", Millis.of(since));
  }
}
