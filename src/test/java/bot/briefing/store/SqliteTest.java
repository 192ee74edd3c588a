package bot.briefing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bot.briefing.store.UnusableDatabaseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTest extends DatabaseContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("data/briefing.db");
  }

  @Override
  Database open() throws UnusableDatabaseException {
    return Databases.openSqlite(file);
  }

  @Test
  void every_commit_is_on_the_disk() throws Exception {
    try (Database database = open()) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
    }
  }

  @Test
  void a_second_instance_is_refused_and_a_tool_is_not() throws Exception {
    try (Database database = open()) {
      refused(Reason.LOCKED);
      try (Database beside = Databases.openSqliteBeside(file)) {
        assertThat(count(beside, "delivery")).isZero();
        beside
            .jdbi()
            .useTransaction(handle -> handle.execute("insert into words values ('a', 'b', 'c')"));
      }
      assertThat(count(database, "words")).isEqualTo(1);
    }
    open().close();
  }

  @Test
  void a_tool_makes_no_database() {
    assertThatExceptionOfType(UnusableDatabaseException.class)
        .isThrownBy(() -> Databases.openSqliteBeside(file))
        .returns(Reason.UNREACHABLE, UnusableDatabaseException::reason);
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void what_is_no_database_is_refused_and_kept() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "my diary, which I happen to call briefing.db\n".repeat(200));
    refusedUntouched(Reason.CORRUPT);
  }

  @Test
  void a_torn_one_is_refused_and_kept() throws Exception {
    open().close();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length - 4096, (byte) 0x5a);
    Files.write(file, bytes);
    refusedUntouched(Reason.CORRUPT);
  }

  @Test
  void a_newer_one_is_refused_and_kept() throws Exception {
    try (Database database = open()) {
      database
          .jdbi()
          .useTransaction(
              handle -> handle.execute("update flyway_schema_history set version = '99'"));
    }
    refusedUntouched(Reason.NEWER);
  }

  @Test
  void a_foreign_one_is_refused_and_kept() throws Exception {
    try (Database database = open()) {
      database.jdbi().useHandle(handle -> handle.execute("drop table flyway_schema_history"));
    }
    refusedUntouched(Reason.CORRUPT);
  }

  @Test
  void where_there_is_no_room_nothing_is_written() throws Exception {
    open().close();
    byte[] before = Files.readAllBytes(file);
    assertThatExceptionOfType(UnusableDatabaseException.class)
        .isThrownBy(() -> Sqlite.open(file, _ -> 4096))
        .returns(Reason.FULL, UnusableDatabaseException::reason);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_read_only_one_is_refused_and_kept() throws Exception {
    open().close();
    // An administrator may write to a file whatever its rights say, but not to an immutable one.
    boolean immutable = run("chattr", "+i", file.toString());
    try {
      assumeTrue(immutable || file.toFile().setReadOnly());
      assumeTrue(!Files.isWritable(file));
      refusedUntouched(Reason.READ_ONLY);
    } finally {
      run("chattr", "-i", file.toString());
    }
  }

  @Test
  void a_copy_is_made_while_it_is_written_to() throws Exception {
    Path copy = folder.resolve("copy.db");
    try (Database database = open()) {
      database
          .jdbi()
          .useTransaction(handle -> handle.execute("insert into words values ('a', 'b', 'c')"));
      database.backup(copy);
      assertThatExceptionOfType(UnusableDatabaseException.class)
          .isThrownBy(() -> database.backup(copy));
    }
    try (Database copied = Databases.openSqlite(copy)) {
      assertThat(count(copied, "words")).isEqualTo(1);
    }
  }

  @Test
  void one_that_is_migrated_opens_at_once() throws Exception {
    open().close();
    long start = System.nanoTime();
    open().close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
  }

  private void refused(Reason reason) {
    assertThatExceptionOfType(UnusableDatabaseException.class)
        .isThrownBy(this::open)
        .returns(reason, UnusableDatabaseException::reason);
  }

  private void refusedUntouched(Reason reason) throws IOException {
    byte[] before = Files.readAllBytes(file);
    refused(reason);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private static String pragma(Database database, String name) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
