package bot.briefing.journey;

import static bot.briefing.journey.ExtraRoutes.POST;
import static bot.briefing.journey.PushScene.PATIENCE;
import static bot.briefing.journey.PushScene.SEOUL;
import static bot.briefing.journey.PushScene.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.card.Layout;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Platform;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Six chats that want something beside messages, and what the platforms' books and the ledger say
 * of it.
 */
final class ExtrasStage implements AutoCloseable {
  /** Deliveries of one digest. */
  static final int CHATS = 6;

  private final PushScene scene;
  private final Visitor reader;
  private final String news;
  private final Person ann;
  private final long group;
  private final long topics;

  /** Discord's channel reckons by the machine's clock. */
  private final Instant begun;

  private final String title;

  ExtrasStage(Path folder) throws IOException, UnusableDatabaseException {
    InstantSource clock = InstantSource.system();
    begun = clock.instant();
    title = LocalDate.ofInstant(begun.minusSeconds(60), SEOUL) + " AI 뉴스 one";
    scene = new PushScene(folder, clock);
    reader = scene.discord().visitor(Language.KO).in("random");
    news = discord().announcements("news");
    String forum = discord().forum("forum", true, "Other", "규제");
    String settings = discord().post(forum, "Settings");
    ann = scene.telegram().person(Language.KO);
    group = telegram().people().supergroup("News", ann);
    topics = telegram().people().forum("Topics", ann);
    theBotIs(Standing.ADMINISTRATOR);
    scene.serve(Newsrooms.ours());
    order(random(), Layout.FULL, new Extras(true, false, Rooms.THREAD, role()));
    order(news(), Layout.OVERVIEW, new Extras(true, true, Rooms.NONE, null));
    order(on(Platform.DISCORD, settings), Layout.FULL, new Extras(false, false, Rooms.POST, null));
    order(group(), Layout.FULL, new Extras(true, false, Rooms.NONE, null));
    order(on(Platform.TELEGRAM, 1), Layout.OVERVIEW, new Extras(true, false, Rooms.NONE, null));
    order(topics(), Layout.FULL, new Extras(false, false, Rooms.POST, null));
    scene.push();
  }

  private void order(Chat chat, Layout layout, Extras extras) {
    scene.order(chat, layout, extras, begun);
  }

  LoopbackDiscord discord() {
    return scene.discord().discord();
  }

  LoopbackTelegram telegram() {
    return scene.telegram().telegram();
  }

  Chat random() {
    return on(Platform.DISCORD, reader.channel());
  }

  Chat news() {
    return on(Platform.DISCORD, news);
  }

  Chat group() {
    return on(Platform.TELEGRAM, group);
  }

  Chat topics() {
    return on(Platform.TELEGRAM, topics);
  }

  private String role() {
    return discord().role("readers");
  }

  /** In both Telegram groups. */
  void theBotIs(Standing standing) {
    telegram().people().stand(ann, group, standing);
    telegram().people().stand(ann, topics, standing);
  }

  /** The courier ends where it is, and another begins. */
  void beginAgain() {
    scene.courier().close();
    discord().backstage().faults().clear();
    telegram().backstage().faults().clear();
    scene.push();
  }

  /** A digest of one story appears. */
  void publish(String name, int secondsAgo) throws IOException {
    ZonedDateTime published = begun.minusSeconds(secondsAgo).atZone(SEOUL);
    Files.writeString(
        scene.file(published.toLocalDate() + "-" + name),
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

  /** So many digests are in all chats, with all that is beside their messages. */
  void awaitAll(int digests) {
    await().atMost(PATIENCE).until(() -> settled() == digests * CHATS);
  }

  private int settled() {
    return scene
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from delivery d where d.status = 'SENT'"
                            + " and not exists (select 1 from part p"
                            + " where p.delivery = d.id and p.state <> 'SENT')")
                    .mapTo(Integer.class)
                    .one());
  }

  /** What was accepted of a method. */
  Stream<Book.Entry> done(String method) {
    Book book = method.contains("/") ? scene.discord().book() : scene.telegram().book();
    return book.entries().stream()
        .filter(entry -> entry.method().equals(method))
        .filter(entry -> entry.status() >= 200 && entry.status() < 300);
  }

  /** The bot's own messages in a channel of Discord. */
  List<JsonNode> kept(Chat channel) {
    return kept(channel.id());
  }

