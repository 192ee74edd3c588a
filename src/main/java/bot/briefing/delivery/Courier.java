package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.content.Withheld;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger;
import bot.briefing.text.Language;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The push side as a whole: plans what is due, and sends it. Works on threads of its own once it is
 * started; a test calls {@link #tick} instead. Safe for any thread.
 */
public final class Courier implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final Commits commits;
  private final Planner planner;
  private final Resends resends;
  private final Withdrawals withdrawals;
  private final Corrections corrections;
  private final Retention retention;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Map<Platform, Pace> paces = new EnumMap<>(Platform.class);
  private final Map<Platform, Sender> senders = new EnumMap<>(Platform.class);
  private final Map<Platform, Mender> menders = new EnumMap<>(Platform.class);
  private final Map<Platform, Ownership> ownerships = new EnumMap<>(Platform.class);
  private final Map<Platform, Channel> channels = new EnumMap<>(Platform.class);
  private final Set<Platform> awaited = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /** Orders have changed since their pins were looked at. */
  private final AtomicBoolean changed = new AtomicBoolean();

  private final Owner owner;
  private final Set<Platform> told = EnumSet.noneOf(Platform.class);
  private volatile @Nullable Threads threads;

  /**
   * Nothing is read or sent before it is started.
   *
   * @param library is told of what is withdrawn, and no more
   * @param owner hears when a platform has become this instance's, and when it no longer is
   */
  public Courier(
      Database database,
      Withheld library,
      Briefer briefer,
      Rule rule,
      Map<Platform, Lane> lanes,
      Policy policy,
      InstantSource clock,
      Owner owner) {
    this(database, library, briefer, rule, lanes, policy, clock, owner, null);
  }

  /**
   * @param executor runs the attempts; absent: virtual threads
   */
  Courier(
      Database database,
      Withheld library,
      Briefer briefer,
      Rule rule,
      Map<Platform, Lane> lanes,
      Policy policy,
      InstantSource clock,
      Owner owner,
      @Nullable Executor executor) {
    this.clock = clock;
    this.owner = owner;
    this.commits = new Commits(database.jdbi());
    lanes.forEach((platform, lane) -> channels.put(platform, lane.channel()));
    this.planner = new Planner(commits, library, rule, briefer, channels, policy);
    this.resends = new Resends(commits, planner);
    this.withdrawals = new Withdrawals(commits, library);
    this.corrections = new Corrections(commits, library.all(), briefer, channels);
    this.retention = new Retention(commits, clock.instant());
    this.ledger = new LedgerTable(commits, planner, clock, this::wakeSenders);
    String instance = UUID.randomUUID().toString();
    boolean alone = database.kind() == Database.Kind.SQLITE;
    lanes.forEach(
        (platform, lane) -> {
          Ownership ownership = new Ownership(commits, platform, instance, alone, clock);
          Outbox outbox = new Outbox(platform);
          ownerships.put(platform, ownership);
          paces.put(platform, lane.pace());
          Executor attempts = executor == null ? workers : executor;
          Sender sender =
              new Sender(
                  database.jdbi(),
                  commits,
                  outbox,
                  new Receipts(outbox, lane.channel()),
                  new Attempt(
                      lane.channel(),
                      new Aims(database.jdbi()),
                      lane.nonceLife(),
                      policy.ambiguous(),
                      clock),
                  lane.pace(),
                  ownership,
                  clock,
                  attempts);
          senders.put(platform, sender);
          menders.put(
              platform,
              new Mender(
                  database.jdbi(), commits, outbox, lane, sender, ownership, clock, attempts));
        });
  }

  /** A platform's messages cannot be drawn yet: nothing is planned for it. */
  public void await(Platform platform) {
    awaited.add(platform);
  }

  /** From now on they can. */
  public void ready(Platform platform) {
    awaited.remove(platform);
    digestsChanged();
  }

  /** Begins to work on threads of its own. */
  public void start() {
    List<Threads.Round> rounds = new ArrayList<>();
    senders.forEach((platform, sender) -> rounds.add(() -> sender.pause(step(platform, sender))));
    threads = Threads.start(rounds, this::keep, this::plan);
  }

  /** Does all that can be done at this instant; what is in flight may still be when it returns. */
  void tick() {
    keep();
    plan();
    senders.forEach(this::step);
  }

  /** Pushes go first, and edits where none wants to go. */
  @CanIgnoreReturnValue
  private Instant step(Platform platform, Sender sender) {
    Instant push = sender.step();
    Instant edit = Objects.requireNonNull(menders.get(platform)).step();
    return push.isBefore(edit) ? push : edit;
  }

  /** What became of the orders. */
  public Ledger ledger() {
    return ledger;
  }

  /** Whether this instance polls a platform and sends there. */
  public boolean owns(Platform platform) {
    Ownership ownership = ownerships.get(platform);
    return ownership != null && ownership.isHeld();
  }

  /**
   * An answer goes to a chat at once: its next push waits the longer. Returns when there is a place
   * for it among the pushes, some milliseconds later at most.
   *
   * @return to be closed once the platform has answered
   */
  public ChatEvents.Answering debit(Chat chat) {
    Pace pace = paces.get(chat.platform());
    if (pace == null) {
      return ChatEvents.Answering.UNHEARD;
    }
    Pace.Debit answer = pace.debit(chat);
    LockSupport.parkNanos(answer.await().toNanos());
    pace.start(answer);
    // Another kind of request: it does not tell how quick a message is.
    return () -> pace.answered(answer.slot(), false);
  }

  /** The library holds other digests than before. */
  public void digestsChanged() {
    planner.everybody();
    wakePlanner();
  }

  /** An order was written, with {@code look_at} 0, or has ended. */
  public void subscriptionsChanged() {
    changed.set(true);
    wakePlanner();
  }

  /** The bot may write in a chat again. Returns when that is on the disk. */
  public void resumed(Chat chat) {
    Instant now = clock.instant();
    commits.write(
        handle -> {
          Orders.of(handle, chat.platform(), chat.id())
              .forEach(id -> Orders.resume(handle, id, now));
          return true;
        });
    wakePlanner();
  }

  /**
   * The bot was taken into a chat: it says who it is, once, however often it is taken in. Returns
   * when that is on the disk.
   */
  public void joined(Chat chat, Asker.Place place, Language language, Card greeting) {
    Channel channel = channels.get(chat.platform());
    if (channel == null) {
      return;
    }
    Instant now = clock.instant();
    Shipment shipment = Notices.greeting(channel, chat, place, language, greeting, now);
    commits.write(
        handle -> Notices.isGreeted(handle, chat) ? 0 : Shipment.write(handle, List.of(shipment)));
    wakeSenders();
  }

  /** The bot may no longer write in a chat, on the platform's own word. */
  public void gone(Chat chat, Receipt.Reason reason) {
    Instant now = clock.instant();
    commits.write(
        handle -> {
          for (String id : Orders.of(handle, chat.platform(), chat.id())) {
            Orders.suspend(handle, id, reason, now);
            Deliveries.suspend(handle, id, reason.name(), now);
          }
          return true;
        });
    wakePlanner();
  }

  /** A chat goes on under another id. */
  public void migrated(Chat chat, String newId) {
    Instant now = clock.instant();
    commits.write(
        handle -> {
          Receipts.migrate(handle, chat, newId, now);
          return true;
        });
    wakeSenders();
  }

  /** Ends within a second: what is in flight by then is in doubt at the next start. */
  @Override
  public void close() {
    Threads running = threads;
    try {
      if (running != null) {
        running.stop();
      }
      for (Sender sender : senders.values()) {
        sender.stop(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdown();
    ownerships.values().forEach(Ownership::release);
    commits.close();
  }

  private void keep() {
    ownerships.forEach(
        (platform, ownership) -> {
          if (ownership.keep()) {
            Objects.requireNonNull(senders.get(platform)).begin();
            Objects.requireNonNull(menders.get(platform)).begin();
            planner.everybody();
            changed.set(true);
          }
        });
    tell();
  }

  /** Not only after a beat, which may hang in the database. */
  private synchronized void tell() {
    ownerships.forEach(
        (platform, ownership) -> {
          if (ownership.isHeld()) {
            if (told.add(platform)) {
              owner.owned(platform);
            }
          } else if (told.remove(platform)) {
            owner.lost(platform);
          }
        });
  }

  private void plan() {
    tell();
    Set<Platform> held = EnumSet.noneOf(Platform.class);
    ownerships.forEach(
        (platform, ownership) -> {
          if (ownership.isHeld()) {
            held.add(platform);
          }
        });
    Set<Platform> mine = EnumSet.copyOf(held);
    mine.removeAll(awaited);
    Instant now = clock.instant();
    if (!held.isEmpty() && withdrawals.look(now)) {
      planner.everybody();
      corrections.look();
    }
    int written = planner.plan(mine, now) + resends.pickUp(mine, now);
    if (written > 0) {
      wakeSenders();
      corrections.planned(now);
    }
    if (corrections.plan(mine, now) + unpin(mine, now) > 0) {
      menders.values().forEach(Mender::look);
      wakeSenders();
    }
    if (!mine.isEmpty()) {
      retention.keep(now);
    }
  }

  private int unpin(Set<Platform> platforms, Instant now) {
    if (platforms.isEmpty() || !changed.getAndSet(false)) {
      return 0;
    }
    try {
      return commits.write(handle -> Unpinning.unwanted(handle, platforms, now));
    } catch (RuntimeException | Error e) {
      changed.set(true);
      throw e;
    }
  }

  private void wakeSenders() {
    senders.values().forEach(Sender::wake);
  }

  private void wakePlanner() {
    Threads running = threads;
    if (running != null) {
      running.wakePlanner();
    }
    wakeSenders();
  }
}
