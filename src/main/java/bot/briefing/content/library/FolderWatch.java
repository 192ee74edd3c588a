package bot.briefing.content.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when to look at the folder: soon after the system reports a change, at intervals where
 * nobody reports, and again shortly after something was in motion. Each look sees the whole folder,
 * so that a report that got lost costs time only. Its thread is called {@code content-watch}.
 */
final class FolderWatch implements AutoCloseable {
  /**
   * How changes are noticed.
   *
   * @param reports whether the system is asked to report them, where it can
   * @param poll how often the folder is looked at where it cannot
   * @param still how long a file must be still before it counts
   */
  record Watching(boolean reports, Duration poll, Duration still) {
    /** A change is in service well within 2 s (DESIGN, section 3). */
    static final Watching DEFAULT =
        new Watching(true, Duration.ofSeconds(1), Duration.ofMillis(400));
  }

  /** Reports come in swarms. */
  private static final Duration GATHER = Duration.ofMillis(100);

  /**
   * After so many times {@link Watching#poll} the folder is looked at though nothing was reported.
   */
  private static final int SWEEP = 60;

  private static final Duration GOODBYE = Duration.ofMillis(80);
  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

  private final Watching watching;
  private final Supplier<Look> looking;
  private final Semaphore reported = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final @Nullable Reports reports;
  private final Thread thread;

  FolderWatch(Path content, Watching watching, Supplier<Look> looking) {
    this.looking = looking;
    this.watching = watching;
    reports = watching.reports() ? new Reports(content, () -> reported.release()) : null;
    thread = Thread.ofPlatform().daemon().name("content-watch").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        boolean reporting = reports != null && reports.keepUp();
        Look look = look();
        if (look.unsettled()) {
          pause(watching.still());
        } else {
          awaitReport(reporting && !look.links() ? SWEEP : 1);
        }
        reported.drainPermits();
      }
    } catch (InterruptedException e) {
      log.debug("interrupted", e);
    } finally {
      if (reports != null) {
        reports.close();
      }
    }
  }

  private Look look() {
    try {
      return looking.get();
    } catch (RuntimeException | Error e) {
      log.error("the content folder could not be looked at", e);
      return new Look(false, false, Optional.empty());
    }
  }

  private void awaitReport(int ticks) throws InterruptedException {
    for (int tick = 0; tick < ticks; tick++) {
      if (reported.tryAcquire(watching.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        pause(GATHER);
        return;
      }
      if (reports != null && reports.isOutdated()) {
        return;
      }
    }
  }

  private void pause(Duration time) throws InterruptedException {
    var _ = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops within 100 ms, whatever the thread is at. */
  @Override
  public void close() {
    closing.countDown();
    reported.release();
    try {
      if (Thread.currentThread() != thread) {
        thread.join(GOODBYE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