  private List<JsonNode> kept(String channel) {
    return StreamSupport.stream(discord().backstage().messages(channel).spliterator(), false)
        .filter(one -> one.at("/author/bot").asBoolean() && one.path("type").asInt() != 6)
        .toList();
  }

  List<Reason> notes(Chat chat) {
    return scene.courier().ledger().recent(chat, 1).stream()
        .flatMap(entry -> entry.notes().stream())
        .map(Note::reason)
        .toList();
  }

  Ledger.Status status(Chat chat) {
    return scene.courier().ledger().recent(chat, 1).getFirst().status();
  }

  boolean isActive(Chat chat) {
    return new Subscriptions(scene.database()).find(chat).orElseThrow().state().isActive();
  }

  /** What is in the journal of a chat on Telegram. */
  private List<Journal.Entry> booked(Chat chat, Journal.Kind kind) {
    return telegram()
        .backstage()
        .journal()
        .from(1)
        .filter(entry -> entry.chat().equals(chat.id()) && entry.kind() == kind)
        .toList();
  }

  /** The topics that the bot began. */
  List<Journal.Entry> opened() {
    return booked(topics(), Journal.Kind.OPENED);
  }

  /** The messages in the group that has topics. */
  List<Journal.Entry> inTopics() {
    return booked(topics(), Journal.Kind.SENT);
  }

  List<Integer> pinned() {
    return telegram().pinned(group);
  }

  /** What Discord has, whether it has answered or not. */
  List<String> postsOfTheBot() {
    return discord()
        .backstage()
        .journal()
        .sent()
        .map(Journal.Entry::chat)
        .distinct()
        .filter(
            chat -> discord().backstage().messages(chat).get(0).path("id").asText().equals(chat))
        .toList();
  }

  /** Each is there, and once, whatever was asked how often. */
  void eachIsThereOnce() {
    List<JsonNode> random = kept(random());
    assertThat(random).hasSize(2);
    assertThat(random.getFirst().path("mention_roles")).hasToString("[\"" + role() + "\"]");
    assertThat(random.getLast().path("mention_roles")).isEmpty();
    assertThat(random)
        .extracting(one -> one.path("pinned").asBoolean())
        .containsExactly(false, true);
    assertThat(random.getLast().at("/thread/name").asText()).isEqualTo(title);
    assertThat(kept(random.getLast().path("id").asText())).hasSize(1);

    assertThat(kept(news)).hasSize(1);
    assertThat(kept(news).getFirst().path("pinned").asBoolean()).isTrue();
    assertThat(kept(news).getFirst().path("flags").asInt() & 1).isEqualTo(1);
    inOnePost();

    assertThat(pinned()).hasSize(1);
    assertThat(telegram().pinned(1)).hasSize(1);
    assertThat(booked(group(), Journal.Kind.SENT)).hasSize(2);
    inOneTopic();
    for (Chat chat : List.of(random(), news(), group())) {
      assertThat(status(chat)).isEqualTo(Ledger.Status.SENT);
      assertThat(notes(chat)).isEmpty();
    }
  }

  private void inOnePost() {
    assertThat(postsOfTheBot()).hasSize(1);
    String post = postsOfTheBot().getFirst();
    assertThat(kept(post)).hasSize(2);
    assertThat(kept(post).getFirst().path("id").asText()).isEqualTo(post);
    assertThat(scene.discord().book().entries())
        .filteredOn(entry -> entry.method().equals(POST))
        .allSatisfy(
            entry -> {
              assertThat(entry.body().path("applied_tags")).hasSize(1);
              assertThat(entry.body().path("name").asText()).isEqualTo(title);
            });
  }

  /** The messages are in one of the topics that were begun for them. */
  private void inOneTopic() {
    assertThat(opened()).isNotEmpty().allMatch(entry -> entry.text().equals(title));
    List<Integer> threads = inTopics().stream().map(Journal.Entry::thread).toList();
    assertThat(threads).hasSize(2);
    assertThat(opened())
        .extracting(Journal.Entry::thread)
        .containsOnlyOnceElementsOf(Set.copyOf(threads));
    assertThat(Set.copyOf(threads)).hasSize(1);
  }

  @Override
  public void close() {
    scene.close();
  }
}
