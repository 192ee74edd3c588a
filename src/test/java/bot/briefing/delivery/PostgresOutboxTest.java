package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresOutboxTest extends OutboxContract {
  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

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
            throw new StackOverflowError("the owner falls silent with a part in flight");
          };
      assertThatExceptionOfType(StackOverflowError.class).isThrownBy(owner::tick);
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

  @Override
  Database open() throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
    }
    return Databases.openPostgres(server.getJdbcUrl("postgres", "postgres"));
  }
}
