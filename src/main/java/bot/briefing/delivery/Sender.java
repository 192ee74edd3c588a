package bot.briefing.delivery;

import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Reason;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for one platform: says durably that a message is about to go, sends it on a
 * thread of its own, and writes the receipt before the chat's next one goes. {@link #step} is
 * called by one thread and never waits for the platform.
 */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int KEPT = 256;

  private final Platform platform;
  private final Jdbi jdbi;
  private final Commits commits;
  private final Outbox outbox;
  private final Receipts receipts;
  private final Attempt attempt;
  private final Pace pace;
  private final Lease lease;
  private final InstantSource clock;
  private final Executor threads;
  private final Line line;
  private final Cache<String, Part> words = Caffeine.newBuilder().maximumSize(KEPT).build();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PlatformState state;
  private final Lead lead = new Lead();
  private final Unwritten unwritten = new Unwritten();
  private Instant sweepAt = Instant.MIN;
  private boolean signalled;
  private boolean claiming;
  private boolean stopped;

  Sender(
      Jdbi jdbi,
      Commits commits,
      Outbox outbox,
      Receipts receipts,
      Attempt attempt,
      Pace pace,
      Lease lease,
      InstantSource clock,
      Executor threads) {
    this.platform = outbox.platform();
    this.jdbi = jdbi;
    this.commits = commits;
    this.outbox = outbox;
    this.receipts = receipts;
    this.attempt = attempt;
    this.pace = pace;
    this.lease = lease;
    this.clock = clock;
    this.threads = threads;
    this.line = new Line(pace);
    this.state = new PlatformState(platform);
  }

  /** The platform is ours: what others left in flight is in doubt. */
  void begin() {
    int doubts = commits.write(handle -> outbox.doubt(handle, lease.epoch()));
    if (doubts > 0) {
      LOG.info("{}: {} messages were in flight when the bot ended", platform, doubts);
    }
    lock.lock();
    try {
      state.begin(jdbi.withHandle(outbox::wide));
      line.clear();
    } finally {
      lock.unlock();
    }
    wake();
  }

  /** Something may wait that did not before. */
  void wake() {
    lock.lock();
    try {
      line.look();
      signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts all that may start now.
   *
   * @return when there may be more, if nothing wakes it before
   */
  Instant step() {
    lock.lock();
    try {
      signalled = false;
      Instant now = clock.instant();
      if (stopped || state.isHalted() || !lease.isHeld()) {
        land();
        return now.plus(AGAIN);
      }
      unwritten.due(now).forEach(one -> settle(one.turn(), one.outcome()));
      sweep(now);
      do {
        now = clock.instant();
        if (state.isClosed(now)) {
          land();
          return earliest(now);
        }
        line.fill(jdbi, outbox, now);
        land(line.delayed(lead.time()));
        claim(now);
        if (stopped) {
          land();
          changed.signalAll();
          return now.plus(AGAIN);
        }
      } while (launch());
      return earliest(now);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the platform may be spoken to now, and no push wants to. */
  boolean isIdle() {
    lock.lock();
    try {
      return !stopped
          && lease.isHeld()
          && !state.isClosed(clock.instant())
          && line.isEmpty()
          && (!state.isOutage() || line.flying() == 0);
    } finally {
      lock.unlock();
    }
  }

  /** Whether only one at a time may try. */
  boolean isOutage() {
    lock.lock();
    try {
      return state.isOutage();
    } finally {
      lock.unlock();
    }
  }

  /** What an edit has brought, of the platform as a whole; to be held in the edit's transaction. */
  Optional<Outbox.Hold> heard(Receipt receipt, Instant now) {
    return observe(new Outcome.Said(receipt), now);
  }

  /** Lets {@link #pause} return. */
  void nudge() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until then, for at most a second, or until it is woken. */
  void pause(Instant until) throws InterruptedException {
    lock.lock();
    try {
      Duration most = Duration.between(clock.instant(), until);
      long nanos = most.compareTo(AGAIN) > 0 ? AGAIN.toNanos() : most.toNanos();
      while (!signalled && !stopped && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Starts nothing more, and waits a little for what is in flight. */
  void stop(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      stopped = true;
      land();
      changed.signalAll();
      long nanos = patience.toNanos();
      while ((line.flying() > 0 || claiming) && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    signalled = true;
    changed.signalAll();
  }

  private Instant earliest(Instant now) {
    Instant next = now.plus(AGAIN);
    if (state.isClosed(now)) {
      return next;
    }
    Instant free = line.next(now, state.isOutage(), lead.time());
    return free.isBefore(next) ? free : next;
  }

  private void sweep(Instant now) {
    if (Duration.between(sweepAt, now).abs().compareTo(SWEEP) >= 0) {
      Reason why = state.held(now).map(Outbox.Hold::reason).orElse(null);
      int strays =
          commits.write(
              handle -> {
                int landed = outbox.landStrays(handle, lease.epoch(), line.deliveries());
                outbox.giveUp(handle, now, why);
                return landed;
              });
      if (strays > 0) {
        line.look();
      }
      sweepAt = now;
    }
  }

  /** Says durably of the next ones that they are about to go. */
  private void claim(Instant now) {
    List<Turn> picked = line.pick(state.isOutage(), lead.time());
    if (picked.isEmpty()) {
      return;
    }
    List<Turn> launched = List.of();
    claiming = true;
    // Receipts are written meanwhile, and share the commit.
    lock.unlock();
    try {
      launched = claimed(picked, now);
    } finally {
      lock.lock();
      claiming = false;
      if (launched.isEmpty()) {
        line.drop(picked);
      }
    }
    lead.took(Duration.between(now, clock.instant()).abs());
    line.claim(picked, launched.stream().map(turn -> turn.inFlight(now)).toList());
  }

  private List<Turn> claimed(List<Turn> picked, Instant now) {
    List<Turn> launched =
        commits.write(handle -> outbox.launch(handle, picked, lease.epoch(), now));
    launched.forEach(this::words);
    return launched;
  }

  private boolean launch() {
    boolean any = false;
    for (Turn turn : line.claimed()) {
      Instant now = clock.instant();
      if (state.isClosed(now) || !pace.overallWait().isZero()) {
        break;
      }
      if (!pace.chatWait(turn.chat()).isZero() || !line.launch(turn)) {
        continue;
      }
      Part part = words(turn);
      Window.Slot slot = pace.letThrough();
      threads.execute(
          () -> {
            pace.start(turn.chat(), slot);
            Outcome outcome = attempt.at(turn, part);
            pace.answered(slot, outcome instanceof Outcome.Said(Receipt.Sent _));
            settle(turn, outcome);
          });
      any = true;
    }
    return any;
  }

  private Part words(Turn turn) {
    return words.get(turn.words(), id -> jdbi.withHandle(handle -> outbox.words(handle, id)));
  }

  /** What was claimed and may not go now was never sent. */
  private void land() {
    land(line.claimed());
  }

  private void land(List<Turn> claimed) {
    if (!claimed.isEmpty()) {
      commits.write(
          handle -> {
            claimed.forEach(turn -> outbox.land(handle, turn, lease.epoch()));
            return true;
          });
      line.drop(claimed);
    }
  }

  private void settle(Turn turn, Outcome outcome) {
    Instant now = clock.instant();
    Optional<Outbox.Hold> held = observe(outcome, now);
    Optional<Turn> next;
    try {
      next =
          commits.write(
              handle -> {
                receipts.apply(handle, turn, outcome, now);
                held.ifPresent(it -> outbox.hold(handle, "", it.until(), it.reason()));
                return follows(turn, outcome)
                    ? outbox.turn(handle, now, turn.chat().id())
                    : Optional.<Turn>empty();
              });
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      // The chat's next message waits until this is on the disk.
      LOG.error("{}: the receipt of {} cannot be written yet", platform, turn.key(), e);
      keep(turn, outcome, now);
      return;
    }
    lock.lock();
    try {
      line.done(turn, next, !(outcome instanceof Outcome.Said(Receipt.Sent _)));
      signal();
    } finally {
      lock.unlock();
    }
  }

  private static boolean follows(Turn turn, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Said(Receipt.Sent _) -> !turn.last();
      case Outcome.Said(Receipt.Refused _), Outcome.Skip _ -> true;
      case Outcome.Said _ -> false;
    };
  }

  /** What a receipt says of the platform as a whole. */
  private Optional<Outbox.Hold> observe(Outcome outcome, Instant now) {
    lock.lock();
    try {
      return state.observe(outcome, now);
    } finally {
      lock.unlock();
    }
  }

  private void keep(Turn turn, Outcome outcome, Instant now) {
    lock.lock();
    try {
      unwritten.keep(turn, outcome, now.plus(AGAIN));
    } finally {
      lock.unlock();
    }
  }
}
