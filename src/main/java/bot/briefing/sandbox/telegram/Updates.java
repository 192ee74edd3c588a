package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What waits for the bot, and the one poll that waits for it. Safe for any thread. */
final class Updates {
  /** Kinds that a bot receives only when it asks for them (Bot API, getUpdates). */
  private static final Set<String> ASKED_FOR =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ObjectNode> pending = new ArrayDeque<>();
  private int next = 200_000_001;
  private Set<String> allowed = Set.of();
  private long polls;
  private boolean closed;

  /** Hands an update to the bot, unless it does not want this kind. */
  void add(String kind, ObjectNode payload) {
    lock.lock();
    try {
      if (allowed.isEmpty() ? ASKED_FOR.contains(kind) : !allowed.contains(kind)) {
        return;
      }
      ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", next++);
      pending.add(update.set(kind, payload.deepCopy()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Goes on with another number, as the platform does after a week without updates. */
  void renumber(int id) {
    lock.lock();
    try {
      next = id;
    } finally {
      lock.unlock();
    }
  }

  /** The kinds that the bot wants from now on; none means the usual ones. */
  void allow(Set<String> kinds) {
    lock.lock();
    try {
      allowed = Set.copyOf(kinds);
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return pending.size();
    } finally {
      lock.unlock();
    }
  }

  void drop() {
    lock.lock();
    try {
      pending.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Confirms what is older than the offset, then waits for an update.
   *
   * @param timeout in seconds
   * @param over whether nobody waits for the answer any more
   * @throws Refusal when another poll begins meanwhile
   */
  ArrayNode poll(long offset, int limit, int timeout, BooleanSupplier over) {
    lock.lock();
    try {
      long mine = ++polls;
      changed.signalAll();
      confirm(offset);
      long left = TimeUnit.SECONDS.toNanos(timeout);
      while (pending.isEmpty() && left > 0 && !closed && !over.getAsBoolean()) {
        long look = Math.min(left, LOOK);
        left -= look - changed.awaitNanos(look);
        if (polls != mine) {
          throw Refusal.conflict();
        }
      }
      ArrayNode batch = JsonNodeFactory.instance.arrayNode();
      pending.stream().limit(limit).forEach(batch::add);
      return batch;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return JsonNodeFactory.instance.arrayNode();
    } finally {
      lock.unlock();
    }
  }

  /** An offset that was never given out confirms nothing: everything that waits is sent again. */
  private void confirm(long offset) {
    if (offset < 0) {
      while (pending.size() > -offset) {
        pending.remove();
      }
    } else if (offset <= next) {
      pending.removeIf(update -> update.get("update_id").asInt() < offset);
    }
  }

  /** Whether a poll waits now. */
  boolean awaited() {
    lock.lock();
    try {
      return lock.hasWaiters(changed);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the poll that waits. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
