package bot.briefing.journey;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.command.Newsroom;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Withheld;
import bot.briefing.content.library.FolderLibrary;
import bot.briefing.delivery.Courier;
import bot.briefing.delivery.DigestBriefer;
import bot.briefing.delivery.Lane;
import bot.briefing.delivery.Policy;
import bot.briefing.store.Database;
import bot.briefing.store.Databases;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of digests, a database, and a courier that pushes to both loopback platforms. */
final class PushScene implements AutoCloseable {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private final DiscordScene discord = new DiscordScene();
  private final TelegramScene telegram = new TelegramScene();
  private final Path folder;
  private final InstantSource clock;
  private final Database database;
  private final FolderLibrary library;
  private final Withheld shown;
  private @Nullable Courier courier;

  PushScene(Path folder, InstantSource clock) throws IOException, UnusableDatabaseException {
    this.folder = folder;
    this.clock = clock;
    database = Databases.openSqlite(folder.resolve("briefing.db"));
    Files.createDirectories(folder.resolve("_posts"));
    library = FolderLibrary.watch(folder, () -> new DigestReader(SEOUL, Newsrooms.TAXONOMY));
    shown = new Withheld(library);
  }

  static Chat on(Platform platform, String id) {
    return new Chat(platform, id, null);
  }

  static Chat on(Platform platform, long id) {
    return on(platform, Long.toString(id));
  }

  /** Both bots answer so, and are there to be pushed through. */
  void serve(Newsroom newsroom) {
    discord.serve(newsroom);
    telegram.serve(newsroom);
  }

  /** A courier begins, also after one that ended. */
  void push() {
    DueRule.Settings rule = DueRule.Settings.standard(Language.KO);
    Courier next =
        new Courier(
            database,
            shown,
            new DigestBriefer(library, Newsrooms.briefings()),
            (order, offers, had, now) -> DueRule.decide(order, offers, had, now, rule),
            Map.of(
                Platform.DISCORD, Lane.discord(discord.channel(), clock),
                Platform.TELEGRAM, Lane.telegram(telegram.channel(), clock)),
            Policy.DEFAULT,
            clock,
            _ -> {});
    courier = next;
    library.onChange(_ -> next.digestsChanged());
    next.start();
  }

  /** As published, in Korean; since a while before. */
  void order(Chat chat, Layout layout, Extras extras, Instant now) {
    Instant since = now.minusSeconds(100);
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
                    new Subscription.State.Active(since),
                    since)
                .with(extras),
            Instant.EPOCH);
  }

  Path file(String name) {
    return folder.resolve("_posts/" + name + ".md");
  }

  DiscordScene discord() {
    return discord;
  }

  TelegramScene telegram() {
    return telegram;
  }

  Database database() {
    return database;
  }

  FolderLibrary library() {
    return library;
  }

  /** What readers and the courier are shown: what was withdrawn is not among it. */
  Withheld shown() {
    return shown;
  }

  Courier courier() {
    Courier running = courier;
    if (running == null) {
      throw new IllegalStateException("nobody pushes yet");
    }
    return running;
  }

  @Override
  public void close() {
    discord.discord().backstage().faults().clear();
    telegram.telegram().backstage().faults().clear();
    courier().close();
    library.close();
    database.close();
    discord.close();
    telegram.close();
  }
}
