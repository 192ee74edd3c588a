package bot.briefing.store;

import java.nio.file.Path;

/** Opens databases. */
public final class Databases {
  private Databases() {}

  /**
   * The bot's own way in: takes the instance's lock, creates file and folder at the first run,
   * migrates an older one.
   *
   * @param file the lock is the file of the same name that ends with {@code .lock}
   * @throws UnusableDatabaseException and nothing was written to the file
   */
  public static Database openSqlite(Path file) throws UnusableDatabaseException {
    return Sqlite.open(file, Disk.REAL);
  }

  /**
   * The way in of the command line's tools, beside a running bot or without one: no lock, and
   * nothing is created or migrated.
   *
   * @throws UnusableDatabaseException also where there is none, or an older one
   */
  public static Database openSqliteBeside(Path file) throws UnusableDatabaseException {
    return Sqlite.beside(file);
  }

  /**
   * Several instances may open one; an older one is migrated.
   *
   * @param url {@code jdbc:postgresql:…}
   */
  public static Database openPostgres(String url) throws UnusableDatabaseException {
    return Postgres.open(url);
  }
}
