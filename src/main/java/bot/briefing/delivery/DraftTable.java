package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of drafts. */
final class DraftTable {
  private DraftTable() {}

  /** One of which something else was drawn before is of several contents. */
  static void write(Connection connection, Map<Draft, String> drafts, Instant now)
      throws SQLException {
    if (drafts.isEmpty()) {
      return;
    }
    try (PreparedStatement batch =
        connection.prepareStatement(
            """
            insert into draft (id, platform, digest, language, digest_date, stem, asked, content,
              links, planned, file)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set planned = excluded.planned,
              content = case when draft.content = excluded.content then draft.content else '' end,
              file = case when draft.content = excluded.content then excluded.file else '' end
            """)) {
      for (Map.Entry<Draft, String> each : drafts.entrySet()) {
        Draft draft = each.getKey();
        batch.setString(1, each.getValue());
        batch.setString(2, draft.platform().name());
        batch.setString(3, draft.digest());
        batch.setString(4, draft.language());
        batch.setString(5, draft.date().toString());
        batch.setString(6, draft.stem());
        batch.setString(7, draft.asked());
        batch.setString(8, draft.content().hash());
        batch.setString(9, String.join(",", draft.content().links()));
        batch.setLong(10, Millis.of(now));
        batch.setString(11, draft.content().file());
        batch.addBatch();
      }
      batch.executeBatch();
    }
  }

  /** Those of which something was planned since. */
  static List<Draft> since(Handle handle, Collection<Platform> platforms, Instant since) {
    return handle
        .createQuery(
            "select * from draft where platform in (<platforms>) and planned >= :since"
                + " order by planned, id")
        .bindList("platforms", platforms.stream().map(Enum::name).toList())
        .bind("since", Millis.of(since))
        .map(
            (row, _) ->
                new Draft(
                    Platform.valueOf(row.getString("platform")),
                    row.getString("digest"),
                    row.getString("language"),
                    LocalDate.parse(row.getString("digest_date")),
                    row.getString("stem"),
                    row.getString("asked"),
                    new Content(
                        row.getString("content"),
                        row.getString("links").isEmpty()
                            ? Set.of()
                            : Set.of(row.getString("links").split(",")),
                        row.getString("file"))))
        .list();
  }

  /** All its messages are to say this from now on. */
  static void settle(Handle handle, Draft draft, Content content) {
    handle
        .createUpdate(
            "update draft set content = :content, links = :links, file = :file where id = :id")
        .bind("content", content.hash())
        .bind("file", content.file())
        .bind("links", String.join(",", content.links()))
        .bind("id", draft.id())
        .execute();
  }

  static void withdraw(Handle handle, Draft draft) {
    handle
        .createUpdate("update draft set content = :content, file = '' where id = :id")
        .bind("content", Content.WITHDRAWN)
        .bind("id", draft.id())
        .execute();
  }
}
