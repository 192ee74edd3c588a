package bot.briefing.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
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

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-chat-", 0).factory());
  private final Map<String, Queue<Runnable>> queues = new HashMap<>();

  /**
   * Does a chat's work after all that it gave before. Never blocks, and drops work at the bound.
   */
  void add(String chat, Runnable work) {
    synchronized (queues) {
      Queue<Runnable> queue = queues.get(chat);
      if (queue == null) {
        Queue<Runnable> first = new ArrayDeque<>();
        first.add(work);
        queues.put(chat, first);
        threads.execute(() -> drain(chat, first));
      } else if (queue.size() < LONGEST) {
        queue.add(work);
      } else {
        LOG.warn(
            "Telegram: chat {} asks faster than it can be answered; a request is dropped", chat);
      }
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
      }
      return work;
    }
  }

  /** Lets what is in work end within half a second, then interrupts it; what waits is not done. */
  @Override
  public void close() {
    synchronized (queues) {
      queues.values().forEach(Queue::clear);
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
