package bot.briefing.store;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/**
 * The open database: SQLite or PostgreSQL, migrated to this version. Safe for any thread; blocking,
 * as databases are.
 */
public interface Database extends AutoCloseable {
  /** The way in. Statements are those that SQLite and PostgreSQL both take. */
  Jdbi jdbi();

  /** What kind it is: for the few statements that differ. */
  Kind kind();

  /**
   * Writes a copy that stands for one instant, while others go on. SQLite only.
   *
   * @param file must not exist
   * @throws UnusableDatabaseException where it cannot be written
   */
  void backup(Path file) throws UnusableDatabaseException;

  @Override
  void close();

  /** The kinds of database. */
  enum Kind {
    SQLITE,
    POSTGRESQL
  }
}
