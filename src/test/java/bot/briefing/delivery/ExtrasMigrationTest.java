package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.store.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of before there was anything beside messages. */
final class ExtrasMigrationTest {
  private static final Instant NOW = Instant.parse("2026-02-12T08:00:00Z");

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void what_waits_there_goes_on_in_order_and_orders_want_messages_alone() throws Exception {
    Path file = folder.resolve("briefing.db");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure().dataSource(url, null, null).target("3").load().migrate();
    Jdbi.create(url).useHandle(ExtrasMigrationTest::fill);

    try (var database = Databases.openSqlite(file)) {
      List<Turn> turns =
          database
              .jdbi()
              .withHandle(
                  handle -> new Outbox(Platform.DISCORD).turns(handle, NOW, null, 10).turns());
      assertThat(turns).extracting(Turn::number).containsExactly(1);
      assertThat(turns).extracting(Turn::step).containsExactly(Trimmings.step(1));
      assertThat(turns).extracting(Turn::task).containsExactly(Task.MESSAGE);
      assertThat(turns.getFirst().last()).isFalse();
      var order = database.jdbi().withHandle(handle -> Orders.find(handle, "s")).orElseThrow();
      assertThat(order.extras()).isEqualTo(Extras.NONE);
    }
  }

  private static void fill(org.jdbi.v3.core.Handle handle) {
    handle.execute(
        """
        insert into subscription (id, platform, chat, thread, place, times, zone, days, topics,
          language, layout, silent, state, state_since, since, look_at)
        values ('s', 'DISCORD', 'a', '', 'GROUP', '', 'Asia/Seoul', 'MONDAY', '', 'ko', 'FULL', 0,
          'ACTIVE', 0, 0, 0)
        """);
    handle.execute(
        """
        insert into delivery (id, subscription, once, kind, platform, chat, thread, silent, digest,
          digest_date, language, published, status, reason, planned, slot, deadline)
        values ('d', 's', 'x', 'NORMAL', 'DISCORD', 'a', '', 0, 'x', '2026-02-12', 'ko', 0,
          'WAITING', 'ON_TIME', 0, 0, ?)
        """,
        NOW.plusSeconds(60).toEpochMilli());
    handle.execute("insert into words (id, body, plain) values ('w', 'w', 'w')");
    for (int number = 0; number < 3; number++) {
      handle.execute(
          "insert into part (delivery, number, words, state, as_plain, doubt, attempts)"
              + " values ('d', ?, 'w', ?, 0, 0, 0)",
          number,
          number == 0 ? "SENT" : "WAITING");
    }
  }
}
