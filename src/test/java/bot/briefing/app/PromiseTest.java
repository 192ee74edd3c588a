package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.sandbox.wire.Speaker;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the README promises of a push, row by row, on both platforms: the name of a test is the
 * row's first cell.
 */
@Timeout(120)
final class PromiseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final String HEADLINE = "새 반도체가 나왔다";

  /** Of a digest that was published shortly before the bot's clock begins. */
  private static final Instant BEFORE = Instant.parse("2026-02-12T03:00:00Z");

  private static final Instant PUBLISHED = Instant.parse("2026-02-12T03:05:00Z");

  /** Discord's flag of an answer that is still to come. */
  private static final int LOADING = 1 << 7;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Map<String, String> chats = new HashMap<>();
  private final List<Serving> all = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Serving serving;

  @AfterEach
  void close() {
    all.forEach(Serving::close);
  }

  private void serve(Map<Setting, String> more) throws Exception {
    Path room = folder.resolve(Integer.toString(all.size()));
    Path posts = Files.createDirectories(room.resolve("content/_posts"));
    for (String file : List.of("topics.yml", "sources.yml")) {
      Files.copy(Typed.OWN_CONTENT.resolve(file), room.resolve("content").resolve(file));
    }
    Files.writeString(
        posts.resolve("2026-02-12-test.md"),
        """
        ---
        title: 시험
        lang: ko
        date: 2026-02-12 12:05:00 +0900
        ---
        ## %s

        [Example](https://example.com/a) - 발행일: 2026-02-12

        ### 요약
        - **성능**: 전보다 빠르다.
        """
            .formatted(HEADLINE));
    serving = new Serving(room.resolve("content"), room.resolve("data"), BEFORE, more);
    all.add(serving);
  }

  /** A chat that wants the digest as soon as it is published. */
  private String chat(String platform, String... words) {
    String chat = serving.settle(platform, platform.equals("discord") ? "text" : "private");
    chats.put(chat, platform);
    ask(chat, String.join(" ", Stream.concat(Stream.of("/subscribe"), Stream.of(words)).toList()));
    return chat;
  }

  private String platform(String chat) {
    return Objects.requireNonNull(chats.get(chat));
  }

  private String ask(String chat, String line) {
    String platform = platform(chat);
    int before = serving.messages(platform, chat).size();
    serving.backstage(platform).say(chat, Speaker.ADMINISTRATOR, line);
    int more = platform.equals("discord") ? 1 : 2;
    await(line)
        .atMost(PATIENCE)
        .until(
            () -> {
              ArrayNode messages = serving.backstage(platform).messages(chat);
              return messages.size() >= before + more
                  && (messages.get(messages.size() - 1).path("flags").asInt() & LOADING) == 0;
            });
    return serving.messages(platform, chat).getLast();
  }

  private void befall(String chat, Effect effect, int times) {
    String platform = platform(chat);
    serving
        .backstage(platform)
        .faults()
        .add(Fault.of(effect).on(send(platform)).in(chat).times(times));
  }

  private static String send(String platform) {
    return platform.equals("discord") ? "POST /channels/{channel_id}/messages" : "sendMessage";
  }

  private long came(String chat) {
    return serving.count(platform(chat), chat, HEADLINE);
  }

  /** Time goes on until it has come so often, and then for a while, in which it comes no more. */
  private void comes(String chat, int times) {
    await("comes")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              serving.clock.advance(MOMENT);
              return came(chat);
            },
            count -> count >= times);
    rest();
    assertThat(came(chat)).isEqualTo(times);
  }

  /** Time goes on, and what has begun ends. */
  private void rest() {
    for (int moment = 0; moment < 20; moment++) {
      serving.clock.advance(Duration.ofMillis(100));
      long end = System.nanoTime() + 20_000_000;
      await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() > end);
    }
  }

  private void awaitFault(String platform, String chat) {
    await("the fault")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              serving.clock.advance(MOMENT);
              return serving.backstage(platform).faults().list().stream()
                  .filter(one -> chat.isEmpty() || one.fault().chat().equals(chat))
                  .anyMatch(one -> one.hits() > 0);
            });
  }

  private void tells(String chat, Reason reason) {
    await(reason.name())
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              // An answer is debited, too.
              serving.clock.advance(Duration.ofSeconds(3));
              return ask(chat, "/why 2026-02-12");
            },
            answer -> answer.contains(Texts.in(Language.KO).say("why." + reason)));
  }

  @DisplayName("answered")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void answered(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform, "full");
    serving.clock.set(PUBLISHED);
    // The overview, and its one article.
    comes(chat, 2);
    serving.stop();
    serving.start();
    rest();
    assertThat(came(chat)).isEqualTo(2);
  }

  @DisplayName("refused")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void refused(String platform) throws Exception {
    serve(Map.of());
    String once = chat(platform);
    String always = chat(platform);
    Effect refusal = new Effect.Failure(400, 50035, "Bad Request: not this", false, false);
    befall(once, refusal, 1);
    befall(always, refusal, 0);
    serving.clock.set(PUBLISHED);
    comes(once, 1);
    rest();
    assertThat(came(always)).isZero();
    serving.backstage(platform).faults().clear();
    tells(always, Reason.REFUSED);
  }

  @DisplayName("429 for a chat")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void limited(String platform) throws Exception {
    serve(Map.of());
    String held = chat(platform);
    String other = chat(platform);
    befall(held, new Effect.RateLimit(Duration.ofMinutes(10), false), 1);
    serving.clock.set(PUBLISHED);
    comes(other, 1);
    awaitFault(platform, held);
    serving.stop();
    serving.clock.advance(Duration.ofMinutes(9));
    serving.start();
    rest();
    assertThat(came(held)).isZero();
    serving.clock.advance(Duration.ofMinutes(1));
    comes(held, 1);
    tells(held, Reason.RATE_LIMITED);
  }

  @DisplayName("429 for the bot")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void allLimited(String platform) throws Exception {
    serve(Map.of());
    List<String> two = List.of(chat(platform), chat(platform));
    serving
        .backstage(platform)
        .faults()
        .add(
            Fault.of(new Effect.RateLimit(Duration.ofMinutes(10), true))
                .on(send(platform))
                .times(1));
    serving.clock.set(PUBLISHED);
    awaitFault(platform, "");
    serving.clock.advance(Duration.ofMinutes(9));
    rest();
    two.forEach(chat -> assertThat(came(chat)).isZero());
    serving.clock.advance(Duration.ofMinutes(1));
    two.forEach(chat -> comes(chat, 1));
  }

  @DisplayName("5xx")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void broken(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform);
    befall(chat, new Effect.Failure(502, 0, "", true, false), 2);
    serving.clock.set(PUBLISHED);
    comes(chat, 1);
  }

  @DisplayName("connection lost before it was taken")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostBefore(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform);
    befall(chat, new Effect.Drop(false), 1);
    serving.clock.set(PUBLISHED);
    comes(chat, 1);
  }

  @DisplayName("connection lost after it was taken")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostAfter(String platform) throws Exception {
    boolean isDiscord = platform.equals("discord");
    for (String ambiguous : List.of("resend", "skip")) {
      serve(Map.of(Setting.AMBIGUOUS, ambiguous));
      String chat = chat(platform);
      befall(chat, new Effect.Drop(true), 1);
      serving.clock.set(PUBLISHED);
      comes(chat, isDiscord || ambiguous.equals("skip") ? 1 : 2);
      if (!isDiscord && ambiguous.equals("skip")) {
        tells(chat, Reason.IN_DOUBT);
      }
    }
  }

  @DisplayName("the same, hours ago")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void lostLongAgo(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform);
    befall(chat, new Effect.Drop(true), 1);
    serving.clock.set(PUBLISHED);
    awaitFault(platform, chat);
    serving.stop();
    serving.clock.advance(Duration.ofHours(10));
    serving.start();
    comes(chat, platform.equals("discord") ? 1 : 2);
  }

  @DisplayName("outage of the platform")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void outage(String platform) throws Exception {
    serve(Map.of());
    List<String> two = List.of(chat(platform), chat(platform));
    serving
        .backstage(platform)
        .faults()
        .add(Fault.of(new Effect.Failure(503, 0, "", false, false)).on(send(platform)));
    serving.clock.set(PUBLISHED);
    awaitFault(platform, "");
    rest();
    serving.backstage(platform).faults().clear();
    serving.clock.advance(Duration.ofMinutes(2));
    two.forEach(chat -> comes(chat, 1));
    two.forEach(chat -> tells(chat, Reason.PLATFORM_DOWN));
  }

  @DisplayName("token revoked")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void revoked(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform);
    serving.backstage(platform).faults().add(Fault.of(new Effect.Revoked()));
    serving.clock.set(PUBLISHED);
    rest();
    serving.stop();
    serving.backstage(platform).faults().clear();
    serving.start();
    comes(chat, 1);
  }

  @DisplayName("kicked, blocked, deleted")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void kicked(String platform) throws Exception {
    serve(Map.of());
    String chat = chat(platform);
    serving
        .backstage(platform)
        .happen(Incident.of(platform.equals("discord") ? Kind.KICKED : Kind.BLOCKED, chat));
    serving.clock.set(PUBLISHED);
    rest();
    assertThat(came(chat)).isZero();
    serving.backstage(platform).happen(Incident.of(Kind.LET_IN, chat));
    comes(chat, 1);
    tells(chat, Reason.RESUMED);
  }

  @DisplayName("content replaced meanwhile")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"discord", "telegram"})
  void replaced(String platform) throws Exception {
    serve(Map.of());
    String first = chat(platform);
    String held = chat(platform);
    befall(held, new Effect.RateLimit(Duration.ofSeconds(30), false), 1);
    serving.clock.set(PUBLISHED);
    comes(first, 1);
    awaitFault(platform, held);
    Path file = folder.resolve("0/content/_posts/2026-02-12-test.md");
    Files.writeString(file, Files.readString(file).replace(HEADLINE, "고친 제목"));
    String ask = chat(platform);
    await().atMost(PATIENCE).until(() -> ask(ask, "/today").contains("고친 제목"));
    serving.clock.advance(Duration.ofSeconds(40));
    // What is stored decides what is sent; the correction comes to both, in place.
    comes(held, 1);
    serving.clock.advance(Duration.ofMinutes(3));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              serving.clock.advance(Duration.ofSeconds(1));
              return serving.count(platform, first, "고친 제목") == 1
                  && serving.count(platform, held, "고친 제목") == 1;
            });
    assertThat(came(first) + came(held)).isZero();
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
    for (Class<?> one : List.of(PromiseTest.class, KillTest.class, DiskTest.class)) {
      Arrays.stream(one.getDeclaredMethods())
          .map((Method method) -> method.getAnnotation(DisplayName.class))
          .filter(Objects::nonNull)
          .forEach(name -> tests.add(name.value()));
    }
    assertThat(rows).isEqualTo(tests);
  }
}
