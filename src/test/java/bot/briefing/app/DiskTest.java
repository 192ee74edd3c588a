package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The database cannot be written while a process sends: nothing more goes out that could not be
 * remembered, and all of it once there is room again, from the same process.
 */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "prlimit fills the disk of one process")
@Execution(ExecutionMode.CONCURRENT)
final class DiskTest {
  private static final int CHATS = 120;
  private static final int ROOM = 100_000;

  /** A part in flight ends, and what is written is tried again, in less than that. */
  private static final Duration STILL = Duration.ofSeconds(4);

  /** Longer than SQLite waits for another writer. */
  private static final Duration LOCKED = Duration.ofSeconds(12);

  @TempDir private Path folder;

  @Test
  @Row("disk full")
  void a_full_disk_stops_the_push_and_room_again_ends_it_once() throws Exception {
    try (KillRun run = run();
        Program bot = run.start()) {
      run.awaitMore(bot);
      Path log = run.file().resolveSibling(run.file().getFileName() + "-wal");
      bot.filesUpTo(Long.toString(Files.size(log) + ROOM));
      bot.awaitPrinted("ERROR");
      rest(STILL);
      int stopped = run.sent();
      assertThat(stopped).isLessThan(2 * CHATS);
      rest(STILL);
      assertThat(run.sent()).isEqualTo(stopped);
      bot.filesUpTo("unlimited");
      check(run.finish(bot));
    }
  }

  @Test
  @Row("database locked")
  void another_writer_that_holds_the_database_too_long_delays_the_push_and_no_more()
      throws Exception {
    try (KillRun run = run();
        Program bot = run.start()) {
      run.awaitMore(bot);
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file());
          Statement statement = other.createStatement()) {
        statement.execute("pragma busy_timeout = 5000");
        statement.execute("begin immediate");
        rest(STILL);
        int stopped = run.sent();
        rest(LOCKED);
        assertThat(run.sent()).isEqualTo(stopped).isLessThan(2 * CHATS);
        statement.execute("rollback");
      }
      check(run.finish(bot));
    }
  }

  private KillRun run() throws Exception {
    return new KillRun(folder, 1, CHATS, Map.of());
  }

  private static void check(KillRun.Verdict verdict) {
    assertThat(verdict.discord().lost()).isEmpty();
    assertThat(verdict.telegram().lost()).isEmpty();
    assertThat(verdict.discord().doubled()).isZero();
    assertThat(verdict.telegram().doubled()).isZero();
    assertThat(verdict.discord().unexpected() + verdict.telegram().unexpected()).isZero();
  }

  private static void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(time.multipliedBy(3)).until(() -> System.nanoTime() - end > 0);
  }
}
