package bot.briefing.delivery;

import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What became of deliveries after they were sent. */
final class Notes {
  private static final int TOGETHER = 500;

  private Notes() {}

  /** What was refused beside them, and of those that were ever corrected or withdrawn; in order. */
  static Map<String, List<Note>> of(Handle handle, List<String> deliveries) {
    Map<String, List<Note>> notes = new HashMap<>();
    for (int from = 0; from < deliveries.size(); from += TOGETHER) {
      List<String> some = deliveries.subList(from, Math.min(deliveries.size(), from + TOGETHER));
      refused(handle, some, notes);
      read(handle, some, notes);
    }
    return notes;
  }

  private static void refused(
      Handle handle, List<String> deliveries, Map<String, List<Note>> notes) {
    handle
        .createQuery(
            """
            select p.delivery, p.task, max(coalesce(d.ended, d.planned)) as ended
            from part p join delivery d on d.id = p.delivery
            where p.delivery in (<ids>) and p.number < 0 and p.state = 'DROPPED'
              and p.attempts > 0
              and exists (select 1 from part a where a.delivery = d.id and a.number >= 0
                          and a.state = 'SENT')
            group by p.delivery, p.task order by p.task
            """)
        .bindList("ids", deliveries)
        .map(
            (row, _) ->
                notes
                    .computeIfAbsent(row.getString("delivery"), _ -> new ArrayList<>())
                    .add(
                        new Note(
                            reason(Task.valueOf(row.getString("task"))),
                            Millis.at(row.getLong("ended")))))
        .forEach(_ -> {});
  }

  private static Reason reason(Task task) {
    return switch (task) {
      case PIN -> Reason.NOT_PINNED;
      case UNPIN -> Reason.STILL_PINNED;
      case CROSSPOST -> Reason.NOT_CROSSPOSTED;
      case ROLE -> Reason.ROLE_NOT_CALLED;
      case THREAD, TOPIC -> Reason.NO_THREAD;
      case MESSAGE, POST -> Reason.REFUSED;
    };
  }

  private static void read(Handle handle, List<String> deliveries, Map<String, List<Note>> notes) {
    handle
        .createQuery(
            """
            select c.delivery, c.kind, c.planned,
              (select count(*) from edit e where e.delivery = c.delivery and e.planned = c.planned
                 and e.number >= 0 and e.state in ('WAITING', 'FLYING')) as waiting,
              (select count(*) from edit e where e.delivery = c.delivery and e.planned = c.planned
                 and e.number >= 0 and e.state = 'CANNOT') as cannot,
              (select count(*) from edit e where e.delivery = c.delivery and e.planned = c.planned
                 and e.number >= 0 and e.state = 'DONE') as done,
              (select max(e.ended) from edit e where e.delivery = c.delivery
                 and e.planned = c.planned and e.number >= 0) as ended
            from correction c where c.delivery in (<ids>) order by c.planned
            """)
        .bindList("ids", deliveries)
        .map(
            (row, _) -> {
              List<Note> of =
                  notes.computeIfAbsent(row.getString("delivery"), _ -> new ArrayList<>());
              Instant planned = Millis.at(row.getLong("planned"));
              long ended = row.getLong("ended");
              Instant at = row.wasNull() ? planned : Millis.at(ended);
              boolean waits = row.getInt("waiting") > 0;
              boolean cannot = row.getInt("cannot") > 0;
              if (waits) {
                of.add(new Note(Reason.CORRECTION_WAITS, planned));
              } else if (row.getInt("done") > 0 || !cannot) {
                of.add(
                    new Note(
                        row.getString("kind").equals("RETRACTED")
                            ? Reason.RETRACTED
                            : Reason.CORRECTED,
                        at));
              }
              if (cannot) {
                of.add(new Note(Reason.NOT_EDITABLE, at));
              }
              return true;
            })
        .forEach(_ -> {});
  }
}
