package bot.briefing.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Something that is being opened on a thread of its own while others are. Closing it waits until it
 * is open, and closes it then. Safe for any thread.
 */
final class Later<T extends AutoCloseable> implements AutoCloseable {
  private final FutureTask<T> opening;

  private Later(FutureTask<T> opening) {
    this.opening = opening;
  }

  static <T extends AutoCloseable> Later<T> of(Callable<T> open) {
    FutureTask<T> opening = new FutureTask<>(open);
    // Not the common pool: on two processors that is one thread.
    Thread.ofPlatform().name("opening").daemon().start(opening);
    return new Later<>(opening);
  }

  /** Waits for it, and throws what opening it threw. */
  T get() throws StoppedException {
    try {
      return opening.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case StoppedException stopped -> throw stopped;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while opening", closing);
    }
  }

  @Override
  public void close() throws Exception {
    T open;
    try {
      open = opening.get();
    } catch (ExecutionException _) {
      return;
    }
    open.close();
  }
}
