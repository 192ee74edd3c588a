package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.delivery.CrashTest.Counted;
import bot.briefing.delivery.CrashTest.Fault;
import bot.briefing.delivery.CrashTest.Steps;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A fault at every step of a digest that gets a topic, on a platform that cannot be asked what is
 * there; see {@link CrashTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TopicsCrashTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String CHAT = "a";

  /** In so many all has come. */
  private static final int ROUNDS = 2;

  private static final List<String> TEXTS =
      List.of("<b>2026-02-12:one 1</b>", "<b>2026-02-12:one 2</b>");

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void whatever_dies_all_comes_in_a_topic_and_at_most_one_is_left_empty() throws Exception {
    enumerate(Fault.KILL, Ambiguity.RESEND);
  }

  @Test
  void or_none_is_begun_twice_and_what_came_without_one_is_told() throws Exception {
    enumerate(Fault.KILL, Ambiguity.SKIP);
  }

  @Test
  void a_database_that_fails_once_at_any_step_has_all_of_it_once() throws Exception {
    enumerate(Fault.ERROR, Ambiguity.RESEND);
  }

  private void enumerate(Fault fault, Ambiguity ambiguous) throws Exception {
    Steps.each("topics, " + fault + ", " + ambiguous, step -> run(step, fault, ambiguous));
  }

  /** Returns how many steps there were. */
  private int run(int at, Fault fault, Ambiguity ambiguous) throws Exception {
    Path file = folder.resolve(fault + "-" + ambiguous + "-" + at + ".db");
    Steps steps = new Steps(at, fault);
    Scene scene = new Scene(Fresh.sqlite(file));
    scene.policy = new Policy(Policy.DEFAULT.maxAge(), ambiguous);
    try {
      scene.onTelegram();
      scene.postbox.beginsEmpty = true;
      scene.messages = TEXTS.size();
      scene.subscribe(CHAT);
      scene.want(CHAT, new Extras(false, false, Rooms.POST, null));
      scene.publish("one");
      scene.channel = new Counted(scene.postbox, steps);
      steps.watch(scene.database.jdbi());
      life(scene, steps);
    } finally {
      scene.database.close();
    }
    Scene after = new Scene(Fresh.sqlite(file));
    try {
      after.policy = scene.policy;
      after.platform = scene.platform;
      after.messages = scene.messages;
      after.digests.addAll(scene.digests);
      after.clock.pass(Duration.between(after.clock.instant(), scene.clock.instant()).plus(SECOND));
      after.postbox = scene.postbox;
      after.channel = scene.postbox;
      after.work(Duration.ofSeconds(8), SECOND);
      check(after, fault == Fault.KILL ? 1 : 0, ambiguous, fault + " at step " + at);
    } finally {
      after.database.close();
    }
    Files.delete(file);
    return steps.count;
  }

  private static void life(Scene scene, Steps steps) {
    Courier courier = scene.start();
    for (int round = 0; round < ROUNDS && !steps.dead; round++) {
      try {
        courier.tick();
      } catch (Killed e) {
        return;
      } catch (RuntimeException e) {
        // The loops of a started courier say it in the log, and go on.
      }
      scene.clock.pass(SECOND);
    }
  }

  /**
   * @param inFlight how many parts may have been in flight
   */
  private static void check(Scene scene, int inFlight, Ambiguity ambiguous, String step) {
    boolean resends = ambiguous == Ambiguity.RESEND;
    Postbox box = scene.postbox;
    int topics = box.deeds.size() - 1;
    int messages = box.count() - TEXTS.size();
    int fewest = resends ? 0 : -inFlight;
    int most = resends ? inFlight : 0;
    assertThat(topics).as(step).isBetween(fewest, most);
    assertThat(messages).as(step).isBetween(fewest, most);
    assertThat(topics + messages).as(step).isBetween(fewest, most);
    List<String> texts = box.texts(CHAT).stream().distinct().toList();
    List<Reason> notes = scene.latest(CHAT).notes().stream().map(Note::reason).toList();
    boolean lost = texts.size() < TEXTS.size();
    assertThat(TEXTS).as(step).containsSubsequence(texts);
    // What was skipped may have arrived.
    List<Status> ends =
        lost
            ? List.of(Status.MISSED)
            : resends ? List.of(Status.SENT) : List.of(Status.SENT, Status.MISSED);
    assertThat(scene.latest(CHAT).status()).as(step).isIn(ends);
    assertThat(notes.equals(List.of(Reason.NO_THREAD)) || notes.isEmpty()).as(step).isTrue();
    assertThat(box.taken)
        .as(step)
        .extracting(one -> one.chat().thread())
        .allMatch(thread -> (thread == null) == notes.contains(Reason.NO_THREAD))
        .satisfies(
            them ->
                assertThat(Set.copyOf(them.stream().map(String::valueOf).toList()))
                    .hasSizeLessThan(2));
    assertThat(!resends || notes.isEmpty()).as(step).isTrue();
  }
}
