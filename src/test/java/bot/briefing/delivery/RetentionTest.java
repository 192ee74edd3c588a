package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, and for how long: messages, the record of deliveries, what was asked for. */
final class RetentionTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void texts_go_after_a_month_and_the_record_after_four_hundred_days_on_sqlite() throws Exception {
    forgets(Fresh.sqlite(folder.resolve("briefing.db")));
  }

  @Test
  void and_on_postgresql() throws Exception {
    forgets(Fresh.postgres());
  }

  private static void forgets(Database database) {
    Scene scene = new Scene(database);
    try {
      scene.subscribe("a");
      Courier courier = scene.start();
      scene.publish("one");
      courier.tick();
      assertThat(scene.postbox.texts("a")).hasSize(1);
      pass(scene, courier, Duration.ofDays(29));
      assertThat(count(scene, "words")).isEqualTo(1);
      pass(scene, courier, Duration.ofDays(2));
      assertThat(count(scene, "words")).isZero();
      assertThat(count(scene, "draft")).isZero();
      assertThat(courier.ledger().recent(scene.chat("a"), 9)).hasSize(1);

      pass(scene, courier, Duration.ofDays(360));
      scene.publish("two");
      courier.tick();
      assertThat(scene.postbox.texts("a")).hasSize(2);
      assertThat(count(scene, "delivery")).isEqualTo(2);
      pass(scene, courier, Duration.ofDays(15));
      assertThat(courier.ledger().recent(scene.chat("a"), 9)).hasSize(1);
      assertThat(count(scene, "part")).isEqualTo(1);
      assertThat(count(scene, "words")).isEqualTo(1);
      assertThat(count(scene, "subscription")).isEqualTo(1);
    } finally {
      if (scene.courier != null) {
        scene.courier.close();
      }
      database.close();
    }
  }

  private static void pass(Scene scene, Courier courier, Duration time) {
    scene.clock.pass(time);
    courier.tick();
  }

  private static int count(Scene scene, String table) {
    return scene
        .database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
