package bot.briefing.journey;

import static bot.briefing.journey.ExtraRoutes.CROSSPOST;
import static bot.briefing.journey.ExtraRoutes.PIN;
import static bot.briefing.journey.ExtraRoutes.POST;
import static bot.briefing.journey.ExtraRoutes.THREAD;
import static bot.briefing.journey.ExtraRoutes.TOPIC;
import static bot.briefing.journey.ExtraRoutes.UNPIN;
import static bot.briefing.journey.ExtraRoutes.fault;
import static bot.briefing.journey.ExtraRoutes.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.Row;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Platform;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Withheld;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.delivery.Courier;
import bot.briefing.delivery.DigestBriefer;
import bot.briefing.delivery.Lane;
import bot.briefing.delivery.Policy;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes beside messages, end to end: a file, the real clients and the loopback platforms. The
 * books decide how often each was done.
 */
@Timeout(120)
@Row({
  "pin: not answered, 429, killed",
  "thread: not answered, 429, killed",
  "forum post, topic: not answered, 429, killed",
  "crosspost: not answered, 429, killed",
  "role: not answered, killed",
  "any of these refused"
})
public final class ExtrasOnBothPlatformsTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** See, write, read the history. */
  private static final long PLAIN = 1 << 10 | 1 << 11 | 1 << 16;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final DiscordScene discord = new DiscordScene();
  private final TelegramScene telegram = new TelegramScene();
  private final Visitor reader = discord.visitor(Language.KO).in("random");
  private final String news = discord.discord().announcements("news");
  private final String forum = discord.discord().forum("forum", true, "Other", "규제");
  private final String settings = discord.discord().post(forum, "Settings");
  private final Person ann = telegram.person(Language.KO);
  private final long group = telegram.telegram().people().supergroup("News", ann);
  private final long topics = telegram.telegram().people().forum("Topics", ann);

  /** Discord's channel reckons by the machine's clock. */
  private final InstantSource clock = InstantSource.system();

  private final Instant begun = clock.instant();
  private final String title = LocalDate.ofInstant(begun.minusSeconds(60), SEOUL) + " AI 뉴스 one";

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private FolderLibrary library;

  @SuppressWarnings("NullAway.Init")
  private Courier courier;

  @BeforeEach
  void begin() throws Exception {
    telegram.telegram().people().stand(ann, group, Standing.ADMINISTRATOR);
    telegram.telegram().people().stand(ann, topics, Standing.ADMINISTRATOR);
    discord.serve(Newsrooms.ours());
    telegram.serve(Newsrooms.ours());
    database = Databases.openSqlite(folder.resolve("briefing.db"));
    Files.createDirectories(folder.resolve("_posts"));
    library = FolderLibrary.watch(folder, () -> new DigestReader(SEOUL, Newsrooms.TAXONOMY));
    String role = discord.discord().role("readers");
    order(random(), Layout.FULL, new Extras(true, false, Rooms.THREAD, role));
    order(on(Platform.DISCORD, news), Layout.OVERVIEW, new Extras(true, true, Rooms.NONE, null));
    order(on(Platform.DISCORD, settings), Layout.FULL, new Extras(false, false, Rooms.POST, null));
    order(group(), Layout.FULL, new Extras(true, false, Rooms.NONE, null));
    order(on(Platform.TELEGRAM, "1"), Layout.OVERVIEW, new Extras(true, false, Rooms.NONE, null));
    order(topics(), Layout.FULL, new Extras(false, false, Rooms.POST, null));
    start();
  }

  @AfterEach
  void close() {
    discord.discord().backstage().faults().clear();
    telegram.telegram().backstage().faults().clear();
    courier.close();
    library.close();
    database.close();
    discord.close();
    telegram.close();
  }

  private Chat random() {
    return on(Platform.DISCORD, reader.channel());
  }

  private Chat group() {
    return on(Platform.TELEGRAM, Long.toString(group));
  }

  private Chat topics() {
    return on(Platform.TELEGRAM, Long.toString(topics));
  }

  private void start() {
    DueRule.Settings rule = DueRule.Settings.standard(Language.KO);
    courier =
        new Courier(
            database,
            new Withheld(library),
            new DigestBriefer(library, Newsrooms.briefings()),
            (order, offers, had, now) -> DueRule.decide(order, offers, had, now, rule),
            Map.of(
                Platform.DISCORD, Lane.discord(discord.channel(), clock),
                Platform.TELEGRAM, Lane.telegram(telegram.channel(), clock)),
            Policy.DEFAULT,
            clock,
            _ -> {});
    Courier running = courier;
    library.onChange(_ -> running.digestsChanged());
    courier.start();
  }

  private void order(Chat chat, Layout layout, Extras extras) {
    new Subscriptions(database)
        .put(
            new Subscription(
                    chat.toString(),
                    chat,
                    Asker.Place.GROUP,
                    Schedule.asPublished(SEOUL),
                    Set.of(),
                    Language.KO,
                    layout,
                    false,
                    new Subscription.State.Active(begun.minusSeconds(100)),
                    begun.minusSeconds(100))
                .with(extras),
            Instant.EPOCH);
  }

  /** A digest of one story appears. */
  private void publish(String name, int secondsAgo) throws Exception {
    ZonedDateTime published = begun.minusSeconds(secondsAgo).atZone(SEOUL);
    Files.writeString(
        folder.resolve("_posts/" + published.toLocalDate() + "-" + name + ".md"),
        """
        ---
        title: "AI 뉴스 %s"
        date: %s
        lang: ko
        ---

        ## 규제 소식 %s

        [출처](https://example.org/%s) - 발행일: 2026-02-12

        ### 요약
        - 규제가 바뀝니다.
        """
            .formatted(name, published.toOffsetDateTime(), name, name));
  }

  private Stream<Book.Entry> done(String method) {
    Book book = method.contains("/") ? discord.book() : telegram.book();
    return book.entries().stream()
        .filter(entry -> entry.method().equals(method))
        .filter(entry -> entry.status() >= 200 && entry.status() < 300);
  }

  /** All that is beside the messages of one digest. */
  private void awaitAll() {
    await().atMost(PATIENCE).until(() -> settled(6));
  }

  private boolean settled(int deliveries) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from delivery d where d.status = 'SENT'"
                                + " and not exists (select 1 from part p"
                                + " where p.delivery = d.id and p.state <> 'SENT')")
                        .mapTo(Integer.class)
                        .one())
        == deliveries;
  }

  private List<JsonNode> kept(String channel) {
    return StreamSupport.stream(
            discord.discord().backstage().messages(channel).spliterator(), false)
        .filter(one -> one.at("/author/bot").asBoolean() && one.path("type").asInt() != 6)
        .toList();
  }

  private List<Reason> notes(Chat chat) {
    return courier.ledger().recent(chat, 1).stream()
        .flatMap(entry -> entry.notes().stream())
        .map(Note::reason)
        .toList();
  }

  /** Each is there, and once, whatever was asked how often. */
  private void eachIsThereOnce() {
    List<JsonNode> random = kept(reader.channel());
    assertThat(random).hasSize(2);
    assertThat(random.getFirst().path("mention_roles"))
        .hasToString("[\"" + discord.discord().role("readers") + "\"]");
    assertThat(random.getLast().path("mention_roles")).isEmpty();
    assertThat(random)
        .extracting(one -> one.path("pinned").asBoolean())
        .containsExactly(false, true);
    assertThat(random.getLast().at("/thread/name").asText()).isEqualTo(title);
    assertThat(kept(random.getLast().path("id").asText())).hasSize(1);

    assertThat(kept(news)).hasSize(1);
    assertThat(kept(news).getFirst().path("pinned").asBoolean()).isTrue();
    assertThat(kept(news).getFirst().path("flags").asInt() & 1).isEqualTo(1);

    assertThat(postsOfTheBot()).hasSize(1);
    String post = postsOfTheBot().getFirst();
    assertThat(kept(post)).hasSize(2);
    assertThat(kept(post).getFirst().path("id").asText()).isEqualTo(post);
    assertThat(discord.book().entries())
        .filteredOn(entry -> entry.method().equals(POST))
        .allSatisfy(
            entry -> {
              assertThat(entry.body().path("applied_tags")).hasSize(1);
              assertThat(entry.body().path("name").asText()).isEqualTo(title);
            });

    assertThat(telegram.telegram().pinned(group)).hasSize(1);
    assertThat(telegram.telegram().pinned(1)).hasSize(1);
    assertThat(sent(group)).isEqualTo(2);
    inOneTopic();
    for (Chat chat : List.of(random(), on(Platform.DISCORD, news), group())) {
      assertThat(courier.ledger().recent(chat, 1).getFirst().status())
          .isEqualTo(Ledger.Status.SENT);
      assertThat(notes(chat)).isEmpty();
    }
  }

  private long sent(long chat) {
    return booked(chat, Journal.Kind.SENT).size();
  }

  private List<Journal.Entry> booked(long chat, Journal.Kind kind) {
    return telegram
        .telegram()
        .backstage()
        .journal()
        .from(1)
        .filter(entry -> entry.chat().equals(Long.toString(chat)) && entry.kind() == kind)
        .toList();
  }

  /** The messages are in one of the topics that were begun for them. */
  private void inOneTopic() {
    List<Journal.Entry> begun = booked(topics, Journal.Kind.OPENED);
    assertThat(begun).isNotEmpty().allMatch(entry -> entry.text().equals(title));
    List<Integer> threads =
        booked(topics, Journal.Kind.SENT).stream().map(Journal.Entry::thread).toList();
    assertThat(threads).hasSize(2);
    assertThat(begun)
        .extracting(Journal.Entry::thread)
        .containsOnlyOnceElementsOf(Set.copyOf(threads));
    assertThat(Set.copyOf(threads)).hasSize(1);
  }

  @Test
  void each_is_done_once_and_the_next_digest_takes_the_pin_down() throws Exception {
    publish("one", 60);
    awaitAll();
    eachIsThereOnce();
    Map.of(PIN, 2, CROSSPOST, 1, THREAD, 1, POST, 1, "pinChatMessage", 2, TOPIC, 1)
        .forEach((method, times) -> assertThat(done(method)).as(method).hasSize(times));
    assertThat(done("pinChatMessage"))
        .allMatch(entry -> entry.body().path("disable_notification").asBoolean());
    List<Integer> before = telegram.telegram().pinned(group);

    publish("two", 30);
    await().atMost(PATIENCE).until(() -> settled(12));
    for (String method : List.of(UNPIN, "unpinChatMessage", POST, TOPIC)) {
      assertThat(done(method)).as(method).hasSize(2);
    }
    assertThat(telegram.telegram().pinned(group)).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(kept(news))
        .extracting(one -> one.path("pinned").asBoolean())
        .containsExactly(false, true);
  }

  @Test
  void what_was_done_and_not_answered_is_done_once() throws Exception {
    befallAll(new Effect.Drop(true));
    fault(telegram.telegram(), "pinChatMessage", new Effect.Drop(true));
    fault(telegram.telegram(), TOPIC, new Effect.Drop(true));
    publish("one", 60);
    awaitAll();
    eachIsThereOnce();
    // Nobody can tell whether a topic is there: it is begun again.
    assertThat(booked(topics, Journal.Kind.OPENED)).hasSize(2);
    assertThat(discord.discord().backstage().faults().list()).allMatch(report -> report.spent());
  }

  @Test
  void what_is_limited_or_fails_is_done_later_and_once() throws Exception {
    befallAll(new Effect.RateLimit(Duration.ofSeconds(2), false));
    befallAll(new Effect.Failure(503, 0, "", false, false));
    // Telegram's clock stands here, and would limit for ever.
    for (String method : List.of("pinChatMessage", TOPIC)) {
      fault(telegram.telegram(), method, new Effect.Failure(502, 0, "", false, false));
    }
    publish("one", 60);
    awaitAll();
    eachIsThereOnce();
    assertThat(booked(topics, Journal.Kind.OPENED)).hasSize(1);
  }

  @Test
  void what_was_in_flight_when_the_bot_ended_is_there_once() throws Exception {
    befallAll(new Effect.Latency(Duration.ofSeconds(4), true));
    fault(telegram.telegram(), TOPIC, new Effect.Latency(Duration.ofSeconds(4), true));
    publish("one", 60);
    await()
        .atMost(PATIENCE)
        .until(
            () -> postsOfTheBot().size() == 1 && booked(topics, Journal.Kind.OPENED).size() == 1);
    courier.close();
    discord.discord().backstage().faults().clear();
    telegram.telegram().backstage().faults().clear();
    start();
    awaitAll();
    eachIsThereOnce();
    // Its receipt may have come after all.
    assertThat(booked(topics, Journal.Kind.OPENED)).hasSizeBetween(1, 2);
    assertThat(postsOfTheBot()).hasSize(1);
  }

  /** What the platform has, whether it has answered or not. */
  private List<String> postsOfTheBot() {
    return discord
        .discord()
        .backstage()
        .journal()
        .sent()
        .map(Journal.Entry::chat)
        .distinct()
        .filter(
            chat ->
                discord
                    .discord()
                    .backstage()
                    .messages(chat)
                    .get(0)
                    .path("id")
                    .asText()
                    .equals(chat))
        .toList();
  }

  @Test
  void what_is_refused_leaves_the_messages_and_is_told() throws Exception {
    for (String channel : List.of("random", "news")) {
      discord.discord().permit(channel, PLAIN);
    }
    fault(discord.discord(), CROSSPOST, new Effect.Failure(403, 50013, "No", false, false));
    telegram.telegram().people().stand(ann, group, Standing.MEMBER);
    telegram.telegram().people().stand(ann, topics, Standing.MEMBER);
    publish("one", 60);
    await().atMost(PATIENCE).until(() -> notes(random()).size() == 2);
    await().atMost(PATIENCE).until(() -> notes(group()).size() == 1);
    await().atMost(PATIENCE).until(() -> notes(topics()).size() == 1 && sent(topics) == 2);
    await().atMost(PATIENCE).until(() -> notes(on(Platform.DISCORD, news)).size() == 2);

    assertThat(notes(random())).containsExactly(Reason.NOT_PINNED, Reason.NO_THREAD);
    assertThat(notes(group())).containsExactly(Reason.NOT_PINNED);
    assertThat(notes(topics())).containsExactly(Reason.NO_THREAD);
    assertThat(booked(topics, Journal.Kind.SENT)).allMatch(entry -> entry.thread() == 0);
    assertThat(kept(reader.channel())).hasSize(3);
    for (Chat chat : List.of(random(), on(Platform.DISCORD, news), group(), topics())) {
      assertThat(courier.ledger().recent(chat, 1).getFirst().status())
          .isEqualTo(Ledger.Status.SENT);
      assertThat(new Subscriptions(database).find(chat).orElseThrow().state().isActive()).isTrue();
    }
  }

  @Test
  void a_topic_that_is_deleted_between_the_messages_leaves_the_rest_to_the_chat() throws Exception {
    telegram
        .telegram()
        .backstage()
        .faults()
        .add(
            Fault.of(new Effect.Failure(400, 0, "Bad Request: TOPIC_DELETED", false, false))
                .on("sendMessage")
                .in(Long.toString(topics))
                .skipping(1)
                .times(1));
    publish("one", 60);
    awaitAll();
    int topic = booked(topics, Journal.Kind.OPENED).getFirst().thread();
    assertThat(booked(topics, Journal.Kind.SENT))
        .extracting(Journal.Entry::thread)
        .containsExactly(topic, 0);
    assertThat(new Subscriptions(database).find(topics()).orElseThrow().state().isActive())
        .isTrue();
  }

  private void befallAll(Effect effect) {
    ExtraRoutes.ALL.forEach(method -> fault(discord.discord(), method, effect));
  }
}
