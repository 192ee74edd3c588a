package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots on one PostgreSQL: one has the platforms, the other waits for its death. */
final class StandByTest {
  private static final Duration TAKEN = Duration.ofSeconds(5);

  /** After that: one that stood by has never spoken to the platforms before. */
  private static final Duration ANSWERED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void one_polls_and_sends_and_the_other_takes_over_when_it_dies() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        SandboxProcess sandbox = new SandboxProcess(folder)) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (Database database = Databases.openPostgres(url)) {
        Crowded.subscribe(database, "DISCORD", sandbox.settle("discord", "text", 2));
        Crowded.subscribe(database, "TELEGRAM", sandbox.settle("telegram", "private", 2));
        Crowded.publish(folder, "one");
        try (Program owner = start(sandbox, url)) {
          await().atMost(PATIENCE).until(() -> sent(sandbox) == 4);
          try (Program standBy = start(sandbox, url)) {
            standBy.awaitPrinted("stands by");
            sandbox.post("say", "{\"platform\":\"telegram\",\"text\":\"/help\"}");
            await().atMost(PATIENCE).until(() -> sent(sandbox) == 5);
            String first = instances(database);
            assertThat(standBy.printed()).doesNotContain("serving as", "connected as");

            owner.signal("KILL");
            sandbox.post("say", "{\"platform\":\"telegram\",\"text\":\"/help\"}");
            await()
                .atMost(TAKEN)
                .until(() -> !instances(database).contains(first.substring(0, 36)));

            await().atMost(ANSWERED).until(() -> sent(sandbox) == 6);
            Crowded.publish(folder, "two");
            await().atMost(PATIENCE).until(() -> sent(sandbox) == 10);
            assertThat(standBy.printed()).contains("serving as", "connected as");
            assertThat(owner.printed() + standBy.printed()).doesNotContain("another program polls");
          }
        }
      }
    }
  }

  private Program start(SandboxProcess sandbox, String url) throws Exception {
    Map<String, String> settings = new HashMap<>(sandbox.settings());
    settings.put("CONTENT_DIR", folder.resolve("content").toString());
    settings.put("DATABASE_URL", url);
    return Program.start(folder, settings, "run");
  }

  private static int sent(SandboxProcess sandbox) throws Exception {
    return sandbox.book("telegram").size() + sandbox.book("discord").size();
  }

  /** Who has the platforms, as the database says. */
  private static String instances(Database database) {
    List<String> instances =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select instance from ownership order by platform")
                        .mapTo(String.class)
                        .list());
    return String.join(" ", instances);
  }
}
