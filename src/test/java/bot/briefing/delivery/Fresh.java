package bot.briefing.delivery;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Empty databases, as copies of one that is migrated: a test in ten asks what that takes. */
final class Fresh {
  private static final int A_FEW = 3;

  private static byte @Nullable [] file;
  private static @Nullable EmbeddedPostgres server;
  private static int copies = A_FEW;

  private Fresh() {}

  /** A new file's; one that is there is left as it is. */
  static Database sqlite(Path at) throws Exception {
    if (!Files.exists(at)) {
      Files.write(at, migrated(at.resolveSibling("migrated.db")));
    }
    return Databases.openSqlite(at);
  }

  private static synchronized byte[] migrated(Path at) throws Exception {
    byte[] bytes = file;
    if (bytes == null) {
      Databases.openSqlite(at).close();
      bytes = Files.readAllBytes(at);
      file = bytes;
    }
    return bytes;
  }

  /** One of a few at a time: the oldest is dropped. */
  static synchronized Database postgres() throws Exception {
    EmbeddedPostgres running = server();
    copies++;
    onPostgres("drop database if exists copy_" + (copies - A_FEW) + " with (force)");
    onPostgres("create database copy_" + copies + " template migrated");
    return Databases.openPostgres(running.getJdbcUrl("postgres", "copy_" + copies));
  }

  /** Says something to the server itself. */
  static void onPostgres(String sql) throws Exception {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends with the process. */
  private static synchronized EmbeddedPostgres server() throws Exception {
    EmbeddedPostgres running = server;
    if (running == null) {
      running = EmbeddedPostgres.start();
      server = running;
      onPostgres("create database migrated");
      Databases.openPostgres(running.getJdbcUrl("postgres", "migrated")).close();
    }
    return running;
  }
}
