package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.subscription.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever manages a group with topics wants one for each briefing. */
@Timeout(120)
final class TopicsTest {
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
