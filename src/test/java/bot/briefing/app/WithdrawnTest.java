package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.wire.Speaker;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code withdraw} beside the running bot: what a chat is shown of it. */
@Timeout(120)
final class WithdrawnTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String STEM = "2026-02-12-thursday";
  private static final String BEFORE = "2026-02-11-wednesday";

  @TempDir private Path folder;
  private Serving serving;

  @BeforeEach
  void open() throws Exception {
    Path posts = Files.createDirectories(folder.resolve("content/_posts"));
    for (String stem : new String[] {STEM, BEFORE}) {
      Files.writeString(
          posts.resolve(stem + ".md"),
          """
          ---
          title: "%s"
          lang: ko
          date: %s 07:00:00 +0900
          ---
          ## 새 소식

          [Example](https://example.com/%s) - 발행일: 2026-02-11

          ### 요약
          - 한 줄
          """
              .formatted(stem, stem.substring(0, 10), stem));
    }
    serving =
        new Serving(
            folder.resolve("content"),
            folder.resolve("data"),
            Instant.parse("2026-02-12T03:00:00Z"));
  }

  @AfterEach
  void close() {
    serving.close();
  }

  private Typed beside(String... line) {
    return Typed.in(
        Language.EN,
        Map.of(
            "DATA_DIR",
            folder.resolve("data").toString(),
            "CONTENT_DIR",
            folder.resolve("content").toString()),
        line);
  }

  /** Says a line and waits for what comes of it; the newest message as JSON. */
  private String ask(String chat, String line) {
    int before = serving.messages("telegram", chat).size();
    serving.backstage("telegram").say(chat, Speaker.MEMBER, line);
    await(line)
        .atMost(PATIENCE)
        .until(() -> serving.messages("telegram", chat).size() >= before + 2);
    return serving.messages("telegram", chat).getLast();
  }

  @Test
  void what_the_command_withdraws_is_shown_to_nobody_until_the_command_takes_that_back()
      throws Exception {
    Texts texts = Texts.in(Language.KO);
    String chat = serving.settle("telegram", "private");
    assertThat(ask(chat, "/subscribe")).isNotEmpty();
    assertThat(ask(chat, "/today")).contains(STEM);

    assertThat(beside("withdraw", STEM).code()).isZero();
    await().atMost(PATIENCE).until(() -> ask(chat, "/today").contains(BEFORE));
    assertThat(ask(chat, "/date 2026-02-12")).doesNotContain(STEM);
    Typed again = beside("resend", "--chat", chat, "--date", "2026-02-12");
    assertThat(again.code()).isEqualTo(ExitCode.NOTHING);
    assertThat(again.err()).contains("2026-02-12", "withdraw --undo");

    serving.stop();
    serving.start();
    assertThat(ask(chat, "/today")).contains(BEFORE).doesNotContain(STEM);
    Files.delete(folder.resolve("content/_posts/" + BEFORE + ".md"));
    await().atMost(PATIENCE).until(() -> ask(chat, "/today").contains(texts.say("empty.title")));
    assertThat(ask(chat, "/test")).contains(texts.say("orders.test.none"));

    assertThat(beside("withdraw", "--undo", STEM).code()).isZero();
    await().atMost(PATIENCE).until(() -> ask(chat, "/today").contains(STEM));
    assertThat(ask(chat, "/test")).contains(texts.say("orders.test"));
    assertThat(beside("resend", "--chat", chat, "--date", "2026-02-12").code()).isZero();
  }
}
