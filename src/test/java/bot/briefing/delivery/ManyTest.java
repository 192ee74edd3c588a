package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.store.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand chats that are due at the same minute. */
final class ManyTest {
  private static final int CHATS = 10_000;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void ten_thousand_are_planned_within_seconds() throws Exception {
    Scene scene = new Scene(Databases.openSqlite(folder.resolve("briefing.db")));
    try {
      subscribe(scene, CHATS);
      scene.publish("one");
      Commits commits = new Commits(scene.database.jdbi());
      Planner planner =
          new Planner(
              commits,
              scene.shown,
              new AsPublished(),
              scene.briefer(),
              Map.of(scene.platform, scene.postbox),
              Policy.DEFAULT);
      long start = System.nanoTime();
      int planned = planner.plan(Set.of(scene.platform), scene.clock.instant());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.err.println("planned " + planned + " in " + took.toMillis() + " ms");
      assertThat(planned).isEqualTo(CHATS);
      assertThat(took).isLessThan(Duration.ofSeconds(10));
    } finally {
      scene.database.close();
    }
  }

  @Test
  void one_that_is_to_wait_for_ten_minutes_holds_none_of_the_others() throws Exception {
    Scene scene = new Scene(Databases.openSqlite(folder.resolve("briefing.db")));
    try {
      scene.onTelegram();
      scene.pace = Pace.telegram(scene.clock);
      subscribe(scene, 1_000);
      scene.publish("one");
      String held = "100500";
      Instant until = scene.clock.instant().plusSeconds(600);
      scene.postbox.refusals.put(held, new Receipt.RetryAfter(until, false));
      // 30 a second, and not one more second.
      scene.work(Duration.ofSeconds(35), Duration.ofMillis(10));
      assertThat(scene.postbox.taken).hasSize(999);
      assertThat(scene.postbox.asked.stream().filter(scene.chat(held)::equals)).hasSize(1);
      scene.postbox.refusals.clear();
      scene.work(Duration.ofSeconds(560), Duration.ofSeconds(1));
      assertThat(scene.postbox.texts(held)).isEmpty();
      scene.work(Duration.ofSeconds(6), Duration.ofSeconds(1));
      assertThat(scene.postbox.texts(held)).hasSize(1);
    } finally {
      if (scene.courier != null) {
        scene.courier.close();
      }
      scene.database.close();
    }
  }

  @Test
  void started_for_real_it_keeps_telegrams_pace_and_ends_within_a_second() throws Exception {
    InstantSource real = InstantSource.system();
    Scene scene = new Scene(Databases.openSqlite(folder.resolve("briefing.db")));
    scene.onTelegram();
    scene.clock.pass(Duration.between(scene.clock.instant(), real.instant().minusSeconds(5)));
    subscribe(scene, 400);
    scene.publish("one");
    Postbox postbox = slow(real);
    Courier courier =
        new Courier(
            scene.database,
            scene.shown,
            scene.briefer(),
            new AsPublished(),
            Map.of(scene.platform, new Lane(postbox, Pace.telegram(real), Duration.ZERO)),
            Policy.DEFAULT,
            real,
            _ -> {});
    try {
      courier.start();
      Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> postbox.count() >= 300);
    } finally {
      long start = System.nanoTime();
      courier.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      scene.database.close();
    }
    Duration took = Duration.between(postbox.at(0), postbox.at(299));
    System.err.println(
        "300 in "
            + took.toMillis()
            + " ms, at most "
            + postbox.mostIn(Duration.ofSeconds(1))
            + " in a second");
    // A machine that is busy with other tests lets a thread wait after it has looked at the clock.
    assertThat(postbox.mostIn(Duration.ofMillis(900))).isLessThanOrEqualTo(33);
    assertThat(took).isLessThan(Duration.ofSeconds(12));
  }

  private static void subscribe(Scene scene, int many) {
    scene
        .database
        .jdbi()
        .useTransaction(
            handle -> {
              for (int number = 0; number < many; number++) {
                scene.subscribe(handle, "" + (100_000 + number), "", "");
              }
            });
  }

  /** A platform that takes a while to answer. */
  private static Postbox slow(InstantSource real) {
    Postbox postbox = new Postbox(Duration.ZERO, real);
    postbox.answersAfter = Duration.ofMillis(50);
    return postbox;
  }
}
