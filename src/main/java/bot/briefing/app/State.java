package bot.briefing.app;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.store.NativeLibrary;
import bot.briefing.store.UnusableDatabaseException;
import java.nio.file.Path;

/** Opens the database that the settings name. */
final class State {
  private static final String FILE = "briefing.db";

  private State() {}

  /** For the running bot: an SQLite file is locked. */
  static Database open(PushSettings push) throws StoppedException {
    Launcher.natives().ifPresent(NativeLibrary::use);
    try {
      return push.databaseUrl() == null
          ? Databases.openSqlite(file(push))
          : Databases.openPostgres(push.databaseUrl().value());
    } catch (UnusableDatabaseException unusable) {
      throw stopped(push, unusable);
    }
  }

  /** For a command beside a running bot. */
  static Database beside(PushSettings push) throws StoppedException {
    Launcher.natives().ifPresent(NativeLibrary::use);
    try {
      return push.databaseUrl() == null
          ? Databases.openSqliteBeside(file(push))
          : Databases.openPostgres(push.databaseUrl().value());
    } catch (UnusableDatabaseException unusable) {
      throw stopped(push, unusable);
    }
  }

  static StoppedException stopped(PushSettings push, UnusableDatabaseException unusable) {
    String where = push.databaseUrl() == null ? file(push).toString() : "DATABASE_URL";
    return new StoppedException(
        "cli.database." + unusable.reason().name(), where, String.valueOf(unusable.getMessage()));
  }

  private static Path file(PushSettings push) {
    return push.data().resolve(FILE);
  }
}
