package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Platform;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot is killed again and again while it sends one digest to a thousand chats of both
 * platforms, which answer late, with 429, with 5xx, and take messages without an answer. The
 * platforms' own books decide. {@code -Dkill.seed} replays a run, {@code -Dkill.count} makes it
 * longer.
 */
final class KillTest {
  private static final int CHATS = 500;
  private static final int KILLS = Integer.getInteger("kill.count", 10);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

  /** Messages leave at 30 a second and are answered after 40 ms, later while the bot warms up. */
  private static final int A_FEW = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private int inFlight;
  private int hits;

  @Test
  void whatever_dies_nothing_is_lost_and_nothing_comes_twice() throws Exception {
    try (SandboxProcess sandbox = new SandboxProcess(folder)) {
      List<String> channels = sandbox.settle("discord", "text", CHATS);
      List<String> people = sandbox.settle("telegram", "private", CHATS);
      subscribe(Map.of(Platform.DISCORD, channels, Platform.TELEGRAM, people));
      digest();
      faults(sandbox);
      for (int kill = 0; kill < KILLS; kill++) {
        runAndKill(sandbox, kill);
      }
      for (String platform : List.of("discord", "telegram")) {
        sandbox.delete("faults?platform=" + platform);
      }
      try (Program last = start(sandbox)) {
        Instant end = InstantSource.system().instant().plus(PATIENCE);
        while (waiting() > 0 && InstantSource.system().instant().isBefore(end)) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
        assertThat(waiting()).as("what still waits, of seed %d\n%s", SEED, last.printed()).isZero();
      }
      Verdict discord = Verdict.of(sandbox.book("discord"), channels);
      Verdict telegram = Verdict.of(sandbox.book("telegram"), people);
      System.out.printf(
          "seed %d: %d kills, %d of them with a part in flight (%d parts on Telegram)%n"
              + "  Discord  lost %d, doubled %d, unexpected %d%n"
              + "  Telegram lost %d, doubled %d, unexpected %d%n",
          SEED,
          KILLS,
          hits,
          inFlight,
          discord.lost.size(),
          discord.doubled,
          discord.unexpected,
          telegram.lost.size(),
          telegram.doubled,
          telegram.unexpected);

      assertThat(hits).as("kills that hit a part in flight").isGreaterThanOrEqualTo(KILLS / 2);
      assertThat(discord.lost).isEmpty();
      assertThat(telegram.lost).isEmpty();
      assertThat(discord.unexpected + telegram.unexpected).isZero();
      assertThat(discord.doubled).isZero();
      assertThat(telegram.doubled)
          .as("without a nonce: at most what was in flight")
          .isLessThanOrEqualTo(inFlight);
      assertThat(inFlight)
          .as("said to be in flight: no more than the requests that were")
          .isLessThanOrEqualTo(A_FEW * KILLS);
    }
  }

  private Path file() {
    return folder.resolve("data").resolve("briefing.db");
  }

  private void subscribe(Map<Platform, List<String>> chats) throws Exception {
    long since = InstantSource.system().instant().minus(Duration.ofDays(1)).toEpochMilli();
    try (Database database = Databases.openSqlite(file())) {
      database
          .jdbi()
          .useTransaction(
              handle -> {
                var batch =
                    handle.prepareBatch(
                        """
                        insert into subscription (id, platform, chat, thread, place, times, zone,
                          days, topics, language, layout, silent, state, state_since, since, look_at)
                        values (:id, :platform, :chat, '', :place, '', 'Asia/Seoul', :days, '', 'ko',
                          'OVERVIEW', 0, 'ACTIVE', :since, :since, 0)
                        """);
                chats.forEach(
                    (platform, ids) ->
                        ids.forEach(
                            id ->
                                batch
                                    .bind("id", platform.name() + id)
                                    .bind("platform", platform.name())
                                    .bind("chat", id)
                                    .bind(
                                        "place", platform == Platform.DISCORD ? "GROUP" : "PRIVATE")
                                    .bind(
                                        "days",
                                        "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY")
                                    .bind("since", since)
                                    .add()));
                batch.execute();
              });
    }
  }

