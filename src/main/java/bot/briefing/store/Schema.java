package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, and which version of them a database has. */
final class Schema {
  /** The newest migration of this version of the bot; a test holds it equal to the folder's. */
  static final int NEWEST = 7;

  static final String FOLDER = "db/migration";
  private static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /** The newest migration that a database has had; 0: none. */
  static int version(Connection connection, Database.Kind kind) throws SQLException {
    String tables =
        switch (kind) {
          case SQLITE -> "select 1 from sqlite_master where name = ?";
          case POSTGRESQL ->
              "select 1 from information_schema.tables"
                  + " where table_schema = current_schema() and table_name = ?";
        };
    try (PreparedStatement there = connection.prepareStatement(tables)) {
      there.setString(1, HISTORY);
      try (ResultSet row = there.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
      }
    }
    try (PreparedStatement newest =
            connection.prepareStatement(
                "select version from "
                    + HISTORY
                    + " where success and version is not null order by installed_rank desc");
        ResultSet row = newest.executeQuery()) {
      return row.next() ? Integer.parseInt(row.getString(1)) : 0;
    }
  }

  static void refuseNewer(int version) throws UnusableDatabaseException {
    if (version > NEWEST) {
      throw new UnusableDatabaseException(
          Reason.NEWER, "it has version " + version + ", this bot knows " + NEWEST);
    }
  }

  static void migrate(DataSource source) throws UnusableDatabaseException {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:" + FOLDER)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      Throwable cause = e;
      while (cause.getCause() != null && !(cause instanceof SQLException)) {
        cause = cause.getCause();
      }
      Reason reason =
          cause instanceof SQLException refused ? Mishap.reason(refused) : Reason.CORRUPT;
      throw new UnusableDatabaseException(reason, "it cannot be migrated: " + cause.getMessage());
    }
  }
}
