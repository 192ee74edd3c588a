package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.store.UnusableDatabaseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One digest to many chats of both platforms, which answer late, with 429, with 5xx, and take
 * messages without an answer; and a bot that is killed at random instants, or stopped, or back long
 * after, until a last one brings what is left.
 */
final class KillRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String POST = "POST /channels/{channel_id}/threads";
  private static final List<String> PLATFORMS = List.of("discord", "telegram");

  /** The launcher of a package, which starts sooner than classes do. */
  private static final @Nullable String PROGRAM = System.getProperty("kill.program");

  /** About two seconds of them. */
  private static final int LOOKS = 80;

  private final Path folder;
  private final long seed;
  private final int chats;
  private final Map<String, String> settings;
  private final Random random;
  private final SandboxProcess sandbox;
  private final Map<String, List<String>> asked = new HashMap<>();
  private int kills;
  private int hits;
  private int inFlight;

  /**
   * Makes chats, orders, a digest and faults.
   *
   * @param settings the bot's beside those that connect it; {@code DATABASE_URL} for PostgreSQL
   */
  KillRun(Path folder, long seed, int chats, Map<String, String> settings) throws Exception {
    this(folder, seed, chats, settings, false);
  }

  /**
   * @param extras whether Discord's chats are forums that get posts, and of Telegram's one half get
   *     pins and the other topics
   */
  KillRun(Path folder, long seed, int chats, Map<String, String> settings, boolean extras)
      throws Exception {
    this.folder = folder;
    this.seed = seed;
    this.chats = chats;
    this.settings = settings;
    this.random = new Random(seed);
    this.sandbox = new SandboxProcess(folder);
    asked.put("discord", sandbox.settle("discord", extras ? "forum" : "text", chats));
    List<String> telegram = new ArrayList<>();
    if (extras) {
      telegram.addAll(sandbox.settle("telegram", "forum", chats / 2));
    }
    telegram.addAll(sandbox.settle("telegram", "private", chats - telegram.size()));
    asked.put("telegram", telegram);
    try (Database database = migrated()) {
      Crowded.subscribe(database, "DISCORD", chats("discord"));
      Crowded.subscribe(database, "TELEGRAM", chats("telegram"));
      if (extras) {
        database
            .jdbi()
            .useHandle(
                handle ->
                    handle.execute(
                        "update subscription set pin = 1, rooms = case when platform = 'DISCORD'"
                            + " or chat like '-%' then 'POST' else 'NONE' end"));
      }
    }
    Crowded.publish(folder, "test");
    faults("discord", extras ? POST : "POST /channels/{channel_id}/messages");
    faults("telegram", "sendMessage");
    if (extras) {
      faults("telegram", "createForumTopic");
    }
  }

  private List<String> chats(String platform) {
    return asked.getOrDefault(platform, List.of());
  }

  private void faults(String platform, String method) throws Exception {
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

  /** Telegram takes so many messages not, and says nothing. */
  void lose(int times) throws Exception {
    sandbox.post(
        "faults",
        """
        {"platform": "telegram", "method": "sendMessage", "fault": "drop", "when": "before",
         "times": %d}
        """
            .formatted(times));
  }

  /** A bot that works until it is closed, beside others where there are any. */
  Program start() throws Exception {
    Map<String, String> all = new HashMap<>(sandbox.settings());
    all.put("CONTENT_DIR", folder.resolve("content").toString());
    all.putAll(settings);
    return PROGRAM == null
        ? Program.start(folder, all, "run")
        : Program.start(PROGRAM, folder, all, "run");
  }

  /** Starts one and kills it, at a random instant after it has sent something. */
  void kill() throws Exception {
    try (Program bot = start()) {
      kill(bot, bot);
    }
  }

  /**
   * Kills one, at a random instant after something more was sent.
   *
   * @param sender of whom it is expected
   */
  void kill(Program victim, Program sender) throws Exception {
    awaitMore(sender);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
    victim.signal("KILL");
    victim.exitCode();
    int onTelegram = flying("TELEGRAM");
    inFlight += onTelegram;
    hits += onTelegram + flying("DISCORD") > 0 ? 1 : 0;
    kills++;
  }

  /** Starts one that stands still for longer than its heartbeat, goes on, and is killed. */
  void stopAndGoOn(Duration still) throws Exception {
    try (Program bot = start()) {
      awaitMore(bot);
      bot.signal("STOP");
      inFlight += flying("TELEGRAM");
      LockSupport.parkNanos(still.toNanos());
      bot.signal("CONT");
      kill(bot, bot);
    }
  }

  /** One that sends stands still until another one sends in its place, and goes on. */
  void stopUntil(Program victim, Program other) throws Exception {
    awaitMore(victim);
    victim.signal("STOP");
    inFlight += flying("TELEGRAM");
    awaitMore(other);
    victim.signal("CONT");
  }

  /** The author mends the digest; edits are answered as badly as messages were. */
  void correct() throws Exception {
    faults("discord", "PATCH /channels/{channel_id}/messages/{message_id}");
    faults("telegram", "editMessageText");
    Crowded.correct(folder);
  }

  /** What a platform has taken as edits, in order. */
  List<JsonNode> edits(String platform) throws Exception {
    return sandbox.book(platform + "&kind=edited");
  }

  /**
   * Kills a bot at a random instant after it has edited something more.
   *
   * @param still the clock goes on so far, again and again, until it does
   */
  void killEditing(Program victim, Duration still) throws Exception {
    int before = edited();
    int looks = 0;
    while (edited() == before) {
      if (looks++ % LOOKS == 0) {
        pass(still);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(looks).as(victim.printed()).isLessThan(60 * LOOKS);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
    victim.signal("KILL");
    victim.exitCode();
    int flying = count("select count(*) from edit where state = 'FLYING'");
    inFlight += flying;
    hits += flying > 0 ? 1 : 0;
    kills++;
  }

  /** Waits until each message has been edited; whoever takes over lets the rest be still anew. */
  void awaitEdited(Program last, Duration still) throws Exception {
    for (int looks = 0; count("select count(*) from edit where state = 'DONE'") < 2 * chats; ) {
      if (looks++ % LOOKS == 0) {
        pass(still);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(looks).as(last.printed()).isLessThan(60 * LOOKS);
    }
  }

  int kills() {
    return kills;
  }

  int hits() {
    return hits;
  }

  int inFlight() {
    return inFlight;
  }

  private int edited() throws Exception {
    return edits("telegram").size() + edits("discord").size();
  }

  private void awaitThat(Callable<Boolean> condition, Program working) throws Exception {
    Instant end = InstantSource.system().instant().plus(PATIENCE);
    while (!condition.call()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(InstantSource.system().instant())
          .as("after kill %d, of seed %d\n%s", kills, seed, working.printed())
          .isBefore(end);
    }
  }

  /** The clocks of both sides go on. */
  void pass(Duration time) throws Exception {
    sandbox.post("clock", "{\"advance\":\"" + time + "\"}");
  }

  void awaitMore(Program sender) throws Exception {
    String telegram = "telegram&after=" + last("telegram");
    String discord = "discord&after=" + last("discord");
    awaitThat(() -> !sandbox.book(telegram).isEmpty() || !sandbox.book(discord).isEmpty(), sender);
  }

  /** The number of the last message that a platform has taken. */
  private long last(String platform) throws Exception {
    List<JsonNode> book = sandbox.book(platform);
    return book.isEmpty() ? 0 : book.getLast().path("number").asLong();
  }

  /** How many messages the platforms have taken. */
  int sent() throws Exception {
    return sandbox.book("telegram").size() + sandbox.book("discord").size();
  }

  /** A last bot brings all that is left; what the platforms' books say then. */
  Verdict finish() throws Exception {
    try (Program last = start()) {
      return finish(last);
    }
  }

  Verdict finish(Program last) throws Exception {
    for (String platform : PLATFORMS) {
      sandbox.delete("faults?platform=" + platform);
    }
    Instant end = InstantSource.system().instant().plus(PATIENCE);
    while (isWaiting() && InstantSource.system().instant().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    assertThat(isWaiting()).as("what waits, of seed %d\n%s", seed, last.printed()).isFalse();
    KillBook discord = KillBook.of(sandbox.book("discord"), chats("discord"));
    KillBook telegram = KillBook.of(sandbox.book("telegram"), chats("telegram"));
    Verdict verdict = new Verdict(kills, hits, inFlight, discord, telegram);
    System.out.println("seed " + seed + ": " + verdict);
    return verdict;
  }

  /** What {@code deliveries} says, a line each. */
  String deliveries() throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("CONTENT_DIR", folder.resolve("content").toString());
    try (Program asking = Program.start(folder, all, "deliveries", "--json")) {
      int _ = asking.exitCode();
      return asking.printed();
    }
  }

  /** The topics that Telegram has begun, and the messages that it has taken in topics' chats. */
  Topics topics() throws Exception {
    List<JsonNode> begun = sandbox.book("telegram&kind=opened");
    Set<String> known = new TreeSet<>();
    begun.forEach(one -> known.add(place(one)));
    Set<String> chats = new TreeSet<>();
    int elsewhere = 0;
    for (JsonNode one : sandbox.book("telegram")) {
      if (one.path("chat").asText().startsWith("-")) {
        chats.add(one.path("chat").asText());
        elsewhere += known.contains(place(one)) ? 0 : 1;
      }
    }
    return new Topics(begun.size(), chats.size(), elsewhere);
  }

  private static String place(JsonNode line) {
    return line.path("chat").asText() + " " + line.path("thread").asText();
  }

  /** How many parts that are no message were not done. */
  int undone() throws Exception {
    return count("select count(*) from part where number < 0 and state <> 'SENT'");
  }

  private boolean isWaiting() throws Exception {
    return count("select count(*) from delivery where status = 'WAITING'") > 0
        || count("select count(*) from delivery") < 2 * chats;
  }

  private int flying(String platform) throws Exception {
    return count(
        "select count(*) from part p join delivery d on d.id = p.delivery"
            + " where p.state = 'FLYING' and d.platform = '"
            + platform
            + "'");
  }

  private int count(String sql) throws Exception {
    try (Database database = beside()) {
      return database
          .jdbi()
          .withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
  }

  /** Where the database is. */
  Path file() {
    return folder.resolve("data").resolve("briefing.db");
  }

  private Database migrated() throws UnusableDatabaseException {
    String url = settings.get("DATABASE_URL");
    return url == null ? Databases.openSqlite(file()) : Databases.openPostgres(url);
  }

  private Database beside() throws UnusableDatabaseException {
    String url = settings.get("DATABASE_URL");
    return url == null ? Databases.openSqliteBeside(file()) : Databases.openPostgres(url);
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /**
   * The end of a run.
   *
   * @param inFlight parts on Telegram that were said to be on their way when the bot was killed
   */
  record Verdict(int kills, int hits, int inFlight, KillBook discord, KillBook telegram) {
    @Override
    public String toString() {
      return "%d kills, %d with a part in flight (%d on Telegram)\n  Discord  %s\n  Telegram %s"
          .formatted(kills, hits, inFlight, discord, telegram);
    }
  }

  /**
   * What the book says of topics.
   *
   * @param chats how many of them have a message
   * @param elsewhere messages that stand in no topic that the bot began
   */
  record Topics(int begun, int chats, int elsewhere) {}
}
