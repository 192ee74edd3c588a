package bot.briefing.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The faults of one platform. Safe for any thread. */
public final class Faults {
  private static final int SPENT_KEPT = 100;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition cleared = lock.newCondition();
  private final List<Standing> standing = new ArrayList<>();
  private final Deque<Standing> spent = new ArrayDeque<>();
  private final Map<String, Instant> holds = new HashMap<>();
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();
  private long last;
  private long clearings;
  private int early;

  /** What a fault has done so far. */
  public record Report(long id, Fault fault, int hits, boolean spent) {}

  /**
   * No faults yet.
   *
   * @param clock says how long a rate limit holds
   */
  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds a fault; its number. */
  public long add(Fault fault) {
    long id;
    lock.lock();
    try {
      id = ++last;
      standing.add(new Standing(id, fault));
    } finally {
      lock.unlock();
    }
    readers.forEach(Runnable::run);
    return id;
  }

  /** Takes all faults away; holds end, and requests that wait go on. */
  public void clear() {
    lock.lock();
    try {
      standing.clear();
      spent.clear();
      holds.clear();
      early = 0;
      clearings++;
      cleared.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Called after each fault that is added. */
  public void watch(Runnable reader) {
    readers.add(reader);
  }

  /** Those that stand, and the newest 100 that are spent. */
  public List<Report> list() {
    lock.lock();
    try {
      List<Report> reports = new ArrayList<>();
      spent.forEach(one -> reports.add(new Report(one.id, one.fault, one.hits, true)));
      standing.forEach(one -> reports.add(new Report(one.id, one.fault, one.hits, false)));
      return reports;
    } finally {
      lock.unlock();
    }
  }

  /** How many requests came while their chat or the bot was held. */
  public int early() {
    lock.lock();
    try {
      return early;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the token is revoked now. */
  public boolean revoked() {
    lock.lock();
    try {
      return standing.stream().anyMatch(one -> one.fault.effect() instanceof Effect.Revoked);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What befalls this request; it counts.
   *
   * @param exempt whether the platform lets it pass while the bot as a whole is held
   */
  public Plan meet(String method, String chat, boolean exempt) {
    lock.lock();
    try {
      Optional<Effect.RateLimit> hold = hold(method, chat, exempt);
      if (hold.isPresent()) {
        early++;
        return Plan.NOTHING.with(hold.get());
      }
      Plan plan = Plan.NOTHING;
      for (Standing one : List.copyOf(standing)) {
        if (!plan.isSettled() && one.matches(method, chat) && one.strikes(method, chat)) {
          plan = plan.with(one.fault.effect());
          if (one.fault.effect() instanceof Effect.RateLimit limit) {
            hold(one.fault.method(), chat, limit);
          }
          retire(one);
        }
      }
      return plan;
    } finally {
      lock.unlock();
    }
  }

  /** Waits so long in real time, or until the faults are cleared. */
  public void pause(Duration time) {
    lock.lock();
    try {
      long mine = clearings;
      long left = time.toNanos();
      while (left > 0 && mine == clearings) {
        left = cleared.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void hold(String method, String chat, Effect.RateLimit limit) {
    if (limit.everywhere()) {
      holds.put("", clock.instant().plus(limit.retryAfter()));
    } else if (!chat.isEmpty()) {
      holds.put(method + " " + chat, clock.instant().plus(limit.retryAfter()));
    }
  }

  private Optional<Effect.RateLimit> hold(String method, String chat, boolean exempt) {
    Instant now = clock.instant();
    holds.values().removeIf(until -> !until.isAfter(now));
    Instant everywhere = exempt ? null : holds.get("");
    if (everywhere != null) {
      return Optional.of(new Effect.RateLimit(Duration.between(now, everywhere), true));
    }
    Instant here = holds.getOrDefault(" " + chat, holds.get(method + " " + chat));
    return Optional.ofNullable(here)
        .map(until -> new Effect.RateLimit(Duration.between(now, until), false));
  }

  private void retire(Standing one) {
    if (one.isSpent()) {
      standing.remove(one);
      spent.add(one);
      if (spent.size() > SPENT_KEPT) {
        spent.remove();
      }
    }
  }
}
