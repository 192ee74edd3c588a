package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.Row;
import bot.briefing.journey.ExtrasOnBothPlatformsTest;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.subscription.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README promises of a push, row by row, on both platforms. */
@Timeout(120)
final class PromiseTest {
  private static final int STILL = 4;
  private static final Duration A_LITTLE = Duration.ofSeconds(5);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private PromiseStage stage;

  @BeforeEach
  void open() {
    stage = new PromiseStage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Row("answered")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void answered(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform, "full");
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    // The overview, and its one article.
    stage.comes(chat, 2);
    stage.serving.stop();
    stage.serving.start();
    stage.rest();
    assertThat(stage.came(chat)).isEqualTo(2);
  }

  @Row("refused")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void refused(String platform) throws Exception {
    stage.serve(Map.of());
    String once = stage.chat(platform);
    String always = stage.chat(platform);
    Effect refusal = new Effect.Failure(400, 50035, "Bad Request: not this", false, false);
    stage.befall(once, refusal, 1);
    stage.befall(always, refusal, 0);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(once, 1);
    // As it is, and in plain words.
    await()
        .atMost(PromiseStage.PATIENCE)
        .until(
            () -> {
              stage.rest();
              return stage.hits(platform, always) >= 2;
            });
    for (int moment = 0; moment < STILL; moment++) {
      stage.rest();
    }
    assertThat(stage.hits(platform, always)).isEqualTo(2);
    assertThat(stage.came(always)).isZero();
    stage.serving.backstage(platform).faults().clear();
    stage.tells(always, Reason.REFUSED);
  }

  @Row("429 for a chat")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void limited(String platform) throws Exception {
    stage.serve(Map.of());
    String held = stage.chat(platform);
    String other = stage.chat(platform);
    stage.befall(held, new Effect.RateLimit(Duration.ofMinutes(10), false), 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(other, 1);
    stage.awaitFault(platform, held);
    stage.serving.stop();
    stage.serving.clock.advance(Duration.ofMinutes(9));
    stage.serving.start();
    stage.rest();
    assertThat(stage.came(held)).isZero();
    stage.serving.clock.advance(Duration.ofMinutes(1));
    stage.comes(held, 1);
    stage.tells(held, Reason.RATE_LIMITED);
  }

  @Row("429 for the bot")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void allLimited(String platform) throws Exception {
    stage.serve(Map.of());
    List<String> two = List.of(stage.chat(platform), stage.chat(platform));
    stage
        .serving
        .backstage(platform)
        .faults()
        .add(
            Fault.of(new Effect.RateLimit(A_LITTLE, true))
                .on(PromiseStage.send(platform))
                .times(1));
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.awaitFault(platform, "");
    // Discord's client counts the time of the machine.
    two.forEach(chat -> assertThat(stage.came(chat)).isZero());
    stage.serving.clock.advance(A_LITTLE);
    two.forEach(chat -> stage.comes(chat, 1));
  }

  @Row("5xx")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void broken(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform);
    stage.befall(chat, new Effect.Failure(502, 0, "", true, false), 2);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(chat, 1);
  }

  @Row("connection lost before it was taken")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostBefore(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform);
    stage.befall(chat, new Effect.Drop(false), 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(chat, 1);
  }

  @Row("connection lost after it was taken")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostAfter(String platform) throws Exception {
    boolean isDiscord = platform.equals("discord");
    for (String ambiguous : List.of("resend", "skip")) {
      stage.serve(Map.of(Setting.AMBIGUOUS, ambiguous));
      String chat = stage.chat(platform);
      stage.befall(chat, new Effect.Drop(true), 1);
      stage.serving.clock.set(PromiseStage.PUBLISHED);
      stage.comes(chat, isDiscord || ambiguous.equals("skip") ? 1 : 2);
      if (!isDiscord && ambiguous.equals("skip")) {
        stage.tells(chat, Reason.IN_DOUBT);
      }
    }
  }

