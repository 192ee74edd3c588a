package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.wire.Speaker;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The bot, chats of one platform, a digest that is to come, and what befalls them. */
final class PromiseStage implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(200);
  static final String HEADLINE = "새 반도체가 나왔다";

  /** Of a digest that was published shortly before the bot's clock begins. */
  private static final Instant BEFORE = Instant.parse("2026-02-12T03:00:00Z");

  static final Instant PUBLISHED = Instant.parse("2026-02-12T03:05:00Z");

  /** How the code of an order's buttons begins. */
  private static final String BUTTON = "1m";

  /** Discord's flag of an answer that is still to come. */
  private static final int LOADING = 1 << 7;

  private final Path folder;
  private final Map<String, String> chats = new HashMap<>();
  private final List<Serving> all = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  Serving serving;

  @Override
  public void close() {
    all.forEach(Serving::close);
  }

  void serve(Map<Setting, String> more) throws Exception {
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
  String chat(String platform, String... words) {
    String chat = serving.settle(platform, platform.equals("discord") ? "text" : "private");
    chats.put(chat, platform);
    String line =
        String.join(" ", Stream.concat(Stream.of("/subscribe"), Stream.of(words)).toList());
    // A cold machine may answer too late, and the platform says so: one asks again.
    while (!ask(chat, line).contains(BUTTON)) {
      serving.clock.advance(MOMENT);
    }
    return chat;
  }

  /** A chat that was made elsewhere. */
  void join(String chat, String platform) {
    chats.put(chat, platform);
  }

  String platform(String chat) {
    return Objects.requireNonNull(chats.get(chat));
  }

  String ask(String chat, String line) {
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

  void befall(String chat, Effect effect, int times) {
    befall(chat, send(platform(chat)), effect, times);
  }

  /** Likewise of another method than that which sends. */
  void befall(String chat, String method, Effect effect, int times) {
    serving
        .backstage(platform(chat))
        .faults()
        .add(Fault.of(effect).on(method).in(chat).times(times));
  }

  /** The digest's file. */
  Path file() {
    return folder
        .resolve(Integer.toString(all.size() - 1))
        .resolve("content/_posts/2026-02-12-test.md");
  }

  static String send(String platform) {
    return platform.equals("discord") ? "POST /channels/{channel_id}/messages" : "sendMessage";
  }

  long came(String chat) {
    return serving.count(platform(chat), chat, HEADLINE);
  }

  /** Time goes on until it has come so often, and then for a while, in which it comes no more. */
  void comes(String chat, int times) {
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
  void rest() {
    for (int moment = 0; moment < 20; moment++) {
      serving.clock.advance(Duration.ofMillis(100));
      long end = System.nanoTime() + 20_000_000;
      await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() > end);
    }
  }

  void awaitFault(String platform, String chat) {
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

  /** How often what was to befall a chat has. */
  int hits(String platform, String chat) {
    return serving.backstage(platform).faults().list().stream()
        .filter(one -> one.fault().chat().equals(chat))
        .mapToInt(one -> one.hits())
        .sum();
  }

  /** Waits until answers show it, and the pusher sees it with them. */
  void awaitShown(String chat, String words) {
    await(words)
        .atMost(PATIENCE)
        .until(
            () -> {
              rest();
              return ask(chat, "/today");
            },
            answer -> answer.contains(words));
    rest();
  }

  void tells(String chat, Reason reason) {
    await(reason.name())
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              // An answer is debited, too: what waits has its turn in between.
              rest();
              rest();
              return ask(chat, "/why 2026-02-12");
            },
            answer -> answer.contains(Texts.in(Language.KO).say("why." + reason)));
  }

  PromiseStage(Path folder) {
    this.folder = folder;
  }
}
