package bot.briefing.journey;

import static bot.briefing.journey.ExtraRoutes.CROSSPOST;
import static bot.briefing.journey.ExtraRoutes.PIN;
import static bot.briefing.journey.ExtraRoutes.POST;
import static bot.briefing.journey.ExtraRoutes.THREAD;
import static bot.briefing.journey.ExtraRoutes.TOPIC;
import static bot.briefing.journey.ExtraRoutes.UNPIN;
import static bot.briefing.journey.ExtraRoutes.fault;
import static bot.briefing.journey.PushScene.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.Row;
import bot.briefing.chat.Chat;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes beside messages, end to end: a file, the real clients and the loopback platforms. The
 * books decide how often each was done.
 */
@Timeout(120)
@Row({
  "pin: not answered, 429, killed",
  "thread: not answered, 429, killed",
  "forum post, topic: not answered, 429, killed",
  "crosspost: not answered, 429, killed",
  "role: not answered, killed",
  "any of these refused"
})
public final class ExtrasOnBothPlatformsTest {
  /** See, write, read the history. */
  private static final long PLAIN = 1 << 10 | 1 << 11 | 1 << 16;

  @SuppressWarnings("NullAway.Init")
  private ExtrasStage stage;

  @BeforeEach
  void begin(@TempDir Path folder) throws Exception {
    stage = new ExtrasStage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void each_is_done_once_and_the_next_digest_takes_the_pin_down() throws Exception {
    stage.publish("one", 60);
    stage.awaitAll(1);
    stage.eachIsThereOnce();
    Map.of(PIN, 2, CROSSPOST, 1, THREAD, 1, POST, 1, "pinChatMessage", 2, TOPIC, 1)
        .forEach((method, times) -> assertThat(stage.done(method)).as(method).hasSize(times));
    assertThat(stage.done("pinChatMessage"))
        .allMatch(entry -> entry.body().path("disable_notification").asBoolean());
    List<Integer> before = stage.pinned();

    stage.publish("two", 30);
    stage.awaitAll(2);
    for (String method : List.of(UNPIN, "unpinChatMessage", POST, TOPIC)) {
      assertThat(stage.done(method)).as(method).hasSize(2);
    }
    assertThat(stage.pinned()).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(stage.kept(stage.news()))
        .extracting(one -> one.path("pinned").asBoolean())
        .containsExactly(false, true);
  }

  @Test
  void what_was_done_and_not_answered_is_done_once() throws Exception {
    befallAll(new Effect.Drop(true));
    fault(stage.telegram(), "pinChatMessage", new Effect.Drop(true));
    fault(stage.telegram(), TOPIC, new Effect.Drop(true));
    stage.publish("one", 60);
    stage.awaitAll(1);
    stage.eachIsThereOnce();
    // Nobody can tell whether a topic is there: it is begun again.
    assertThat(stage.opened()).hasSize(2);
    assertThat(stage.discord().backstage().faults().list()).allMatch(report -> report.spent());
  }

  @Test
  void what_is_limited_or_fails_is_done_later_and_once() throws Exception {
    befallAll(new Effect.RateLimit(Duration.ofSeconds(2), false));
    befallAll(new Effect.Failure(503, 0, "", false, false));
    // Telegram's clock stands here, and would limit for ever.
    for (String method : List.of("pinChatMessage", TOPIC)) {
      fault(stage.telegram(), method, new Effect.Failure(502, 0, "", false, false));
    }
    stage.publish("one", 60);
    stage.awaitAll(1);
    stage.eachIsThereOnce();
    assertThat(stage.opened()).hasSize(1);
  }

  @Test
  void what_was_in_flight_when_the_bot_ended_is_there_once() throws Exception {
    befallAll(new Effect.Latency(Duration.ofSeconds(4), true));
    fault(stage.telegram(), TOPIC, new Effect.Latency(Duration.ofSeconds(4), true));
    stage.publish("one", 60);
    await()
        .atMost(PATIENCE)
        .until(() -> stage.postsOfTheBot().size() == 1 && stage.opened().size() == 1);
    stage.beginAgain();
    stage.awaitAll(1);
    stage.eachIsThereOnce();
    // Its receipt may have come after all.
    assertThat(stage.opened()).hasSizeBetween(1, 2);
    assertThat(stage.postsOfTheBot()).hasSize(1);
  }

  @Test
  void what_is_refused_leaves_the_messages_and_is_told() throws Exception {
    for (String channel : List.of("random", "news")) {
      stage.discord().permit(channel, PLAIN);
    }
    fault(stage.discord(), CROSSPOST, new Effect.Failure(403, 50013, "No", false, false));
    stage.theBotIs(Standing.MEMBER);
    stage.publish("one", 60);
    await().atMost(PATIENCE).until(() -> stage.notes(stage.random()).size() == 2);
    await().atMost(PATIENCE).until(() -> stage.notes(stage.group()).size() == 1);
    await()
        .atMost(PATIENCE)
        .until(() -> stage.notes(stage.topics()).size() == 1 && stage.inTopics().size() == 2);
    await().atMost(PATIENCE).until(() -> stage.notes(stage.news()).size() == 2);

    assertThat(stage.notes(stage.random())).containsExactly(Reason.NOT_PINNED, Reason.NO_THREAD);
    assertThat(stage.notes(stage.group())).containsExactly(Reason.NOT_PINNED);
    assertThat(stage.notes(stage.topics())).containsExactly(Reason.NO_THREAD);
    assertThat(stage.inTopics()).allMatch(entry -> entry.thread() == 0);
    assertThat(stage.kept(stage.random())).hasSize(3);
    for (Chat chat : List.of(stage.random(), stage.news(), stage.group(), stage.topics())) {
      assertThat(stage.status(chat)).isEqualTo(Ledger.Status.SENT);
      assertThat(stage.isActive(chat)).isTrue();
    }
  }

  @Test
  void a_topic_that_is_deleted_between_the_messages_leaves_the_rest_to_the_chat() throws Exception {
    stage
        .telegram()
        .backstage()
        .faults()
        .add(
            Fault.of(new Effect.Failure(400, 0, "Bad Request: TOPIC_DELETED", false, false))
                .on("sendMessage")
                .in(stage.topics().id())
                .skipping(1)
                .times(1));
    stage.publish("one", 60);
    stage.awaitAll(1);
    int topic = stage.opened().getFirst().thread();
    assertThat(stage.inTopics()).extracting(Journal.Entry::thread).containsExactly(topic, 0);
    assertThat(stage.isActive(stage.topics())).isTrue();
  }

  private void befallAll(Effect effect) {
    ExtraRoutes.ALL.forEach(method -> fault(stage.discord(), method, effect));
  }
}