  @Row("the same, hours ago")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostLongAgo(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform);
    stage.befall(chat, new Effect.Drop(true), 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.awaitFault(platform, chat);
    stage.serving.stop();
    stage.serving.clock.advance(Duration.ofHours(10));
    stage.serving.start();
    stage.comes(chat, platform.equals("discord") ? 1 : 2);
  }

  @Row("outage of the platform")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void outage(String platform) throws Exception {
    stage.serve(Map.of());
    List<String> two = List.of(stage.chat(platform), stage.chat(platform));
    stage
        .serving
        .backstage(platform)
        .faults()
        .add(
            Fault.of(new Effect.Failure(503, 0, "", false, false)).on(PromiseStage.send(platform)));
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.awaitFault(platform, "");
    stage.rest();
    stage.serving.backstage(platform).faults().clear();
    stage.serving.clock.advance(Duration.ofMinutes(2));
    two.forEach(chat -> stage.comes(chat, 1));
    two.forEach(chat -> stage.tells(chat, Reason.PLATFORM_DOWN));
  }

  @Row("token revoked")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void revoked(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform);
    stage.serving.backstage(platform).faults().add(Fault.of(new Effect.Revoked()));
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.rest();
    stage.serving.stop();
    stage.serving.backstage(platform).faults().clear();
    stage.serving.start();
    stage.comes(chat, 1);
  }

  @Row("kicked, blocked, deleted")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void kicked(String platform) throws Exception {
    stage.serve(Map.of());
    String chat = stage.chat(platform);
    stage
        .serving
        .backstage(platform)
        .happen(Incident.of(platform.equals("discord") ? Kind.KICKED : Kind.BLOCKED, chat));
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.rest();
    assertThat(stage.came(chat)).isZero();
    stage.serving.backstage(platform).happen(Incident.of(Kind.LET_IN, chat));
    stage.comes(chat, 1);
    stage.tells(chat, Reason.RESUMED);
  }

  @Row("content replaced meanwhile")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void replaced(String platform) throws Exception {
    stage.serve(Map.of());
    String first = stage.chat(platform);
    String held = stage.chat(platform);
    stage.befall(held, new Effect.RateLimit(Duration.ofSeconds(30), false), 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.comes(first, 1);
    stage.awaitFault(platform, held);
    Path file = folder.resolve("0/content/_posts/2026-02-12-test.md");
    Files.writeString(file, Files.readString(file).replace(PromiseStage.HEADLINE, "고친 제목"));
    String ask = stage.chat(platform);
    await().atMost(PromiseStage.PATIENCE).until(() -> stage.ask(ask, "/today").contains("고친 제목"));
    stage.serving.clock.advance(Duration.ofSeconds(40));
    // What is stored decides what is sent; the correction comes to both, in place.
    stage.comes(held, 1);
    stage.serving.clock.advance(Duration.ofMinutes(3));
    await()
        .atMost(PromiseStage.PATIENCE)
        .until(
            () -> {
              stage.serving.clock.advance(Duration.ofSeconds(1));
              return stage.serving.count(platform, first, "고친 제목") == 1
                  && stage.serving.count(platform, held, "고친 제목") == 1;
            });
    assertThat(stage.came(first) + stage.came(held)).isZero();
  }

  @Test
  void each_row_of_the_readme_is_a_test() throws Exception {
    TreeSet<String> rows = new TreeSet<>();
    boolean table = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      table = line.startsWith("| what happened |") || (table && line.startsWith("|"));
      if (table && !line.startsWith("|---") && !line.startsWith("| what happened |")) {
        rows.add(line.substring(1, line.indexOf('|', 1)).strip());
      }
    }
    TreeSet<String> tests = new TreeSet<>();
    for (Class<?> one :
        List.of(
            PromiseTest.class,
            KillTest.class,
            KillEditingTest.class,
            DiskTest.class,
            TopicsTest.class,
            ExtrasOnBothPlatformsTest.class)) {
      Stream.concat(Stream.of(one), Arrays.stream(one.getDeclaredMethods()))
          .map(element -> element.getAnnotation(Row.class))
          .filter(Objects::nonNull)
          .forEach(row -> tests.addAll(List.of(row.value())));
    }
    assertThat(rows).isEqualTo(tests);
  }
}
