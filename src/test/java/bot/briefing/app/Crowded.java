package bot.briefing.app;

import bot.briefing.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Orders of many chats, and a digest that is due for all of them. */
final class Crowded {
  /** What a corrected digest says. */
  static final String CORRECTED = "고친 기사";

  private Crowded() {}

  /** Orders as published, since yesterday. */
  static void subscribe(Database database, String platform, List<String> chats) {
    long since = InstantSource.system().instant().minus(Duration.ofDays(1)).toEpochMilli();
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
              for (String chat : chats) {
                batch
                    .bind("id", platform + chat)
                    .bind("platform", platform)
                    .bind("chat", chat)
                    .bind("place", platform.equals("DISCORD") ? "GROUP" : "PRIVATE")
                    .bind("days", "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY")
                    .bind("since", since)
                    .add();
              }
              batch.execute();
            });
  }

  /** A digest that was published five minutes ago. */
  static void publish(Path folder, String name) throws Exception {
    Path posts = Files.createDirectories(folder.resolve("content").resolve("_posts"));
    var published =
        InstantSource.system()
            .instant()
            .minus(Duration.ofMinutes(5))
            .atZone(ZoneId.of("Asia/Seoul"));
    String day = published.toLocalDate().toString();
    Files.writeString(
        posts.resolve(day + "-" + name + ".md"),
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

  /** Another word in the first headline of the only digest. */
  static void correct(Path folder) throws Exception {
    try (Stream<Path> posts = Files.list(folder.resolve("content").resolve("_posts"))) {
      Path digest = posts.findFirst().orElseThrow();
      Files.writeString(digest, Files.readString(digest).replace("첫 기사", CORRECTED));
    }
  }
}
