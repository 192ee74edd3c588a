package bot.briefing.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of the push side: one that keeps the platforms, one that plans, one each sends. */
final class Threads {
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
  private static final long AGAIN_MILLIS = 1000;
  private static final long LOOK_MILLIS = 250;
  private static final Duration JOIN = Duration.ofMillis(150);

  private final List<Thread> threads = new ArrayList<>();
  private final Semaphore plans = new Semaphore(0);
  private final CountDownLatch ending = new CountDownLatch(1);

  private Threads() {}

  static Threads start(Collection<Round> senders, Runnable keep, Runnable plan) {
    Threads all = new Threads();
    all.loop(
        "outbox-keeper",
        () -> {
          keep.run();
          all.rest(LOOK_MILLIS);
        });
    all.loop(
        "outbox-planner",
        () -> {
          plan.run();
          if (all.plans.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            all.plans.drainPermits();
          }
        });
    for (Round sender : senders) {
      all.loop("outbox-sender", sender);
    }
    return all;
  }

  void wakePlanner() {
    plans.release();
  }

  /** Returns when they have ended, or soon. */
  void stop() throws InterruptedException {
    ending.countDown();
    wakePlanner();
    for (Thread thread : threads) {
      if (!thread.getName().equals("outbox-sender")) {
        thread.join(JOIN);
      }
    }
  }

  private void rest(long millis) throws InterruptedException {
    var _ = ending.await(millis, TimeUnit.MILLISECONDS);
  }

  private void loop(String name, Round round) {
    threads.add(
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(
                () -> {
                  try {
                    while (ending.getCount() > 0) {
                      once(name, round);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  private void once(String name, Round round) throws InterruptedException {
    try {
      round.run();
    } catch (RuntimeException | Error e) {
      if (ending.getCount() > 0) {
        LOG.error("{} could not go on, and tries again in a second", name, e);
        rest(AGAIN_MILLIS);
      }
    }
  }

  @FunctionalInterface
  interface Round {
    void run() throws InterruptedException;
  }
}
