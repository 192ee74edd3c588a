package bot.briefing.bench;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A folder with our sample as a digest of five minutes ago, and databases full of orders. */
final class PushStage implements AutoCloseable {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String DAYS = "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY";

  private final Path folder;

  private PushStage(Path folder) {
    this.folder = folder;
  }

  static PushStage open() throws IOException {
    Path folder = Files.createTempDirectory("briefing-push");
    Path own = Path.of("content");
    Path posts = Files.createDirectories(folder.resolve("content").resolve("_posts"));
    for (String file : List.of("topics.yml", "sources.yml")) {
      Files.copy(
          own.resolve(file),
          folder.resolve("content").resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    var published = Instant.now().minus(Duration.ofMinutes(5)).atZone(SEOUL);
    String date = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z").format(published);
    String sample = Files.readString(own.resolve("_posts").resolve("2026-02-12-ai-news.md"));
    Files.writeString(
        posts.resolve(published.toLocalDate() + "-push.md"),
        sample.replaceFirst("(?m)^date:.*$", "date: " + date));
    return new PushStage(folder);
  }

  Path content() {
    return folder.resolve("content");
  }

  /** A working directory of its own, for a process. */
  Path room(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Where a process that works there keeps its database. */
  static Path file(Path room) {
    return room.resolve("data").resolve("briefing.db");
  }

  /**
   * Orders as published, since yesterday.
   *
   * @param platform as the table has it
   */
  static void subscribe(Path file, String platform, List<String> chats) throws Exception {
    try (Database database = Databases.openSqlite(file)) {
      subscribe(database, platform, chats, "");
    }
  }

  /**
   * Orders of one kind.
   *
   * @param times empty: as published
   */
  static void subscribe(Database database, String platform, List<String> chats, String times) {
    long since = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              PreparedBatch batch =
                  handle.prepareBatch(
                      """
                      insert into subscription (id, platform, chat, thread, place, times, zone,
                        days, topics, language, layout, silent, state, state_since, since, look_at)
                      values (:id, :platform, :chat, '', :place, :times, 'Asia/Seoul', :days, '',
                        'ko', 'OVERVIEW', 0, 'ACTIVE', :since, :since, 0)
                      """);
              for (String chat : chats) {
                batch
                    .bind("id", platform.charAt(0) + chat)
                    .bind("platform", platform)
                    .bind("chat", chat)
                    .bind("place", platform.equals("DISCORD") ? "GROUP" : "PRIVATE")
                    .bind("times", times)
                    .bind("days", DAYS)
                    .bind("since", since)
                    .add();
              }
              batch.execute();
            });
  }

  static long count(Database database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
