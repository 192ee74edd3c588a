package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Part;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edits what was sent to one platform, where no push wants to go, and slower than pushes may: one
 * that comes finds room. {@link #step} is called by the thread of its sender.
 */
final class Mender {
  private static final Logger LOG = LoggerFactory.getLogger(Mender.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofMillis(20);
  private static final int A_SECOND = 20;
  private static final int LENGTH = 256;
  private static final int CLAIM = 16;
  private static final int IN_FLIGHT = 16;
  private static final int KEPT = 256;

  private final Jdbi jdbi;
  private final Commits commits;
  private final Outbox outbox;
  private final EditTable edits;
  private final EditReceipts receipts;
  private final Channel channel;
  private final Pace pace;
  private final Sender sender;
  private final Lease lease;
  private final InstantSource clock;
  private final Executor threads;
  private final Window window = new Window(A_SECOND, Duration.ofSeconds(1).toNanos());
  private final Meter meter;
  private final Cache<String, Part> words = Caffeine.newBuilder().maximumSize(KEPT).build();

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Edit> waiting = new ArrayList<>();
  private final Set<Edit> claimed = new LinkedHashSet<>();
  private final Set<Edit> flying = new HashSet<>();
  private final List<Unwritten> unwritten = new ArrayList<>();
  private volatile Instant lookAt = Instant.MIN;
  private Instant sweepAt = Instant.MIN;

  Mender(
      Jdbi jdbi,
      Commits commits,
      Outbox outbox,
      Lane lane,
      Sender sender,
      Lease lease,
      InstantSource clock,
      Executor threads) {
    this.jdbi = jdbi;
    this.commits = commits;
    this.outbox = outbox;
    this.edits = new EditTable(outbox.platform());
    this.receipts = new EditReceipts(outbox, edits);
    this.channel = lane.channel();
    this.pace = lane.pace();
    this.sender = sender;
    this.lease = lease;
    this.clock = clock;
    this.threads = threads;
    this.meter = new Meter(clock);
  }

  /** The platform is ours. */
  void begin() {
    commits.write(
        handle -> {
          edits.begin(handle, lease.epoch());
          return true;
        });
    look();
  }

  /** Something may be to be edited that was not before. */
  void look() {
    lookAt = Instant.MIN;
  }

  /**
   * Starts all edits that may start now.
   *
   * @return when there may be more, if nothing wakes the sender before
   */
  Instant step() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (!lease.isHeld()) {
        waiting.clear();
        claimed.clear();
        return now.plus(LOOK);
      }
      writeAgain();
      sweep(now);
      do {
        now = clock.instant();
        if (!sender.isIdle() || (sender.isOutage() && !flying.isEmpty())) {
          return now.plus(LOOK);
        }
        fill(now);
        claim();
      } while (launch());
      boolean busy = !claimed.isEmpty() || waiting.stream().anyMatch(this::isFree);
      return now.plus(busy ? SOON : LOOK);
    } finally {
      lock.unlock();
    }
  }

  private void fill(Instant now) {
    Instant at = lookAt;
    boolean soon = at.isAfter(now) && !at.isAfter(now.plus(LOOK));
    if (soon || waiting.stream().anyMatch(this::isFree)) {
      return;
    }
    lookAt = now.plus(LOOK);
    List<Edit> next =
        jdbi.withHandle(handle -> edits.next(handle, now, LENGTH + claimed.size() + flying.size()));
    waiting.clear();
    waiting.addAll(next);
  }

  private boolean isFree(Edit edit) {
    return pace.chatWait(edit.chat()).isZero();
  }

  /** Says durably of the next ones that they are about to be tried. */
  private void claim() {
    int room =
        sender.isOutage()
            ? 1 - claimed.size() - flying.size()
            : Math.min(CLAIM, IN_FLIGHT - flying.size()) - claimed.size();
    Set<String> chats =
        claimed.stream()
            .map(edit -> edit.chat().id())
            .collect(Collectors.toCollection(HashSet::new));
    flying.forEach(edit -> chats.add(edit.chat().id()));
    List<Edit> picked = new ArrayList<>();
    Iterator<Edit> each = waiting.iterator();
    while (picked.size() < room && each.hasNext()) {
      Edit edit = each.next();
      if (isFree(edit) && chats.add(edit.chat().id())) {
        each.remove();
        picked.add(edit);
      }
    }
    if (!picked.isEmpty()) {
      List<Edit> launched = commits.write(handle -> edits.launch(handle, picked, lease.epoch()));
      launched.forEach(edit -> words(edit));
      claimed.addAll(launched);
    }
  }

  private boolean launch() {
    boolean any = false;
    for (Edit edit : List.copyOf(claimed)) {
      if (!sender.isIdle()
          || !pace.overallWait().isZero()
          || (pace.isLimited() && window.pause(meter.currentTimeNanos(), 0) > 0)) {
        break;
      }
      if (!isFree(edit)) {
        continue;
      }
      Part part = words(edit);
      claimed.remove(edit);
      flying.add(edit);
      window.count(meter.currentTimeNanos(), meter.currentTimeNanos());
      Window.Slot slot = pace.letThrough();
      threads.execute(
          () -> {
            pace.start(edit.chat(), slot);
            Receipt receipt = attempt(edit, part);
            pace.answered(slot, receipt instanceof Receipt.Sent);
            settle(edit, receipt);
          });
      any = true;
    }
    return any;
  }

  private Part words(Edit edit) {
    return edit.isPin()
        ? new Part(Task.UNPIN.name(), Task.UNPIN.name())
        : words.get(edit.words(), id -> jdbi.withHandle(handle -> outbox.words(handle, id)));
  }

  private Receipt attempt(Edit edit, Part part) {
    try {
      return edit.isPin()
          ? channel.act(edit.chat(), new Deed.Unpin(edit.message()))
          : edited(edit, part);
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      LOG.warn("{}: an edit broke", edit.key(), e);
      return new Receipt.Ambiguous(e.toString());
    }
  }

  /** What may have been done is not done again where it can be seen that it was. */
  private Receipt edited(Edit edit, Part part) {
    Search seen =
        edit.doubt()
            ? channel.shows(edit.chat(), edit.message(), part, edit.key())
            : new Search.NotThere();
    return switch (seen) {
      case Search.Found(var message) -> new Receipt.Sent(message);
      case Search.NotNow(var until, _) -> new Receipt.RetryAfter(until, false);
      case Search.NotThere _, Search.CannotTell _ ->
          channel.edit(edit.chat(), edit.message(), part, edit.key());
    };
  }

  private void settle(Edit edit, Receipt receipt) {
    Instant now = clock.instant();
    Optional<Outbox.Hold> held = sender.heard(receipt, now);
    write(new Unwritten(edit, receipt, held));
    sender.nudge();
  }

  private void write(Unwritten one) {
    Instant now = clock.instant();
    boolean written = false;
    try {
      commits.write(
          handle -> {
            receipts.apply(handle, one.edit, one.receipt, now);
            one.held.ifPresent(it -> outbox.hold(handle, "", it.until(), it.reason()));
            return true;
          });
      written = true;
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      LOG.error("the receipt of the edit of {} cannot be written yet", one.edit.key(), e);
    }
    lock.lock();
    try {
      if (written) {
        flying.remove(one.edit);
      } else {
        unwritten.add(one);
      }
    } finally {
      lock.unlock();
    }
  }

  private void writeAgain() {
    List<Unwritten> all = List.copyOf(unwritten);
    unwritten.clear();
    all.forEach(this::write);
  }

  private void sweep(Instant now) {
    if (Duration.between(sweepAt, now).abs().compareTo(SWEEP) >= 0) {
      Set<Edit> known = new HashSet<>(flying);
      known.addAll(claimed);
      commits.write(
          handle -> {
            edits.sweep(handle, lease.epoch(), known, now);
            return true;
          });
      sweepAt = now;
    }
  }

  private record Unwritten(Edit edit, Receipt receipt, Optional<Outbox.Hold> held) {}
}
