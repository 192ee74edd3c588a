package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.Row;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The bot is killed again and again while it sends; the platforms' own books decide. {@code
 * -Dkill.count} kills a run, {@code -Dkill.seeds} runs; {@code -Dkill.seed} replays a run.
 */
@Execution(ExecutionMode.CONCURRENT)
final class KillTest {
  private static final int KILLS = Integer.getInteger("kill.count", 10);
  private static final int SEEDS = Integer.getInteger("kill.seeds", 1);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

  /** Two may be on their way at first, and what comes back makes room for one more. */
  private static final int A_FEW = 6;

  @TempDir private Path folder;

  @Test
  @Row("killed")
  void whatever_dies_nothing_is_lost_and_nothing_comes_twice() throws Exception {
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      try (KillRun run = run(seed, 500, Map.of())) {
        for (int kill = 0; kill < KILLS; kill++) {
          run.kill();
        }
        check(run.finish());
      }
    }
  }

  @Test
  void one_that_stood_still_or_comes_back_hours_later_doubles_nothing_on_discord()
      throws Exception {
    try (KillRun run = run(SEED, 60, Map.of())) {
      run.kill();
      run.pass(Duration.ofMinutes(10));
      run.stopAndGoOn(Duration.ofSeconds(5));
      run.pass(Duration.ofHours(10));
      check(run.finish());
    }
  }

  @Test
  void who_would_rather_lose_than_double_reads_each_loss() throws Exception {
    try (KillRun run = run(SEED, 60, Map.of("AMBIGUOUS", "skip"))) {
      run.lose(2);
      run.kill();
      run.kill();
      KillRun.Verdict verdict = run.finish();
      assertThat(verdict.discord().lost()).isEmpty();
      assertThat(verdict.discord().doubled() + verdict.telegram().doubled()).isZero();
      String listed = run.deliveries();
      assertThat(verdict.telegram().lost())
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(
              chat ->
                  listed
                      .lines()
                      .anyMatch(
                          line -> line.contains("\"" + chat + "\"") && line.contains("IN_DOUBT")));
    }
  }

  @Test
  void on_postgresql_the_stand_by_goes_on_where_the_owner_stood_still_or_died() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        KillRun run =
            run(SEED, 300, Map.of("DATABASE_URL", server.getJdbcUrl("postgres", "postgres")));
        Program first = run.start()) {
      first.awaitPrinted("serving as");
      try (Program second = run.start()) {
        run.stopUntil(first, second);
        first.awaitPrinted("is lost to another instance");
        run.kill(second, second);
        try (Program third = run.start()) {
          run.kill(first, first);
          check(run.finish(third));
        }
      }
    }
  }

  @Test
  void a_forum_gets_one_post_or_topic_and_a_pin_is_set_whatever_dies() throws Exception {
    int chats = 100;
    Path place = Files.createDirectories(folder.resolve("forums"));
    try (KillRun run = new KillRun(place, SEED, chats, Map.of(), true)) {
      for (int kill = 0; kill < 3; kill++) {
        run.kill();
      }
      KillRun.Verdict verdict = run.finish();
      // A post is a chat of its own, which nobody has named before.
      assertThat(verdict.discord().unexpected()).isEqualTo(chats);
      assertThat(verdict.telegram().lost()).isEmpty();
      assertThat(verdict.telegram().doubled()).isLessThanOrEqualTo(verdict.inFlight());
      assertThat(run.undone()).isZero();
      // An empty one stays where it was in flight.
      KillRun.Topics topics = run.topics();
      assertThat(topics.begun()).isBetween(chats / 2, chats / 2 + verdict.inFlight());
      assertThat(topics.chats()).isEqualTo(chats / 2);
      assertThat(topics.elsewhere()).isZero();
    }
  }

  private KillRun run(long seed, int chats, Map<String, String> settings) throws Exception {
    return new KillRun(
        Files.createDirectories(folder.resolve(Long.toString(seed))), seed, chats, settings);
  }

  private static void check(KillRun.Verdict verdict) {
    assertThat(verdict.hits())
        .as("kills that hit a part in flight")
        .isGreaterThanOrEqualTo(verdict.kills() / 2);
    assertThat(verdict.discord().lost()).isEmpty();
    assertThat(verdict.telegram().lost()).isEmpty();
    assertThat(verdict.discord().unexpected() + verdict.telegram().unexpected()).isZero();
    assertThat(verdict.discord().doubled()).isZero();
    assertThat(verdict.telegram().doubled())
        .as("without a nonce: at most what was in flight")
        .isLessThanOrEqualTo(verdict.inFlight());
    assertThat(verdict.inFlight())
        .as("said to be in flight: no more than the requests that were")
        .isLessThanOrEqualTo(A_FEW * verdict.kills());
  }
}
