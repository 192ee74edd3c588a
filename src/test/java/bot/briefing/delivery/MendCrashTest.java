package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.delivery.CrashTest.Counted;
import bot.briefing.delivery.CrashTest.Fault;
import bot.briefing.delivery.CrashTest.Steps;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A fault at every step of a correction; see {@link CrashTest}. */
@Execution(ExecutionMode.CONCURRENT)
final class MendCrashTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<String> CHATS = List.of("a", "b", "c");

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void a_process_that_dies_at_any_step_leaves_no_chat_with_the_mistake() throws Exception {
    enumerate(Fault.KILL);
  }

  @Test
  void a_database_that_fails_once_at_any_step_edits_each_message_once() throws Exception {
    enumerate(Fault.ERROR);
  }

  private void enumerate(Fault fault) throws Exception {
    Steps.each("corrections, " + fault, step -> run(step, fault));
  }

  /** Returns how many steps there were. */
  private int run(int at, Fault fault) throws Exception {
    Path file = folder.resolve(fault + "-" + at + ".db");
    Steps steps = new Steps(at, fault);
    Scene scene = new Scene(Fresh.sqlite(file));
    try {
      sentAndCorrected(scene, steps);
      life(scene, steps);
    } finally {
      scene.database.close();
    }
    Scene after = new Scene(Fresh.sqlite(file));
    try {
      after.layout = scene.layout;
      after.digests.addAll(scene.digests);
      after.stories();
      after.clock.pass(Duration.between(after.clock.instant(), scene.clock.instant()));
      after.postbox = scene.postbox;
      after.channel = scene.postbox;
      after.work(Duration.ofMinutes(3), Duration.ofSeconds(5));
      check(after, fault + " at step " + at);
    } finally {
      after.database.close();
    }
    Files.delete(file);
    return steps.count;
  }

  private static void sentAndCorrected(Scene scene, Steps steps) {
    scene.layout = "FULL";
    CHATS.forEach(scene::subscribe);
    scene.clock.pass(SECOND);
    scene.write("one", "x:1", "y:1", "z:1");
    scene.channel = new Counted(scene.postbox, steps);
    steps.count = -1000;
    scene.work(Duration.ofSeconds(3), SECOND);
    scene.write("one", "x:1", "y:2");
    scene.work();
    scene.clock.pass(Duration.ofMinutes(2));
    steps.count = 0;
    steps.watch(scene.database.jdbi());
  }

  private static void life(Scene scene, Steps steps) {
    Courier courier = scene.courier;
    for (int round = 0; round < 6 && !steps.dead; round++) {
      try {
        if (courier != null) {
          courier.tick();
        }
      } catch (Killed e) {
        return;
      } catch (RuntimeException e) {
        // The loops of a started courier say it in the log, and go on.
      }
      scene.clock.pass(round < 3 ? SECOND : Duration.ofSeconds(20));
    }
  }

  private static void check(Scene scene, String step) {
    Postbox box = scene.postbox;
    for (String chat : CHATS) {
      assertThat(box.says(chat))
          .as("%s, chat %s", step, chat)
          .containsExactly(
              MendContract.bold("x:1"), MendContract.bold("y:2"), MendContract.bold("·"));
      assertThat(scene.latest(chat).notes().stream().map(Note::reason))
          .as("%s, chat %s", step, chat)
          .containsExactly(Reason.CORRECTED);
    }
    assertThat(box.taken).as("%s: sent anew", step).hasSize(9);
    assertThat(box.edited).as("%s: changed", step).hasSize(6).doesNotHaveDuplicates();
    assertThat(box.editing).as("%s: asked for", step).hasSize(6).doesNotHaveDuplicates();
  }
}
