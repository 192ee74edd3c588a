package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.Row;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Settling;
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

/** Whoever manages a group with topics wants one for each briefing. */
@Timeout(120)
@Row("forum post, topic: not answered, 429, killed")
final class TopicsTest {
  private static final String TOPIC = "createForumTopic";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private PromiseStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new PromiseStage(folder);
    stage.serve(Map.of());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private String forum(boolean administrator) {
    return stage
        .serving
        .backstage("telegram")
        .settle(new Settling("forum", 1, 0, true, "", administrator))
        .at("/ids/0")
        .asText();
  }

  private List<Journal.Entry> booked(String chat, Journal.Kind kind) {
    return stage
        .serving
        .backstage("telegram")
        .journal()
        .from(1)
        .filter(entry -> entry.chat().equals(chat) && entry.kind() == kind)
        .toList();
  }

  @Test
  void each_briefing_comes_in_a_topic_of_its_own() throws Exception {
    String chat = forum(true);
    stage.join(chat, "telegram");
    assertThat(stage.ask(chat, "/subscribe thread:on layout:full"))
        .contains("브리핑마다 이 그룹에 토픽을 따로 열어요")
        .doesNotContain("빼고 보내요");
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(chat, 2);
    List<Journal.Entry> topics = booked(chat, Journal.Kind.OPENED);
    assertThat(topics).extracting(Journal.Entry::text).containsExactly("2026-02-12 시험");
    assertThat(booked(chat, Journal.Kind.SENT))
        .filteredOn(entry -> entry.thread() != 0)
        .hasSize(2)
        .allMatch(entry -> entry.thread() == topics.getFirst().thread());
    assertThat(stage.ask(chat, "/settings")).contains("고정과 토픽");
  }

  @Test
  void messages_wait_for_a_topic_that_is_limited_and_it_is_begun_once() throws Exception {
    String chat = forum(true);
    String other = forum(true);
    for (String one : List.of(chat, other)) {
      stage.join(one, "telegram");
      assertThat(stage.ask(one, "/subscribe thread:on")).contains("토픽을 따로");
    }
    stage.befall(chat, TOPIC, new Effect.RateLimit(Duration.ofMinutes(10), false), 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(other, 1);
    stage.awaitFault("telegram", chat);
    stage.serving.stop();
    stage.serving.clock.advance(Duration.ofMinutes(9));
    stage.serving.start();
    stage.rest();
    assertThat(stage.came(chat)).isZero();
    stage.serving.clock.advance(Duration.ofMinutes(1));
    stage.comes(chat, 1);
    assertThat(booked(chat, Journal.Kind.OPENED)).hasSize(1);
    stage.tells(chat, Reason.RATE_LIMITED);
  }

  @Test
  void one_that_may_be_there_is_begun_again_or_left_out_as_the_operator_chose() throws Exception {
    for (String ambiguous : List.of("resend", "skip")) {
      stage.serve(Map.of(Setting.AMBIGUOUS, ambiguous));
      String chat = forum(true);
      stage.join(chat, "telegram");
      assertThat(stage.ask(chat, "/subscribe thread:on")).contains("토픽을 따로");
      stage.befall(chat, TOPIC, new Effect.Drop(true), 1);
      stage.serving.clock.set(PromiseStage.PUBLISHED);
      stage.comes(chat, 1);
      boolean again = ambiguous.equals("resend");
      assertThat(booked(chat, Journal.Kind.OPENED)).hasSize(again ? 2 : 1);
      assertThat(thread(chat))
          .isEqualTo(again ? booked(chat, Journal.Kind.OPENED).getLast().thread() : 0);
      if (!again) {
        stage.tells(chat, Reason.NO_THREAD);
      }
    }
  }

  /** Where the briefing stands. */
  private int thread(String chat) {
    return booked(chat, Journal.Kind.SENT).getLast().thread();
  }

  @Test
  void without_the_right_the_answer_warns_and_the_briefing_comes_to_the_chat() throws Exception {
    String chat = forum(false);
    stage.join(chat, "telegram");
    assertThat(stage.ask(chat, "/subscribe thread:on")).contains("저는 여기서 토픽을 열 수 없어", "관리자 권한");
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(chat, 1);
    assertThat(booked(chat, Journal.Kind.OPENED)).isEmpty();
    assertThat(booked(chat, Journal.Kind.SENT)).allMatch(entry -> entry.thread() == 0);
    stage.tells(chat, Reason.NO_THREAD);
  }
}
