package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.delivery.CrashTest.Counted;
import bot.briefing.delivery.CrashTest.Fault;
import bot.briefing.delivery.CrashTest.Steps;
import bot.briefing.subscription.Ledger.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A fault at every step of what comes beside messages; see {@link CrashTest}. One chat has all that
 * a channel may have, and a digest pinned before; the other is a forum.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ExtrasCrashTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void a_process_that_dies_at_any_step_does_each_once() throws Exception {
    enumerate(Fault.KILL, SECOND);
  }

  @Test
  void nor_twice_where_it_comes_back_ten_hours_later() throws Exception {
    enumerate(Fault.KILL, Duration.ofHours(10));
  }

  @Test
  void a_database_that_fails_once_at_any_step_does_each_once() throws Exception {
    enumerate(Fault.ERROR, SECOND);
  }

  private void enumerate(Fault fault, Duration away) throws Exception {
    Steps.each("extras, " + fault + ", " + away, step -> run(step, fault, away));
  }

  /** Returns how many steps there were. */
  private int run(int at, Fault fault, Duration away) throws Exception {
    Path file = folder.resolve(fault + "-" + away + "-" + at + ".db");
    Steps steps = new Steps(at, fault);
    Scene scene = new Scene(Fresh.sqlite(file));
    try {
      begin(scene, steps);
      life(scene, steps);
    } finally {
      scene.database.close();
    }
    Scene after = new Scene(Fresh.sqlite(file));
    try {
      after.messages = scene.messages;
      after.digests.addAll(scene.digests);
      after.clock.pass(Duration.between(after.clock.instant(), scene.clock.instant()).plus(away));
      after.postbox = scene.postbox;
      after.channel = scene.postbox;
      after.work(Duration.ofSeconds(30), SECOND);
      check(after, fault + " at step " + at);
    } finally {
      after.database.close();
    }
    Files.delete(file);
    return steps.count;
  }

  private static void begin(Scene scene, Steps steps) {
    scene.messages = 2;
    scene.subscribe("a");
    scene.want("a", new Extras(true, true, Rooms.THREAD, "77"));
    scene.channel = new Counted(scene.postbox, steps);
    steps.count = -1000;
    scene.publish("one");
    scene.work(Duration.ofSeconds(10), SECOND);
    scene.subscribe("b");
    scene.want("b", new Extras(false, false, Rooms.POST, "77"));
    scene.database.jdbi().useHandle(h -> h.execute("update subscription set since = since + 2"));
    scene.publish("two");
    steps.count = 0;
    steps.watch(scene.database.jdbi());
  }

  private static void life(Scene scene, Steps steps) {
    Courier courier = scene.courier;
    for (int round = 0; round < 20 && !steps.dead; round++) {
      try {
        if (courier != null) {
          courier.tick();
        }
      } catch (Killed e) {
        return;
      } catch (RuntimeException e) {
        // The loops of a started courier say it in the log, and go on.
      }
      scene.clock.pass(SECOND);
    }
  }

  private static void check(Scene scene, String step) {
    Postbox box = scene.postbox;
    assertThat(box.texts("a"))
        .as(step)
        .containsExactly(
            "<@&77>",
            "<b>2026-02-12:one 1</b>",
            "<b>2026-02-12:one 2</b>",
            "<@&77>",
            "<b>2026-02-12:two 1</b>",
            "<b>2026-02-12:two 2</b>");
    assertThat(box.texts("b"))
        .as(step)
        .containsExactly("<b>2026-02-12:two 1</b>", "<@&77>", "<b>2026-02-12:two 2</b>");
    String first = id(box, "a", "<b>2026-02-12:two 1</b>");
    String post = id(box, "b", "<b>2026-02-12:two 1</b>");
    assertThat(box.deeds)
        .as(step)
        .containsExactlyInAnyOrder(
            "thread 2026-02-12 at 2",
            "pin 2",
            "crosspost 2",
            "thread 2026-02-12 at " + first,
            "pin " + first,
            "unpin 2",
            "crosspost " + first,
            "post 2026-02-12");
    assertThat(box.taken)
        .as(step)
        .filteredOn(one -> one.chat().thread() != null)
        .extracting(one -> one.chat().thread())
        .containsExactlyInAnyOrder("t2", "t" + first, post, post);
    for (String chat : new String[] {"a", "b"}) {
      assertThat(scene.latest(chat).status()).as(step).isEqualTo(Status.SENT);
      assertThat(scene.latest(chat).notes()).as(step).isEmpty();
    }
  }

  private static String id(Postbox box, String chat, String body) {
    return box.taken.stream()
        .filter(one -> one.chat().id().equals(chat) && one.body().equals(body))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }
}
