package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its operator has it: started, watched, ended. */
final class ProcessTest {
  /** The promise is 2 s; a machine that is busy with other tests gets thrice the time. */
  private static final Duration SEEN = Duration.ofSeconds(6);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  private Map<String, String> ownContent(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CONTENT_DIR", Typed.OWN_CONTENT.toAbsolutePath().toString());
    for (int index = 0; index < more.length; index += 2) {
      settings.put(more[index], more[index + 1]);
    }
    return settings;
  }

  private JsonNode sandbox(Program program) throws Exception {
    await("a URL").atMost(PATIENCE).until(() -> URL.matcher(program.printed()).find());
    String first =
        URL.matcher(program.printed()).results().map(MatchResult::group).findFirst().orElseThrow();
    assertThat(first).matches("http://127\\.0\\.0\\.1:\\d+/");
    HttpRequest request = HttpRequest.newBuilder(URI.create(first + "sandbox.json")).build();
    JsonNode sandbox =
        new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    assertThat(sandbox.get("page").asText()).isEqualTo(first);
    return sandbox;
  }

  private int say(JsonNode sandbox, String platform, String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.get("page").asText() + "say"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"platform\": \"%s\", \"text\": \"%s\"}".formatted(platform, text)))
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Test
  void without_tokens_the_page_is_the_first_address_printed_and_a_signal_ends_it()
      throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Program program =
            Program.start(
                folder, ownContent("PORT", Integer.toString(taken.getLocalPort())), "run")) {
      JsonNode sandbox = sandbox(program);
      program.awaitPrinted("Telegram에서");
      program.awaitPrinted("Discord에서");

      assertThat(program.printed())
          .contains("포트 " + taken.getLocalPort(), "대화 페이지: " + sandbox.get("page").asText())
          .doesNotContain(
              sandbox.at("/discord/token").asText(), sandbox.at("/telegram/token").asText());
      assertThat(say(sandbox, "telegram", "/today")).isLessThan(300);
      assertThat(say(sandbox, "discord", "/today")).isLessThan(300);
      assertThat(say(sandbox, "nowhere", "/today")).isEqualTo(400);
      program.signal("INT");
      assertThat(program.endsWithin(SEEN)).isTrue();
    }
  }

  @Test
  void a_sandbox_of_its_own_serves_a_bot_in_another_process() throws Exception {
    try (Program sandbox = Program.start(folder, Map.of("PORT", "0"), "sandbox")) {
      JsonNode where = sandbox(sandbox);
      sandbox.awaitPrinted(where.at("/telegram/token").asText());
      assertThat(sandbox.printed())
          .contains(
              where.at("/discord/token").asText(),
              where.at("/discord/api").asText(),
              where.at("/telegram/api").asText());
      try (Program bot =
          Program.start(
              folder,
              ownContent(
                  "DISCORD_TOKEN", where.at("/discord/token").asText(),
                  "DISCORD_API_URL", where.at("/discord/api").asText(),
                  "TELEGRAM_TOKEN", where.at("/telegram/token").asText(),
                  "TELEGRAM_API_URL", where.at("/telegram/api").asText(),
                  "DEFAULT_LANGUAGE", "en"))) {
        bot.awaitPrinted("Serving Discord");
        bot.awaitPrinted("Serving Telegram");
        assertThat(bot.printed())
            .doesNotContain(
                where.at("/discord/token").asText(), where.at("/telegram/token").asText());
        bot.signal("TERM");
        assertThat(bot.endsWithin(SEEN)).isTrue();
      }
      sandbox.signal("TERM");
      assertThat(sandbox.endsWithin(SEEN)).isTrue();
    }
  }

  @Test
  void one_refused_token_is_told_in_a_line_and_the_other_platform_serves() throws Exception {
    try (Platforms platforms = new Platforms();
        Program program =
            Program.start(
                folder, ownContent(platforms.settings("TELEGRAM_TOKEN", "99999:WrongWrong")))) {
      program.awaitPrinted("Discord에서");
      program.awaitPrinted("Telegram 토큰이 거절되어");
      platforms.awaitAnswer(platforms.discord, "/today", "후지쯔", PATIENCE);
      assertThat(program.printed())
          .contains("TELEGRAM_TOKEN")
          .doesNotContain("WrongWrong", platforms.token(platforms.discord));
    }
  }

  @Test
  void when_both_tokens_are_refused_it_ends_with_code_3() throws Exception {
    try (Platforms platforms = new Platforms();
        Program program =
            Program.start(
                folder,
                ownContent(
                    platforms.settings(
                        "TELEGRAM_TOKEN", "99999:WrongWrong", "DISCORD_TOKEN", "WrongWrong")))) {
      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.printed())
          .contains("DISCORD_TOKEN", "TELEGRAM_TOKEN", "서비스할 수 있는 플랫폼이 없습니다.")
          .doesNotContain("WrongWrong");
    }
  }

  @Test
  void a_platform_out_of_reach_is_told_in_short_lines_and_no_token_is_blamed() throws Exception {
    try (Program program =
        Program.start(
            folder,
            ownContent(
                "DISCORD_TOKEN", "WrongWrong",
                "DISCORD_API_URL", "http://127.0.0.1:1/api/v10/",
                "TELEGRAM_TOKEN", "99999:WrongWrong",
                "TELEGRAM_API_URL", "http://127.0.0.1:1"))) {
      program.awaitPrinted("Discord cannot be reached");
      program.awaitPrinted("Telegram: cannot be reached");
      program.signal("TERM");
      assertThat(program.endsWithin(SEEN)).isTrue();
      assertThat(program.printed())
          .doesNotContain("토큰", "RestRateLimiter", "CompletionException", "WrongWrong");
    }
  }

  @Test
  void content_that_comes_breaks_and_is_mended_is_seen_while_it_runs() throws Exception {
    Path content = folder.resolve("content");
    Path digest = content.resolve("_posts/2026-02-12-x.md");
    try (Platforms platforms = new Platforms();
        Program program =
            Program.start(
                folder,
                ownContent(platforms.settings("DEFAULT_LANGUAGE", "en")),
                "run",
                "--content",
                content.toString())) {
      program.awaitPrinted("There is no content folder " + content);
      program.awaitPrinted("Serving Telegram");
      platforms.awaitAnswer(platforms.telegram, "/today", "지금은 브리핑을 읽을 수 없어요", PATIENCE);

      Files.createDirectories(digest.getParent());
      Files.writeString(digest, digest("First story"));
      platforms.awaitAnswer(platforms.telegram, "/today", "First story", SEEN);

      Files.writeString(digest, "---\nnever closed\n");
      program.awaitPrinted("never closed");
      platforms.awaitAnswer(platforms.telegram, "/today", "First story", PATIENCE);

      Files.writeString(digest, digest("Second story"));
      platforms.awaitAnswer(platforms.telegram, "/today", "Second story", SEEN);

      Files.writeString(
          content.resolve("topics.yml"),
          "- id: tales\n  name: {ko: 이야기, en: Tales}\n  keywords: [story]\n");
      platforms.awaitAnswer(platforms.telegram, "/topic tales", "Second story", SEEN);
    }
  }

  private static String digest(String headline) {
    return "---\ntitle: t\nlang: en\ndate: 2026-02-12 09:00:00 +0900\n---\n## "
        + headline
        + "\n\n[A](https://a.example/) - Published: 2026-02-12\n\n### Summary\n- It happened.\n";
  }

  /** A Discord and a Telegram in the test's own process. */
  private static final class Platforms implements AutoCloseable {
    private final LoopbackDiscord discord =
        new LoopbackDiscord(0, InstantSource.system(), Specification.NONE);
    private final LoopbackTelegram telegram =
        new LoopbackTelegram(0, InstantSource.system(), Specification.NONE);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Platforms() {
      for (Platform platform : List.of(discord, telegram)) {
        platform.watch(
            event -> {
              if (!event.kind().equals("said")) {
                heard.add(event.message().toString());
              }
            });
      }
    }

    String[] settings(String... more) {
      List<String> settings = new ArrayList<>();
      settings.addAll(List.of("DISCORD_API_URL", discord.coordinates().get("api").asText()));
      settings.addAll(List.of("DISCORD_TOKEN", token(discord)));
      settings.addAll(List.of("TELEGRAM_API_URL", telegram.coordinates().get("api").asText()));
      settings.addAll(List.of("TELEGRAM_TOKEN", token(telegram)));
      settings.addAll(List.of(more));
      return settings.toArray(String[]::new);
    }

    String token(Platform platform) {
      return platform.coordinates().get("token").asText();
    }

    /** Asks until the answer has some words. */
    void awaitAnswer(Platform platform, String line, String words, Duration within) {
      heard.clear();
      await(line + " → " + words)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(300))
          .atMost(within)
          .until(
              () -> {
                platform.say(line);
                return heard.stream().anyMatch(message -> message.contains(words));
              });
    }

    @Override
    public void close() {
      discord.close();
      telegram.close();
    }
  }
}
