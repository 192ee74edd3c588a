package bot.briefing.journey;

import static bot.briefing.journey.PushScene.PATIENCE;
import static bot.briefing.journey.PushScene.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.card.Layout;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.command.NewsDesk;
import bot.briefing.command.Verb;
import bot.briefing.delivery.Resends;
import bot.briefing.delivery.Withdrawals;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrections end to end: a file, the real clients and the loopback platforms. All chats of both
 * platforms get the digest; the channel and the group in full, the others as an overview.
 */
@Timeout(120)
final class MendedOnBothPlatformsTest {
  private static final Instant START = Instant.parse("2026-02-12T08:00:00Z");
  private static final Duration STILL = Duration.ofMinutes(2);

  /** Overview and three articles in full, and an overview. */
  private static final int MESSAGES = 5;

  private final InstantSource machine = InstantSource.system();
  private volatile Duration ahead = Duration.between(machine.instant(), START);
  private final InstantSource clock = () -> machine.instant().plus(ahead);

  @SuppressWarnings("NullAway.Init")
  private PushScene scene;

  @SuppressWarnings("NullAway.Init")
  private Visitor reader;

  private long group;

  @BeforeEach
  void publish(@TempDir Path folder) throws Exception {
    scene = new PushScene(folder, clock);
    reader = scene.discord().visitor(Language.KO).in("random");
    LoopbackTelegram telegram = scene.telegram().telegram();
    group = telegram.people().supergroup("News", scene.telegram().person(Language.KO));
    scene.serve(
        new NewsDesk(
            scene.shown(), () -> Newsrooms.TAXONOMY, Newsrooms.briefings(), Language.KO, clock));
    order(on(Platform.DISCORD, reader.channel()), Layout.FULL);
    order(on(Platform.DISCORD, reader.inDirectMessages().channel()), Layout.OVERVIEW);
    order(on(Platform.TELEGRAM, group), Layout.FULL);
    order(on(Platform.TELEGRAM, 1), Layout.OVERVIEW);
    scene.push();
    write("ai-news", "옛 말", true);
    await().atMost(PATIENCE).until(() -> sent(Platform.DISCORD) == MESSAGES);
    await().atMost(PATIENCE).until(() -> sent(Platform.TELEGRAM) == MESSAGES);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void order(Chat chat, Layout layout) {
    scene.order(chat, layout, Extras.NONE, START);
  }

  private Path file(String name) {
    return scene.file("2026-02-12-" + name);
  }

  private void write(String name, String words, boolean published) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("---\ntitle: \"AI 뉴스\"\ndate: 2026-02-12 16:59:00 +0900\nlang: ko\n");
    text.append(published ? "" : "published: false\n").append("---\n");
    for (int number = 1; number <= 3; number++) {
      text.append(
          """

          ## 소식 %d

          [출처](https://example.org/%d) - 발행일: 2026-02-12

          ### 요약
          - %s입니다.
          """
              .formatted(number, number, number == 2 ? words : "그대로"));
    }
    Files.writeString(file(name), text);
  }

