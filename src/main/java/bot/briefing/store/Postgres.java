package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** A server's database. */
final class Postgres {
  private static final int CONNECTIONS = 6;
  private static final int SECONDS = 10;
  private static final Pattern SECRETS = Pattern.compile("//[^/@?]*@|\\?.*");

  private Postgres() {}

  static Database open(String url) throws UnusableDatabaseException {
    String shown =
        SECRETS.matcher(url).replaceAll(found -> found.group().endsWith("@") ? "//" : "");
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new UnusableDatabaseException(Reason.UNREACHABLE, shown + " is no address");
    }
    source.setConnectTimeout(SECONDS);
    if (version(source, shown) < Schema.NEWEST) {
      Schema.migrate(source);
    }
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(1);
    return Pooled.open(pool, Database.Kind.POSTGRESQL, shown, () -> {});
  }

  private static int version(PGSimpleDataSource source, String shown)
      throws UnusableDatabaseException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet readOnly = statement.executeQuery("show transaction_read_only")) {
      if (readOnly.next() && readOnly.getString(1).equals("on")) {
        throw new UnusableDatabaseException(Reason.READ_ONLY, shown + " is read-only");
      }
      int version = Schema.version(connection, Database.Kind.POSTGRESQL);
      Schema.refuseNewer(version);
      return version;
    } catch (SQLException e) {
      throw new UnusableDatabaseException(
          Mishap.reason(e), shown + " cannot be used (SQL state " + e.getSQLState() + ")");
    }
  }
}
