package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** A file: looked at before it is written to, so that what cannot be used is not touched. */
final class Sqlite {
  private static final int BUSY_MILLIS = 10_000;
  private static final int CONNECTIONS = 4;
  private static final long ROOM = 8L << 20;

  /** Every page of a larger one is not read at each start. */
  private static final long CHECKED = 32L << 20;

  private Sqlite() {}

  static Database open(Path file, Disk disk) throws UnusableDatabaseException {
    Path whole = file.toAbsolutePath();
    prepareFolder(whole, disk);
    InstanceLock lock = InstanceLock.take(whole);
    try {
      boolean is = Files.exists(whole);
      int version = is ? look(whole) : 0;
      if (is && !Files.isWritable(whole)) {
        throw new UnusableDatabaseException(Reason.READ_ONLY, whole + " is read-only");
      }
      if (version < Schema.NEWEST) {
        Schema.migrate(source(whole, config(), TransactionMode.DEFERRED));
      }
      return pooled(whole, lock);
    } catch (UnusableDatabaseException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  static Database beside(Path file) throws UnusableDatabaseException {
    Path whole = file.toAbsolutePath();
    if (!Files.exists(whole)) {
      throw new UnusableDatabaseException(Reason.UNREACHABLE, "there is no " + whole);
    }
    int version = look(whole);
    if (version < Schema.NEWEST) {
      throw new UnusableDatabaseException(
          Reason.UNREACHABLE, whole + " is of an older version, which the bot migrates at start");
    }
    return pooled(whole, () -> {});
  }

  private static void prepareFolder(Path file, Disk disk) throws UnusableDatabaseException {
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      Files.createDirectories(folder);
      long room = disk.room(folder);
      if (room < ROOM) {
        throw new UnusableDatabaseException(
            Reason.FULL, "only " + room + " bytes are left for " + file);
      }
    } catch (IOException e) {
      throw new UnusableDatabaseException(Reason.READ_ONLY, "cannot make " + folder + ": " + e);
    }
  }

  /** Reads without the right to write, so that not even a write-ahead log is folded in. */
  private static int look(Path file) throws UnusableDatabaseException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableDatabaseException(Reason.CORRUPT, file + " is no file");
    }
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);
    readOnly.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection = source(file, readOnly, TransactionMode.DEFERRED).getConnection()) {
      int version = Schema.version(connection, Database.Kind.SQLITE);
      Schema.refuseNewer(version);
      if (Files.size(file) <= CHECKED) {
        check(connection, file);
      }
      return version;
    } catch (SQLException e) {
      throw new UnusableDatabaseException(Mishap.reason(e), file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnusableDatabaseException(Reason.UNREACHABLE, file + ": " + e);
    }
  }

  private static void check(Connection connection, Path file)
      throws SQLException, UnusableDatabaseException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
      if (found.next() && !found.getString(1).equals("ok")) {
        throw new UnusableDatabaseException(Reason.CORRUPT, file + ": " + found.getString(1));
      }
    }
  }

  private static Database pooled(Path file, Runnable unlock) throws UnusableDatabaseException {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("sqlite");
    pool.setDataSource(source(file, config(), TransactionMode.IMMEDIATE));
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    return Pooled.open(pool, Database.Kind.SQLITE, file.toString(), unlock);
  }

  private static Database pooled(Path file, InstanceLock lock) throws UnusableDatabaseException {
    return pooled(file, lock::close);
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  /** Flyway reads on one connection while it writes on another: its transactions are deferred. */
  private static SQLiteDataSource source(Path file, SQLiteConfig config, TransactionMode mode) {
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
