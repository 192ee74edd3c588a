package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.content.Withheld;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A database, a clock, digests, chats and a courier over one platform, worked by hand. */
final class Scene {
  static final Instant START = Instant.parse("2026-02-12T08:00:00Z");
  static final Duration NONCE = Duration.ofMinutes(5);

  final Database database;
  final Ticked clock = new Ticked(START);
  final List<Digest> digests = new ArrayList<>();
  Platform platform = Platform.DISCORD;
  Policy policy = Policy.DEFAULT;
  int messages = 1;

  /** A hash of the file that digests are read from. */
  String file = "";

  /** How a release of the bot draws. */
  String style = "";

  String layout = "OVERVIEW";
  Library.Health health = new Library.Health.Good();
  private @Nullable Briefer drawing;
  Postbox postbox = new Postbox(NONCE, clock);
  Channel channel = postbox;
  @Nullable Pace pace;
  @Nullable Courier courier;

  /** What the courier that was started last lets others see. */
  Withheld shown = new Withheld(library());

  Scene(Database database) {
    this.database = database;
  }

  /** Telegram knows no key and has no history. */
  void onTelegram() {
    platform = Platform.TELEGRAM;
    postbox = new Postbox(Duration.ZERO, clock);
    postbox.hasHistory = false;
    channel = postbox;
  }

  Chat chat(String id) {
    return new Chat(platform, id, null);
  }

  void subscribe(String chat) {
    subscribe(chat, "", "");
  }

  void subscribe(String chat, String thread, String topics) {
    database.jdbi().useTransaction(handle -> subscribe(handle, chat, thread, topics));
  }

  void subscribe(Handle handle, String chat, String thread, String topics) {
    handle.execute(
        """
        insert into subscription (id, platform, chat, thread, place, times, zone, days,
          topics, language, layout, silent, state, state_since, since, look_at)
        values (?, ?, ?, ?, 'GROUP', '', 'Asia/Seoul',
          'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', ?, 'ko',
          '%s', 0, 'ACTIVE', ?, ?, 0)
        """
            .formatted(layout),
        "s" + chat + thread,
        platform.name(),
        chat,
        thread,
        topics,
        START.toEpochMilli(),
        START.toEpochMilli());
  }

  /** An order wants this beside messages. */
  void want(String chat, Extras extras) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update subscription set pin = ?, crosspost = ?, rooms = ?, role = ?"
                        + " where chat = ?",
                    extras.pin() ? 1 : 0,
                    extras.crosspost() ? 1 : 0,
                    extras.rooms().name(),
                    extras.role() == null ? "" : extras.role(),
                    chat));
  }

  /** A digest appears now. */
  void publish(String stem) {
    Instant now = clock.instant().plusMillis(1);
    digests.add(
        new Digest(
            stem,
            "제목 " + stem,
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            ZoneId.of("Asia/Seoul"),
            "ko",
            now,
            null,
            null,
            List.of(),
            List.of(),
            ""));
    clock.pass(Duration.ofMillis(1));
    if (courier != null) {
      courier.digestsChanged();
    }
  }

  /** Starts the bot, again where it was started before. */
  Courier start() {
    if (courier != null) {
      courier.close();
    }
    return another();
  }

  /** Starts the bot beside the one that runs, or that was killed. */
  Courier another() {
    Lane lane =
        new Lane(
            channel,
            pace == null ? Pace.unlimited(clock) : pace,
            platform == Platform.DISCORD ? NONCE : Duration.ZERO);
    shown = new Withheld(library());
    Courier made =
        new Courier(
            database,
            shown,
            briefer(),
            new AsPublished(),
            Map.of(platform, lane),
            policy,
            clock,
            _ -> {},
            Runnable::run);
    courier = made;
    return made;
  }

  /** A digest says this from now on; each story is a message. Whoever looks sees it at once. */
  void write(String stem, String... stories) {
    write(stem, "제목", clock.instant(), null, stories);
  }

  void write(
      String stem, String title, Instant published, @Nullable String ref, String... stories) {
    Instant first =
        digests.stream()
            .filter(one -> one.stem().equals(stem) && !one.published().equals(Instant.MAX))
            .map(Digest::published)
            .findFirst()
            .orElse(published);
    digests.removeIf(one -> one.stem().equals(stem));
    digests.add(
        new Digest(
            stem,
            title,
            LocalDate.ofInstant(START, ZoneOffset.UTC),
            ZoneId.of("Asia/Seoul"),
            "ko",
            published.equals(Instant.MAX) ? published : first,
            ref,
            null,
            Stream.of(stories).map(Scene::story).toList(),
            List.of(),
            file));
    stories();
    if (courier != null) {
      courier.digestsChanged();
    }
  }

  /** A story's link stays where its words change: both stand apart by a colon. */
  private static Article story(String words) {
    return new Article(
        words,
        URI.create("https://example.org/" + words.replaceFirst(":.*", "")),
        null,
        null,
        List.of(),
        List.of());
  }

  /** From now on messages are the stories of the digests. */
  void stories() {
    drawing =
        (offer, language, _, now) ->
            Offers.digest(library(), offer, language, now).stream()
                .flatMap(digest -> digest.articles().stream())
                .map(article -> card(style + article.title()))
                .toList();
  }

  Briefer briefer() {
    if (drawing != null) {
      return (offer, language, one, now) ->
          Objects.requireNonNull(drawing).cards(offer, language, one, now);
    }
    return (offer, _, one, _) ->
        one.topics().contains("nothing") ? List.of() : cards(offer.digest());
  }

  Library library() {
    return new Library() {
      @Override
      public NavigableSet<LocalDate> dates() {
        return new TreeSet<>(digests.stream().map(Digest::date).toList());
      }

      @Override
      public List<Digest> on(LocalDate date) {
        return digests.stream()
            .filter(one -> one.date().equals(date))
            .sorted(BY_PUBLICATION)
            .toList();
      }

      @Override
      public Object state() {
        return List.of(List.copyOf(digests), health);
      }

      @Override
      public Health health() {
        return health;
      }
    };
  }

  private List<Card> cards(String digest) {
    List<Card> cards = new ArrayList<>();
    for (int number = 1; number <= messages; number++) {
      cards.add(card(digest + " " + number));
    }
    return cards;
  }

  private static Card card(String words) {
    return Card.of(Language.KO, List.of(new Piece.Title(List.of(Span.plain(words)))), List.of());
  }

  /** Works until the time is over, looking every so often. */
  void work(Duration time, Duration step) {
    Courier running = courier == null ? start() : courier;
    running.tick();
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      clock.pass(step);
      running.tick();
    }
  }

  void work() {
    work(Duration.ZERO, Duration.ofSeconds(1));
  }

  Ledger.Entry latest(String chat) {
    Courier running = courier == null ? start() : courier;
    return running.ledger().recent(chat(chat), 1).getFirst();
  }

  String state(String chat) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select state || ' ' || coalesce(gone_reason, '') from subscription"
                            + " where chat = :chat")
                    .bind("chat", chat)
                    .mapTo(String.class)
                    .one())
        .strip();
  }
}
