package bot.briefing.delivery;

import bot.briefing.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The digests that the operator has withdrawn: what the editions of each share. */
public final class Withdrawn {
  private static final String ALL = "select digest from withdrawn";

  private Withdrawn() {}

  /**
   * Those that are now. Plain JDBC: the first answer waits for it, and Jdbi's queries load many
   * times as many classes.
   */
  public static Set<String> digests(Database database) {
    try (Handle handle = database.jdbi().open();
        Statement statement = handle.getConnection().createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      Set<String> digests = new HashSet<>();
      while (rows.next()) {
        digests.add(rows.getString(1));
      }
      return digests;
    } catch (SQLException e) {
      throw new IllegalStateException("what is withdrawn cannot be read", e);
    }
  }

  static Set<String> digests(Handle handle) {
    return handle.createQuery(ALL).mapTo(String.class).set();
  }

  static void add(Handle handle, String digest, Instant now) {
    handle
        .createUpdate(
            "insert into withdrawn (digest, since) values (:digest, :now)"
                + " on conflict (digest) do nothing")
        .bind("digest", digest)
        .bind("now", Millis.of(now))
        .execute();
  }

  static void remove(Handle handle, String digest) {
    handle
        .createUpdate("delete from withdrawn where digest = :digest")
        .bind("digest", digest)
        .execute();
  }
}