  /** Until readers see it, and the pusher with them. */
  private void seen(String words) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                scene
                    .library()
                    .latest("ko", clock.instant())
                    .map(String::valueOf)
                    .orElse("")
                    .contains(words));
    rest();
  }

  /** The planner looks four times a second: what it would do, it does meanwhile. */
  private void rest() {
    long end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() > end);
  }

  private void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  private Book book(Platform platform) {
    return platform == Platform.DISCORD ? scene.discord().book() : scene.telegram().book();
  }

  private long sent(Platform platform) {
    return book(platform).entries().stream()
        .filter(entry -> entry.status() == 200)
        .filter(
            entry ->
                platform == Platform.DISCORD
                    ? entry.method().startsWith("POST") && entry.path().endsWith("/messages")
                    : entry.method().equals("sendMessage"))
        .count();
  }

  private List<Book.Entry> edits(Platform platform) {
    return book(platform).entries().stream()
        .filter(
            entry ->
                platform == Platform.DISCORD
                    ? entry.method().startsWith("PATCH") && entry.path().contains("/messages/")
                    : entry.method().equals("editMessageText"))
        .toList();
  }

  private List<JsonNode> kept(Platform platform) {
    Iterable<JsonNode> messages =
        platform == Platform.DISCORD
            ? reader.transcript()
            : scene.telegram().telegram().people().messages(group);
    return StreamSupport.stream(messages.spliterator(), false)
        .filter(one -> one.at("/author/bot").asBoolean() || one.at("/from/is_bot").asBoolean())
        .toList();
  }

  private void eachIsEdited(int times) {
    for (Platform platform : List.of(Platform.DISCORD, Platform.TELEGRAM)) {
      await().atMost(PATIENCE).until(() -> edits(platform).size() >= times);
    }
    rest();
    for (Platform platform : List.of(Platform.DISCORD, Platform.TELEGRAM)) {
      assertThat(edits(platform)).hasSize(times).allMatch(entry -> entry.status() == 200);
      assertThat(sent(platform)).isEqualTo(MESSAGES);
    }
  }

  @Test
  void a_mistake_is_mended_in_every_chat_by_one_edit_a_part_however_often_the_author_saves()
      throws Exception {
    for (int save = 1; save <= 19; save++) {
      write("ai-news", save + "번째 말", true);
      pass(Duration.ofSeconds(3));
    }
    write("ai-news", "새 말", true);
    seen("새 말");
    pass(Duration.ofSeconds(100));
    rest();
    assertThat(edits(Platform.DISCORD)).isEmpty();
    pass(Duration.ofSeconds(30));

    // The overview twice, and the article.
    eachIsEdited(3);
    for (Platform platform : List.of(Platform.DISCORD, Platform.TELEGRAM)) {
      assertThat(kept(platform).toString()).contains("새 말").doesNotContain("옛 말");
    }
    assertThat(edits(Platform.DISCORD))
        .allSatisfy(
            edit -> {
              assertThat(edit.body().at("/components/0/id").asInt()).isPositive();
              assertThat(edit.body().path("allowed_mentions").path("parse")).isEmpty();
              assertThat(edit.body().has("allowed_mentions")).isTrue();
            });
    Chat chat = on(Platform.TELEGRAM, group);
    assertThat(scene.courier().ledger().recent(chat, 1).getFirst().notes())
        .extracting(Note::reason)
        .containsExactly(Reason.CORRECTED);
  }

  @Test
  void a_renamed_or_missing_file_edits_nothing_and_sends_nothing() throws Exception {
    Files.move(file("ai-news"), file("another"));
    await().atMost(PATIENCE).until(() -> scene.library().latest("ko", clock.instant()).isPresent());
    rest();
    pass(Duration.ofMinutes(5));
    rest();
    Files.delete(file("another"));
    rest();
    pass(Duration.ofMinutes(15));
    rest();
    eachIsEdited(0);
  }

  @Test
  void a_withdrawn_digest_becomes_a_notice_and_comes_back() throws Exception {
    String notice = Texts.in(Language.KO).say("delivery.withdrawn");
    String _ = Withdrawals.ask(scene.database(), "2026-02-12-ai-news", false, clock.instant());
    eachIsEdited(MESSAGES);
    for (Platform platform : List.of(Platform.DISCORD, Platform.TELEGRAM)) {
      assertThat(kept(platform))
          .allSatisfy(one -> assertThat(one.toString()).contains(notice).doesNotContain("소식"));
    }

    String _ = Withdrawals.ask(scene.database(), "2026-02-12-ai-news", true, clock.instant());
    rest();
    pass(STILL);
    eachIsEdited(2 * MESSAGES);
    write("ai-news", "옛 말", false);
    await().atMost(PATIENCE).until(() -> scene.library().latest("ko", clock.instant()).isEmpty());
    rest();
    pass(STILL.plusSeconds(5));
    eachIsEdited(3 * MESSAGES);
    assertThat(kept(Platform.TELEGRAM).toString()).contains(notice).doesNotContain("소식");
  }

  @Test
  void a_withdrawn_digest_is_shown_to_nobody_until_it_comes_back() throws Exception {
    Files.writeString(
        scene.file("2026-02-10-before"),
        Files.readString(file("ai-news"))
            .replace("2026-02-12 16", "2026-02-10 16")
            .replace("AI 뉴스", "그제 뉴스"));
    await().atMost(PATIENCE).until(() -> scene.library().dates().size() == 2);
    Texts texts = Texts.in(Language.KO);
    List<Scene> scenes = List.of(scene.discord(), scene.telegram());
    List<Reader> readers = scenes.stream().map(one -> one.alone(Language.KO)).toList();
    List<Seen> old = today(scenes, readers);
    assertThat(old).allSatisfy(one -> assertThat(one.text()).contains("AI 뉴스", "소식 2"));

    String _ = Withdrawals.ask(scene.database(), "2026-02-12-ai-news", false, clock.instant());
    await().atMost(PATIENCE).until(() -> scene.shown().dates().size() == 1);
    for (int one = 0; one < scenes.size(); one++) {
      Seen pressed = readers.get(one).press(old.get(one), old.get(one).knobs().getFirst());
      assertThat(pressed.text()).contains(texts.say("gone.title")).doesNotContain("소식");
    }
    assertThat(today(scenes, readers))
        .allSatisfy(one -> assertThat(one.text()).contains("그제 뉴스").doesNotContain("AI 뉴스"));
    LocalDate day = LocalDate.parse("2026-02-12");
    Chat chat = on(Platform.TELEGRAM, 1);
    String asked = Resends.ask(scene.database(), chat, day, clock.instant());
    await().atMost(PATIENCE).until(() -> Resends.outcome(scene.database(), asked).isPresent());
    assertThat(Resends.outcome(scene.database(), asked)).hasValue(Resends.Outcome.WITHDRAWN);

    String _ = Withdrawals.ask(scene.database(), "2026-02-12-ai-news", true, clock.instant());
    await().atMost(PATIENCE).until(() -> scene.shown().dates().size() == 2);
    assertThat(today(scenes, readers))
        .allSatisfy(one -> assertThat(one.text()).contains("AI 뉴스", "소식 2"));
  }

  private static List<Seen> today(List<Scene> scenes, List<Reader> readers) {
    return IntStream.range(0, scenes.size())
        .mapToObj(one -> readers.get(one).ask(scenes.get(one).command(Verb.TODAY, Language.KO)))
        .toList();
  }
}
