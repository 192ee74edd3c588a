package bot.briefing.bench;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;

/**
 * {@value #MANY} chats of a platform that are due at the same minute, and the bot as a process, on
 * SQLite, against a loopback that enforces the published limits. It is killed while it sends, and
 * measured after its restart.
 */
final class Pushes {
  static final int MANY = 10_000;
  private static final int FEW = 100;
  private static final Duration SUSTAINED = Duration.ofSeconds(60);
  private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(1_200);
  private static final Duration BARE = Duration.ofSeconds(10);
  private static final int IDLE_COMMANDS = 20;

  private final PushStage stage;
  private final Report report;

  private Pushes(PushStage stage, Report report) {
    this.stage = stage;
    this.report = report;
  }

  static void measure(Report report) throws Exception {
    try (PushStage stage = PushStage.open()) {
      Pushes pushes = new Pushes(stage, report);
      pushes.platform(false, 29.5);
      pushes.platform(true, 48);
    }
  }

  private void platform(boolean isDiscord, double least) throws Exception {
    String name = isDiscord ? "Discord" : "Telegram";
    Quiet quiet = quiet(isDiscord);
    Path room = stage.room(name);
    try (Crowd crowd = new Crowd(isDiscord, MANY)) {
      report.head(MANY + " due in one minute, " + name);
      PushStage.subscribe(PushStage.file(room), crowd.name(), crowd.chats);
      killed(crowd, room);
      try (PushRun run = PushRun.start(stage, room, crowd)) {
        crowd.pushes.drainPermits();
        long start = System.nanoTime();
        crowd.awaitPush();
        report.figure(
            "from kill -9 and restart to the next message",
            "ms",
            (System.nanoTime() - start) / 1e6,
            quiet.first,
            5_000);
        sustained(crowd, run, quiet, least);
      }
    }
  }

  /** Sent for {@link #SUSTAINED}, while somebody asks. */
  private void sustained(Crowd crowd, PushRun run, Quiet quiet, double least) throws Exception {
    pause(Duration.ofSeconds(3));
    Samples commands = new Samples();
    int before = crowd.accepted.get();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SUSTAINED.toNanos()) {
      commands.add(crowd.ask());
      pause(BETWEEN_COMMANDS);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int sent = crowd.accepted.get() - before;
    double megabytes = run.megabytes();
    run.end("TERM");
    int refused = crowd.refused.get();
    Bare bare = Bare.sends(crowd, BARE);
    // What is answered goes on the same account.
    double own = crowd.isDiscord ? 0 : commands.size() / seconds;
    report.atLeast("sustained, with answers", "/s", sent / seconds + own, bare.perSecond(), least);
    report.figure("answers with 429", "", refused, bare.refused(), 1);
    report.figure(
        "a command meanwhile, median", "ms", commands.median(), quiet.commands.median(), 50);
    report.figure(
        "a command meanwhile, 95th percentile",
        "ms",
        commands.quantile(0.95),
        quiet.commands.quantile(0.95),
        50);
    report.figure(
        "memory more than with " + FEW + " due", "MB", megabytes - quiet.megabytes, 0, 20);
  }

  /** Plans, sends a little, and dies. */
  private void killed(Crowd crowd, Path room) throws Exception {
    Path file = PushStage.file(room);
    try (PushRun run = PushRun.start(stage, room, crowd);
        Database beside = Databases.openSqliteBeside(file)) {
      double millis = planned(beside);
      crowd.awaitPushes(50);
      run.end("KILL");
      Path plain = stage.room(crowd.name() + "-plain").resolve("briefing.db");
      Databases.openSqlite(plain).close();
      double bare = PlainRows.of(file, plain).together() / 1e6;
      report.figure("planned, the rows durable", "ms", millis, bare, 3_000);
    }
  }

  /** From the planner's look at the clock to the last row. */
  private static double planned(Database beside) {
    while (count(beside, "select count(*) from delivery") < MANY) {
      pause(Duration.ofMillis(5));
    }
    return System.currentTimeMillis() - count(beside, "select min(planned) from delivery");
  }

  private static long count(Database beside, String sql) {
    try {
      return PushStage.count(beside, sql);
    } catch (JdbiException busy) {
      return 0;
    }
  }

  /** What the same bot is like where little is due. */
  private Quiet quiet(boolean isDiscord) throws Exception {
    Path room = stage.room(isDiscord ? "quiet-discord" : "quiet-telegram");
    try (Crowd crowd = new Crowd(isDiscord, MANY)) {
      PushStage.subscribe(PushStage.file(room), crowd.name(), crowd.chats.subList(0, FEW));
      long start = System.nanoTime();
      try (PushRun run = PushRun.start(stage, room, crowd)) {
        crowd.awaitPush();
        double first = (System.nanoTime() - start) / 1e6;
        crowd.awaitPushes(FEW - 1);
        Samples commands = new Samples();
        for (int i = 0; i < IDLE_COMMANDS; i++) {
          commands.add(crowd.ask());
          pause(Duration.ofMillis(1_100));
        }
        return new Quiet(first, run.megabytes(), commands);
      }
    }
  }

  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private record Quiet(double first, double megabytes, Samples commands) {}
}