  private void digest() throws Exception {
    Path posts = Files.createDirectories(folder.resolve("content").resolve("_posts"));
    var published =
        InstantSource.system()
            .instant()
            .minus(Duration.ofMinutes(5))
            .atZone(ZoneId.of("Asia/Seoul"));
    String day = published.toLocalDate().toString();
    Files.writeString(
        posts.resolve(day + "-test.md"),
        """
        ---
        title: 시험 브리핑
        date: %s
        lang: ko
        ---
        ## 첫 기사
        [Example](https://example.org/1) - 발행일: %s

        ### 요약
        - **하나**: 첫 문장이다.

        ## 둘째 기사
        [Example](https://example.org/2) - 발행일: %s

        ### 요약
        - **둘**: 둘째 문장이다.
        """
            .formatted(
                published.toOffsetDateTime().withNano(0).toString().replace('T', ' '), day, day));
  }

  private void faults(SandboxProcess sandbox) throws Exception {
    for (String platform : List.of("discord", "telegram")) {
      String method =
          platform.equals("discord") ? "POST /channels/{channel_id}/messages" : "sendMessage";
      for (String fault :
          List.of(
              "\"fault\":\"latency\",\"ms\":40",
              "\"fault\":\"rate-limit\",\"retry_after\":1,\"probability\":0.01",
              "\"fault\":\"error\",\"status\":502,\"probability\":0.01",
              platform.equals("discord")
                  ? "\"fault\":\"drop\",\"when\":\"after\",\"probability\":0.02"
                  : "\"fault\":\"drop\",\"when\":\"before\",\"probability\":0.02")) {
        sandbox.post(
            "faults",
            "{\"platform\":\"%s\",\"method\":\"%s\",\"seed\":%d,%s}"
                .formatted(platform, method, random.nextInt(1_000_000), fault));
      }
    }
  }

  private Program start(SandboxProcess sandbox) throws Exception {
    Map<String, String> settings = new HashMap<>(sandbox.settings());
    settings.put("CONTENT_DIR", folder.resolve("content").toString());
    return Program.start(folder, settings, "run");
  }

  private void runAndKill(SandboxProcess sandbox, int kill) throws Exception {
    int before = sandbox.book("telegram").size() + sandbox.book("discord").size();
    try (Program bot = start(sandbox)) {
      Instant end = InstantSource.system().instant().plus(PATIENCE);
      while (sandbox.book("telegram").size() + sandbox.book("discord").size() == before) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        assertThat(InstantSource.system().instant())
            .as("nothing is sent after kill %d, of seed %d\n%s", kill, SEED, bot.printed())
            .isBefore(end);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
      bot.signal("KILL");
      bot.exitCode();
    }
    int onTelegram = flying(Platform.TELEGRAM);
    inFlight += onTelegram;
    hits += onTelegram + flying(Platform.DISCORD) > 0 ? 1 : 0;
  }

  private int flying(Platform platform) throws Exception {
    return count(
        "select count(*) from part p join delivery d on d.id = p.delivery"
            + " where p.state = 'FLYING' and d.platform = '"
            + platform
            + "'");
  }

  private int waiting() throws Exception {
    return count("select count(*) from delivery where status = 'WAITING'") == 0
            && count("select count(*) from delivery") == 2 * CHATS
        ? 0
        : 1;
  }

  private int count(String sql) throws Exception {
    try (Database database = Databases.openSqliteBeside(file())) {
      return database
          .jdbi()
          .withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
  }

  /** What a platform's book says. */
  private record Verdict(Set<String> lost, int doubled, int unexpected) {
    static Verdict of(List<JsonNode> book, List<String> chats) {
      Map<String, Integer> times = new HashMap<>();
      book.forEach(line -> times.merge(line.path("chat").asText(), 1, Integer::sum));
      Set<String> lost = new TreeSet<>(chats);
      lost.removeAll(times.keySet());
      int unexpected = 0;
      int doubled = 0;
      for (var entry : times.entrySet()) {
        if (!chats.contains(entry.getKey())) {
          unexpected += entry.getValue();
        } else {
          doubled += entry.getValue() - 1;
        }
      }
      return new Verdict(lost, doubled, unexpected);
    }
  }
}
