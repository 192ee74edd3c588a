package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Platform;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The row that says who owns a platform. Its statements are the same on both databases. */
final class OwnershipTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Ticked clock = new Ticked(Scene.START);

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = Databases.openSqlite(folder.resolve("briefing.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Ownership instance(String name, boolean alone) {
    return new Ownership(new Commits(database.jdbi()), Platform.TELEGRAM, name, alone, clock);
  }

  @Test
  void the_first_has_it_and_the_second_stands_by() {
    Ownership first = instance("one", false);
    Ownership second = instance("two", false);
    assertThat(first.keep()).isTrue();
    for (int beat = 0; beat < 20; beat++) {
      clock.pass(SECOND);
      assertThat(second.keep()).isFalse();
      assertThat(first.keep()).isFalse();
      assertThat(first.isHeld()).isTrue();
      assertThat(second.isHeld()).isFalse();
    }
  }

  @Test
  void who_falls_silent_loses_it_within_five_seconds_and_knows_it_before() {
    Ownership first = instance("one", false);
    Ownership second = instance("two", false);
    assertThat(first.keep()).isTrue();
    assertThat(second.keep()).isFalse();
    int seconds = 0;
    boolean taken = false;
    while (!taken) {
      clock.pass(SECOND);
      seconds++;
      taken = second.keep();
      assertThat(first.isHeld() && second.isHeld()).isFalse();
    }
    assertThat(seconds).isLessThanOrEqualTo(5);
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(first.keep()).isFalse();
    assertThat(first.isHeld()).isFalse();
    assertThat(second.isHeld()).isTrue();
  }

  @Test
  void who_leaves_hands_it_over_at_once() {
    Ownership first = instance("one", false);
    Ownership second = instance("two", false);
    assertThat(first.keep()).isTrue();
    assertThat(second.keep()).isFalse();
    first.release();
    assertThat(second.keep()).isTrue();
  }

  @Test
  void whom_the_database_lets_in_alone_takes_it_at_once() {
    Ownership killed = instance("one", true);
    assertThat(killed.keep()).isTrue();
    Ownership next = instance("two", true);
    assertThat(next.keep()).isTrue();
    assertThat(next.epoch()).isGreaterThan(killed.epoch());
    clock.pass(Duration.ofHours(1));
    assertThat(next.isHeld()).isTrue();
  }
}
