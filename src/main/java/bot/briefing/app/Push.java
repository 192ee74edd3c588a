package bot.briefing.app;

import bot.briefing.card.Card;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.command.Command;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Standing;
import bot.briefing.delivery.Courier;
import bot.briefing.delivery.DigestBriefer;
import bot.briefing.delivery.Lane;
import bot.briefing.delivery.Owner;
import bot.briefing.delivery.Policy;
import bot.briefing.delivery.Rule;
import bot.briefing.delivery.Withdrawn;
import bot.briefing.store.Database;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring of all that is sent unasked. It is opened before the newsroom, which tells of it, and
 * begins after the bots, whose channels it sends through; until then what platforms tell of chats
 * waits. Safe for any thread.
 */
final class Push implements ChatEvents, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);

  private final Database database;
  private final DueRule.Settings rule;
  private final Policy policy;
  private final InstantSource clock;
  private final Set<String> withdrawn;
  private final CompletableFuture<Courier> courier = new CompletableFuture<>();
  private final CompletableFuture<Newsroom> newsroom = new CompletableFuture<>();
  private CompletableFuture<Boolean> told = CompletableFuture.completedFuture(true);
  private volatile Map<Platform, Channel> channels = Map.of();
  private final Ledger ledger = new LateLedger(courier.thenApply(Courier::ledger));

  private Push(Database database, DueRule.Settings rule, Policy policy, InstantSource clock) {
    this.database = database;
    this.rule = rule;
    this.policy = policy;
    this.clock = clock;
    this.withdrawn = Withdrawn.digests(database);
  }

  /** Opens the database: an instance lock is held from now on. */
  static Push open(PushSettings push, Language standard, InstantSource clock)
      throws StoppedException {
    return new Push(
        State.open(push), push.rule(standard), new Policy(push.maxAge(), push.ambiguous()), clock);
  }

  Database database() {
    return database;
  }

  /** The digests that were withdrawn when the database was opened; the courier sees to the rest. */
  Set<String> withdrawn() {
    return withdrawn;
  }

  /** What the newsroom knows of all this. */
  Standing standing() {
    return new Standing(new Subscriptions(database), ledger, rule, this::permits, this::changed);
  }

  private Permits permits(Chat chat, Extras wished) {
    Channel channel = channels.get(chat.platform());
    return channel == null ? new Permits(Set.of()) : channel.check(chat, wished);
  }

  /** What became of the orders; waits for {@link #begin} where that is still to come. */
  Ledger ledger() {
    return ledger;
  }

  /** Begins to plan and to send, and the bots with it: where nobody else can have a platform. */
  void begin(Desk desk, Newsroom answering, Bots bots) {
    newsroom.complete(answering);
    if (database.kind() == Database.Kind.SQLITE) {
      bots.begin();
    } else {
      LOG.info("stands by until nobody else has the platforms");
    }
    channels = bots.channels();
    Map<Platform, Lane> lanes = new EnumMap<>(Platform.class);
    channels.forEach(
        (platform, channel) ->
            lanes.put(
                platform,
                platform == Platform.DISCORD
                    ? Lane.discord(channel, clock)
                    : Lane.telegram(channel, clock)));
    Instant looking = clock.instant();
    Rule due = (order, offers, had, now) -> DueRule.decide(order, offers, had, now, rule, looking);
    Courier begun =
        new Courier(
            database,
            desk.library(),
            new DigestBriefer(desk.library().all(), desk.briefings()),
            due,
            lanes,
            policy,
            clock,
            new Turns(bots));
    desk.onChange(begun::digestsChanged);
    channels.keySet().forEach(begun::await);
    courier.complete(begun);
    begun.start();
    bots.onReady(begun::ready);
  }

  /** A bot runs where this instance has the platform, and nowhere else. */
  private final class Turns implements Owner {
    private final Bots bots;

    Turns(Bots bots) {
      this.bots = bots;
    }

    @Override
    public void owned(Platform platform) {
      bots.begin(platform);
    }

    @Override
    public void lost(Platform platform) {
      LOG.warn("{} is lost to another instance, or the database cannot be reached", platform);
      tell(begun -> begun.await(platform));
      bots.cease(platform);
    }
  }

  /** One after the other: a chat that is gone and back at once is back. */
  private synchronized void tell(Consumer<Courier> event) {
    told =
        told.thenCombine(courier, (_, begun) -> begun)
            .thenApplyAsync(
                begun -> {
                  event.accept(begun);
                  return true;
                })
            .exceptionally(
                failure -> {
                  LOG.error("what became of a chat was not taken in", failure);
                  return false;
                });
  }

  /** An order was changed, with its time to be looked at. */
  void changed() {
    tell(Courier::subscriptionsChanged);
  }

  @Override
  public Answering answering(Chat chat) {
    Courier begun = courier.getNow(null);
    return begun == null ? Answering.UNHEARD : begun.debit(chat);
  }

  /** Readers of a channel did not ask who is there: only who writes together is greeted. */
  @Override
  public void joined(Chat chat, Asker.Place place, Language language) {
    if (place == Asker.Place.GROUP) {
      tell(
          begun -> {
            Asker group = new Asker(chat, place, language, null);
            Card greeting = newsroom.join().answer(new Command.Start(), group).card();
            begun.joined(chat, place, language, greeting);
          });
    }
  }

  @Override
  public void gone(Chat chat, Receipt.Reason reason) {
    tell(begun -> begun.gone(chat, reason));
  }

  @Override
  public void back(Chat chat) {
    tell(begun -> begun.resumed(chat));
  }

  @Override
  public void migrated(Chat chat, String newId) {
    tell(begun -> begun.migrated(chat, newId));
  }

  @Override
  public void close() {
    Courier begun = courier.getNow(null);
    if (begun != null) {
      begun.close();
    }
    database.close();
  }
}
