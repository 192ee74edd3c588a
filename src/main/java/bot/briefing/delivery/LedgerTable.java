package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The ledger, out of the outbox's tables. */
final class LedgerTable implements Ledger {
  private static final String ENTRIES =
      """
      select d.*,
        (select count(*) from part p where p.delivery = d.id and p.number >= 0) as parts,
        (select count(*) from part p where p.delivery = d.id and p.number >= 0
           and p.state = 'SENT') as sent,
        (select max(p.sent_at) from part p where p.delivery = d.id and p.number >= 0) as arrived,
        (select max(h.not_before) from hold h where h.platform = d.platform
           and h.chat in ('', d.chat) and h.not_before > :now) as not_before,
        (select min(h.reason) from hold h where h.platform = d.platform
           and h.chat in ('', d.chat) and h.not_before > :now) as hold_reason
      from delivery d
      where d.kind in ('NORMAL', 'RESEND')
      """;
  private static final String IN_CHAT =
      " and d.platform = :platform and d.chat = :chat and d.thread = :thread";

  private final Commits commits;
  private final Planner planner;
  private final InstantSource clock;
  private final Runnable written;

  /**
   * @param written called when something new waits
   */
  LedgerTable(Commits commits, Planner planner, InstantSource clock, Runnable written) {
    this.commits = commits;
    this.planner = planner;
    this.clock = clock;
    this.written = written;
  }

  @Override
  public List<Entry> recent(Chat chat, int limit) {
    return entries(chat, " order by d.planned desc, d.slot desc limit " + limit, null);
  }

  @Override
  public List<Entry> of(Chat chat, LocalDate date) {
    return entries(chat, " and d.digest_date = :date order by d.planned desc", date);
  }

  private List<Entry> entries(Chat chat, String rest, @Nullable LocalDate date) {
    return commits.read(
        handle -> {
          var query =
              handle
                  .createQuery(ENTRIES + IN_CHAT + rest)
                  .bind("now", Millis.of(clock.instant()))
                  .bind("platform", chat.platform().name())
                  .bind("chat", chat.id())
                  .bind("thread", Orders.thread(chat));
          if (date != null) {
            query.bind("date", date.toString());
          }
          return noted(handle, query.map((row, _) -> row(row)).list());
        });
  }

  private static List<Entry> noted(Handle handle, List<Row> rows) {
    Map<String, List<Note>> notes = Notes.of(handle, rows.stream().map(Row::id).toList());
    return rows.stream().map(row -> row.entry(notes.getOrDefault(row.id, List.of()))).toList();
  }

  /** Those of all chats, or of the one of this name; of all days, or of one; the newest first. */
  static List<Entry> all(
      Handle handle, Optional<String> chat, Optional<LocalDate> date, Instant now) {
    String where =
        (chat.isPresent() ? " and d.chat = :chat" : "")
            + (date.isPresent() ? " and d.digest_date = :date" : "");
    var query =
        handle
            .createQuery(ENTRIES + where + " order by d.planned desc, d.slot desc, d.id")
            .bind("now", Millis.of(now));
    chat.ifPresent(one -> query.bind("chat", one));
    date.ifPresent(one -> query.bind("date", one.toString()));
    return noted(handle, query.map((row, _) -> row(row)).list());
  }

  /** A delivery's id, and what the ledger says of it but for notes. */
  private record Row(String id, Entry bare) {
    Entry entry(List<Note> notes) {
      return new Entry(
          bare.subscription(),
          bare.chat(),
          bare.digest(),
          bare.date(),
          bare.status(),
          bare.reason(),
          bare.planned(),
          bare.slot(),
          bare.ended(),
          bare.parts(),
          bare.sent(),
          bare.notBefore(),
          notes);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getString("id"), entry(row));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String thread = row.getString("thread");
    Chat chat =
        new Chat(
            Platform.valueOf(row.getString("platform")),
            row.getString("chat"),
            thread.isEmpty() ? null : thread);
    int parts = row.getInt("parts");
    int sent = row.getInt("sent");
    // What may still go beside the messages is not waited for.
    boolean arrived = parts > 0 && sent == parts;
    Status kept = Status.valueOf(row.getString("status"));
    Status status = kept == Status.WAITING && arrived ? Status.SENT : kept;
    Instant notBefore = status == Status.WAITING ? instant(row, "not_before") : null;
    String holding = row.getString("hold_reason");
    Reason reason =
        status != Status.WAITING
            ? Reason.valueOf(row.getString("reason"))
            : notBefore == null ? Reason.WAITS_FOR_TURN : Reason.valueOf(holding);
    return new Entry(
        row.getString("subscription"),
        chat,
        row.getString("digest"),
        LocalDate.parse(row.getString("digest_date")),
        status,
        reason,
        Millis.at(row.getLong("planned")),
        Millis.at(row.getLong("slot")),
        instant(row, status == Status.SENT && arrived ? "arrived" : "ended"),
        parts,
        sent,
        notBefore);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Millis.at(millis);
  }

  @Override
  public Had had(Subscription subscription) {
    return commits.read(handle -> Past.of(handle, subscription.id()));
  }

  @Override
  public boolean test(Subscription subscription, Instant now) {
    boolean planned = planner.test(subscription, now);
    if (planned) {
      written.run();
    }
    return planned;
  }

  @Override
  public void forget(Chat chat) {
    commits.write(
        handle -> {
          for (String table : List.of("edit", "correction")) {
            run(
                handle,
                chat,
                "delete from "
                    + table
                    + " where delivery in (select id from delivery"
                    + " where platform = :platform and chat = :chat and thread = :thread)");
          }
          run(
              handle,
              chat,
              "delete from part where delivery in (select id from delivery"
                  + " where platform = :platform and chat = :chat and thread = :thread)");
          run(
              handle,
              chat,
              "delete from delivery"
                  + " where platform = :platform and chat = :chat and thread = :thread");
          return run(
              handle,
              chat,
              "delete from request"
                  + " where platform = :platform and chat = :chat and thread = :thread");
        });
  }

  @CanIgnoreReturnValue
  private static int run(Handle handle, Chat chat, String sql) {
    return handle
        .createUpdate(sql)
        .bind("platform", chat.platform().name())
        .bind("chat", chat.id())
        .bind("thread", Orders.thread(chat))
        .execute();
  }
}
