package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database behind a pool of connections. */
final class Pooled implements Database {
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Kind kind;
  private final Runnable after;

  private Pooled(HikariDataSource pool, Kind kind, Runnable after) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.kind = kind;
    this.after = after;
  }

  /**
   * @param after run when it is closed
   */
  static Database open(HikariConfig config, Kind kind, String name, Runnable after)
      throws UnusableDatabaseException {
    try {
      return new Pooled(new HikariDataSource(config), kind, after);
    } catch (PoolInitializationException e) {
      Reason reason =
          e.getCause() instanceof SQLException refused
              ? Mishap.reason(refused)
              : Reason.UNREACHABLE;
      throw new UnusableDatabaseException(reason, name + " cannot be opened");
    }
  }

  @Override
  public Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public void backup(Path file) throws UnusableDatabaseException {
    if (kind != Kind.SQLITE) {
      throw new UnsupportedOperationException("a server's database has its own tools");
    }
    if (Files.exists(file)) {
      throw new UnusableDatabaseException(Reason.READ_ONLY, file + " is there already");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      jdbi.useHandle(handle -> handle.execute("vacuum into ?", unfinished.toString()));
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (JdbiException e) {
      Reason reason =
          e.getCause() instanceof SQLException refused
              ? Mishap.reason(refused)
              : Reason.UNREACHABLE;
      throw new UnusableDatabaseException(reason, "cannot write " + file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnusableDatabaseException(Reason.UNREACHABLE, "cannot write " + file + ": " + e);
    }
  }

  @Override
  public void close() {
    pool.close();
    after.run();
  }
}
