package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bot.briefing.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresOutboxTest extends OutboxContract {
  @Test
  void a_stand_by_takes_over_within_five_seconds_and_the_dead_one_stays_silent() throws Exception {
    Scene scene = new Scene(open());
    try {
      scene.subscribe("a");
      scene.publish("one");
      Courier owner = scene.another();
      Courier standBy = scene.another();
      scene.postbox.always =
          () -> {
            throw new Killed();
          };
      assertThatExceptionOfType(Killed.class).isThrownBy(owner::tick);
      scene.postbox.always = null;
      for (int second = 0; second < 5; second++) {
        standBy.tick();
        scene.clock.pass(Duration.ofSeconds(1));
      }
      assertThat(standBy.owns(scene.platform)).isTrue();
      assertThat(scene.postbox.texts("a")).hasSize(1);
      scene.publish("two");
      owner.tick();
      assertThat(owner.owns(scene.platform)).isFalse();
      assertThat(scene.postbox.texts("a")).hasSize(1);
      standBy.tick();
      assertThat(scene.postbox.texts("a")).hasSize(2);
      standBy.close();
      owner.close();
    } finally {
      scene.database.close();
    }
  }

  @Test
  void a_statement_is_prepared_once_for_many_commits() throws Exception {
    String mine = "select count(*) from pg_prepared_statements where statement like 'update hold%'";
    try (Database database = open();
        Commits commits = new Commits(database.jdbi())) {
      for (int commit = 0; commit < 20; commit++) {
        Duration more = Duration.ofMillis(commit);
        int _ =
            commits.write(
                handle ->
                    handle
                        .createUpdate("update hold set not_before = :more")
                        .bind("more", more.toMillis())
                        .execute());
      }
      // The server knows those that were executed again and again.
      int known = commits.write(handle -> handle.createQuery(mine).mapTo(Integer.class).one());
      assertThat(known).isOne();
    }
  }

  @Test
  void a_connection_that_died_meanwhile_fails_no_write() throws Exception {
    try (Database database = open();
        Commits commits = new Commits(database.jdbi())) {
      int pid =
          commits.write(
              handle -> handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one());
      Fresh.onPostgres("select pg_terminate_backend(" + pid + ")");
      int one = commits.write(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
      assertThat(one).isOne();
    }
  }

  @Override
  Database open() throws Exception {
    return Fresh.postgres();
  }
}
