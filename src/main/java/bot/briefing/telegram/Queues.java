package bot.briefing.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of many chats: in order within one, on virtual threads side by side over all, so that a slow
 * one holds no other. Safe for any thread.
 */
final class Queues implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Queues.class);

  /** What waits behind a slow answer; whoever sends more than that is not answered. */
  static final int LONGEST = 64;

  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-chat-", 0).factory());
  private final Map<String, Queue<Runnable>> queues = new HashMap<>();

  /**
   * Does a chat's work after all that it gave before; drops work at the bound.
   *
   * @param here does it on the calling thread where the chat has nothing under way; else this never
   *     blocks
   */
  void add(String chat, Runnable work, boolean here) {
    Queue<Runnable> first = new ArrayDeque<>(List.of(work));
    if (!begins(chat, first, work)) {
      return;
    }
    if (here) {
      drain(chat, first);
    } else {
      threads.execute(() -> drain(chat, first));
    }
  }

  /** Whether the chat has nothing under way; else the work waits, or is dropped. */
  private boolean begins(String chat, Queue<Runnable> first, Runnable work) {
    synchronized (queues) {
      Queue<Runnable> queue = queues.putIfAbsent(chat, first);
      if (queue == null) {
        return true;
      }
      if (queue.size() < LONGEST) {
        queue.add(work);
      } else {
        LOG.warn(
            "Telegram: chat {} asks faster than it can be answered; a request is dropped", chat);
      }
      return false;
    }
  }

  private void drain(String chat, Queue<Runnable> queue) {
    Runnable work = next(chat, queue);
    while (work != null) {
      work.run();
      work = next(chat, queue);
    }
  }

  private @Nullable Runnable next(String chat, Queue<Runnable> queue) {
    synchronized (queues) {
      Runnable work = Thread.currentThread().isInterrupted() ? null : queue.poll();
      if (work == null) {
        queues.remove(chat);
        queues.notifyAll();
      }
      return work;
    }
  }

  /** Lets what is in work end within half a second, then interrupts it; what waits is not done. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!isDoneWithin(GOODBYE)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDoneWithin(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    synchronized (queues) {
      queues.values().forEach(Queue::clear);
      long left = time.toMillis();
      while (!queues.isEmpty() && left > 0) {
        queues.wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
      return queues.isEmpty();
    }
  }
}
