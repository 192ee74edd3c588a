package bot.briefing.bench;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.delivery.Courier;
import bot.briefing.delivery.Pace;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@value Pushes#MANY} messages that were delivered are corrected at once, while the next digest is
 * pushed to the same chats at Telegram's pace and somebody asks: what the edits cost the others.
 */
final class Corrected {
  private static final Duration SPAN = Duration.ofSeconds(15);
  private static final Duration STILL = Duration.ofMinutes(3);
  private static final Chat ASKER = new Chat(Platform.TELEGRAM, "7", null);

  private final Engine engine;
  private final PushStage stage;
  private final Report report;
  private final Engine.Leap clock = new Engine.Leap();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger edited = new AtomicInteger();

  Corrected(Engine engine, PushStage stage, Report report) {
    this.engine = engine;
    this.stage = stage;
    this.report = report;
  }

  void measure() throws Exception {
    report.head(Pushes.MANY + " messages corrected at once, beside a push at Telegram's pace");
    List<String> chats =
        IntStream.range(0, Pushes.MANY).mapToObj(number -> "5" + (100_000 + number)).toList();
    var channel = engine.swift(_ -> sent.incrementAndGet(), _ -> edited.incrementAndGet());
    try (Database database = Databases.openSqlite(stage.room("edits").resolve("briefing.db"))) {
      PushStage.subscribe(database, "TELEGRAM", chats, "");
      try (Courier swift = engine.courier(database, channel, Pace.unlimited(clock), clock)) {
        swift.start();
        Engine.await(database, "select count(*) from part where state = 'SENT'", Pushes.MANY);
      }
      try (Courier courier = engine.courier(database, channel, Pace.telegram(clock), clock)) {
        engine.library().onChange(_ -> courier.digestsChanged());
        courier.start();
        beside(database, courier);
      }
    }
  }

  private void beside(Database database, Courier courier) throws Exception {
    Path first = digest();
    publish(first);
    Engine.await(database, "select count(*) from delivery", 2L * Pushes.MANY);
    Samples quietAnswers = new Samples();
    double quiet = pushed(courier, quietAnswers);

    Files.writeString(first, Files.readString(first).replaceFirst("(?m)^(## .*)$", "$1 (고침)"));
    pause(Duration.ofSeconds(2));
    clock.to(clock.instant().plus(STILL));
    Engine.await(database, "select count(*) from edit", Pushes.MANY);
    Samples answers = new Samples();
    double busy = pushed(courier, answers);
    report.atLeast("pushes meanwhile, as without edits", "/s", busy, quiet, 0.98 * quiet);
    report.figure(
        "an answer's wait meanwhile, 95th percentile",
        "ms",
        answers.quantile(0.95),
        quietAnswers.quantile(0.95),
        50);

    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("update part set state = 'DROPPED' where state = 'WAITING'");
              handle.execute("update delivery set status = 'MISSED' where status = 'WAITING'");
            });
    pause(Duration.ofSeconds(2));
    int before = edited.get();
    pause(SPAN);
    report.atLeast(
        "edits once nothing else waits",
        "/s",
        (edited.get() - before) / (double) SPAN.toSeconds(),
        quiet,
        0.5 * quiet);
  }

  private double pushed(Courier courier, Samples answers) {
    int before = sent.get();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SPAN.toNanos()) {
      long asked = System.nanoTime();
      courier.debit(ASKER).close();
      answers.add(System.nanoTime() - asked);
      pause(Duration.ofMillis(700));
    }
    return (sent.get() - before) / ((System.nanoTime() - start) / 1e9);
  }

  private static void pause(Duration time) {
    Pushes.pause(time);
  }

  private Path digest() throws Exception {
    try (Stream<Path> posts = Files.list(stage.content().resolve("_posts"))) {
      return posts.findFirst().orElseThrow();
    }
  }

  /** The same as a new digest. */
  private void publish(Path like) throws Exception {
    Instant now = clock.instant();
    String date =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z").format(now.atZone(PushStage.SEOUL));
    String day = now.atZone(PushStage.SEOUL).toLocalDate().toString();
    Files.writeString(
        like.resolveSibling(day + "-push-next.md"),
        Files.readString(like).replaceFirst("(?m)^date:.*$", "date: " + date));
  }
}
