package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.Row;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The bot is killed again and again while it corrects what it has sent, over platforms that answer
 * late, with 429, with 5xx and not at all; their own books decide.
 */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
final class KillEditingTest {
  private static final int CHATS = 60;
  private static final int KILLS = 4;
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final Duration STILL = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @Test
  @Row("a correction: killed, not answered, 429")
  void each_message_says_the_corrected_words_in_the_end_and_none_is_new() throws Exception {
    try (KillRun run = new KillRun(folder, SEED, CHATS, Map.of())) {
      try (Program first = run.start()) {
        run.finish(first);
        run.correct();
        for (int kill = 0; kill < KILLS; kill++) {
          Program bot = kill == 0 ? first : run.start();
          run.killEditing(bot, STILL);
        }
      }
      try (Program last = run.start()) {
        check(run, last);
      }
    }
  }

  @Test
  void on_postgresql_the_stand_by_corrects_the_rest() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        KillRun run =
            new KillRun(
                folder,
                SEED,
                CHATS,
                Map.of("DATABASE_URL", server.getJdbcUrl("postgres", "postgres")));
        Program owner = run.start()) {
      run.finish(owner);
      try (Program standBy = run.start()) {
        run.correct();
        run.killEditing(owner, STILL);
        check(run, standBy);
      }
    }
  }

  private static void check(KillRun run, Program last) throws Exception {
    run.awaitEdited(last, STILL);
    System.out.printf(
        "seed %d: %d kills, %d with an edit in flight%n", SEED, run.kills(), run.hits());
    assertThat(run.hits()).isGreaterThanOrEqualTo(run.kills() / 2);
    assertThat(run.sent()).isEqualTo(2 * CHATS);
    int again = again(run.edits("discord")) + again(run.edits("telegram"));
    assertThat(again).as("the same edit once more").isZero();
  }

  /** How many edits were one too many; each message has the corrected words. */
  private static int again(List<JsonNode> edits) {
    Map<String, Integer> times = new HashMap<>();
    Set<String> texts = new HashSet<>();
    for (JsonNode edit : edits) {
      times.merge(
          edit.path("chat").asText() + " " + edit.path("message").asText(), 1, Integer::sum);
      texts.add(edit.path("text").asText());
    }
    assertThat(times).hasSize(CHATS);
    assertThat(texts).allMatch(text -> text.contains(Crowded.CORRECTED));
    return edits.size() - CHATS;
  }
}
