package bot.briefing.bench;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import bot.briefing.command.NewsDesk;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Withheld;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.delivery.Courier;
import bot.briefing.delivery.DigestBriefer;
import bot.briefing.delivery.Lane;
import bot.briefing.delivery.Pace;
import bot.briefing.delivery.Policy;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Specification;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.subscription.DueRule;
import bot.briefing.telegram.TelegramBot;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.TaxonomyFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The push side in this process, over a platform that takes every message at once: what is measured
 * is ourselves and the disk.
 */
final class Engine implements AutoCloseable {
  private static final int SINGLE = 5_000;
  private static final int ROUNDS = 5;
  private static final int SLOTS = 5;

  /** Looked at often while the engine works, so it must cost next to nothing. */
  private static final String OPEN =
      "select count(*) from (select 1 from delivery where status = 'WAITING' limit 1)";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PushStage stage;
  private final Taxonomy taxonomy;
  private final FolderLibrary library;
  private final Briefings briefings;
  private final LoopbackTelegram telegram =
      new LoopbackTelegram(0, InstantSource.system(), Specification.NONE);
  private final TelegramBot bot;

  private Engine(PushStage stage) throws Exception {
    this.stage = stage;
    taxonomy = TaxonomyFiles.read(stage.content());
    library =
        FolderLibrary.watch(stage.content(), () -> new DigestReader(PushStage.SEOUL, taxonomy));
    briefings = new Briefings(() -> taxonomy, 16L << 20);
    bot =
        TelegramBot.start(
            telegram.coordinates().path("token").asText(),
            URI.create(telegram.coordinates().path("api").asText()),
            new NewsDesk(library, () -> taxonomy, briefings, Language.KO, InstantSource.system()),
            Language.KO,
            ChatEvents.NONE,
            InstantSource.system());
    bot.ready().join();
  }

  static void measure(Report report) throws Exception {
    try (PushStage stage = PushStage.open();
        Engine engine = new Engine(stage)) {
      report.head("the engine alone, limits off, over a platform that takes all at once");
      engine.throughput(report);
      engine.due(report);
      new Corrected(engine, stage, report).measure();
    }
  }

  FolderLibrary library() {
    return library;
  }

  private Courier courier(Database database, Channel channel, InstantSource clock) {
    return courier(database, channel, Pace.unlimited(clock), clock);
  }

  Courier courier(Database database, Channel channel, Pace pace, InstantSource clock) {
    Instant looking = clock.instant();
    return new Courier(
        database,
        new Withheld(library),
        new DigestBriefer(library, briefings),
        (order, offers, had, now) ->
            DueRule.decide(
                order, offers, had, now, DueRule.Settings.standard(Language.KO), looking),
        Map.of(Platform.TELEGRAM, new Lane(channel, pace, Duration.ZERO)),
        Policy.DEFAULT,
        clock,
        _ -> {});
  }

  /**
   * Round by round, the bot's and the baseline's beside each other; the first one is not counted.
   */
  private void throughput(Report report) throws Exception {
    Samples bot = new Samples();
    Samples plain = new Samples();
    for (int round = 0; round <= ROUNDS; round++) {
      Path file = stage.room("engine-" + round).resolve("briefing.db");
      long own = push(file);
      Path other = stage.room("plain-" + round).resolve("briefing.db");
      Databases.openSqlite(other).close();
      long single = PlainRows.of(file, other).singly(SINGLE) / SINGLE;
      if (round > 0) {
        bot.add(own);
        plain.add(single);
      }
    }
    double least = 1_000 / plain.median();
    report.atLeast(
        "parts claimed, sent and receipted, durable", "/s", 1_000 / bot.median(), least, least);
  }

  /** Nanoseconds a part. */
  private long push(Path file) throws Exception {
    List<String> chats =
        IntStream.range(0, Pushes.MANY)
            .mapToObj(number -> String.valueOf(100_000 + number))
            .toList();
    try (Database database = Databases.openSqlite(file)) {
      PushStage.subscribe(database, "TELEGRAM", chats, "");
      try (Courier courier = courier(database, swift(_ -> {}), InstantSource.system())) {
        courier.start();
        await(database, "select count(*) from delivery", Pushes.MANY);
        long start = System.nanoTime();
        long waiting =
            PushStage.count(database, "select count(*) from delivery where status = 'WAITING'");
        await(() -> PushStage.count(database, OPEN) == 0, OPEN);
        return (System.nanoTime() - start) / waiting;
      }
    }
  }

  static void await(Database database, String sql, long wanted) {
    await(() -> PushStage.count(database, sql) >= wanted, wanted + " of: " + sql);
  }

  private static void await(BooleanSupplier done, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never came: " + what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** One message a minute, and the clock jumps to shortly before each. */
  private void due(Report report) throws Exception {
    Instant first = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES);
    Leap clock = new Leap();
    LinkedBlockingQueue<Instant> sent = new LinkedBlockingQueue<>();
    Samples late = new Samples();
    try (Database database = Databases.openSqlite(stage.room("due").resolve("briefing.db"))) {
      for (int slot = 0; slot < SLOTS; slot++) {
        var local = first.plus(slot, ChronoUnit.MINUTES).atZone(PushStage.SEOUL).toLocalTime();
        PushStage.subscribe(
            database,
            "TELEGRAM",
            List.of("9" + slot),
            DateTimeFormatter.ofPattern("HH:mm").format(local));
      }
      clock.to(first.minusMillis(1500));
      try (Courier courier = courier(database, swift(_ -> sent.add(clock.instant())), clock)) {
        courier.start();
        for (int slot = 0; slot < SLOTS; slot++) {
          Instant due = first.plus(slot, ChronoUnit.MINUTES);
          clock.to(due.minusMillis(1000 + 137 * slot));
          Instant at = sent.poll(20, TimeUnit.SECONDS);
          if (at == null) {
            throw new IllegalStateException("nothing was sent at " + due);
          }
          late.add(Duration.between(due, at).toNanos());
        }
      }
    }
    report.figure(
        "from the due instant to the message, slowest", "ms", late.quantile(1), Double.NaN, 1_000);
  }

  private Channel swift(Consumer<Chat> heard) {
    return swift(heard, _ -> {});
  }

  Channel swift(Consumer<Chat> heard, Consumer<Chat> edited) {
    Channel real = bot.channel();
    return new Channel() {
      @Override
      public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
        return real.split(cards, layout, place);
      }

      @Override
      public Receipt send(Chat chat, Part part, Key key, boolean silent) {
        heard.accept(chat);
        return new Receipt.Sent(new MessageId("1"));
      }

      @Override
      public Receipt edit(Chat chat, MessageId message, Part part, Key key) {
        edited.accept(chat);
        return new Receipt.Sent(message);
      }

      @Override
      public Search find(Chat chat, Key key, Part part, Instant since) {
        return new Search.CannotTell("no history");
      }

      @Override
      public Permits check(Chat chat) {
        return real.check(chat);
      }
    };
  }

  @Override
  public void close() {
    library.close();
    bot.close();
    telegram.close();
  }

  /** The machine's clock, ahead of its time. */
  static final class Leap implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    void to(Instant then) {
      ahead = Duration.between(Instant.now(), then);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }
}
