package bot.briefing.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes durably, and lets those who write at the same time share one commit: whoever has the turn
 * takes along all that wait. Blocks until what was asked for is on the disk. Safe for any thread.
 */
final class Commits {
  private static final int TOGETHER = 200;

  private final Jdbi jdbi;
  private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  Commits(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.setStatementBuilderFactory(Reused::new);
  }

  /**
   * @param work may run twice, where what it shared a transaction with failed
   */
  <T> T write(Function<Handle, T> work) {
    Task<T> task = new Task<>(work);
    waiting.add(task);
    turn.lock();
    try {
      while (!task.done) {
        together();
      }
    } finally {
      turn.unlock();
    }
    return task.result();
  }

  <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  private void together() {
    List<Task<?>> tasks = new ArrayList<>();
    while (tasks.size() < TOGETHER) {
      Task<?> next = waiting.poll();
      if (next == null) {
        break;
      }
      tasks.add(next);
    }
    try {
      jdbi.useTransaction(handle -> tasks.forEach(task -> task.run(handle)));
      tasks.forEach(task -> task.done = true);
    } catch (RuntimeException e) {
      if (tasks.size() == 1) {
        tasks.getFirst().fail(e);
      } else {
        tasks.forEach(this::alone);
      }
    } catch (Error e) {
      tasks.forEach(task -> task.fail(new IllegalStateException("a commit broke", e)));
      throw e;
    }
  }

  private void alone(Task<?> task) {
    try {
      jdbi.useTransaction(task::run);
      task.done = true;
    } catch (RuntimeException e) {
      task.fail(e);
    }
  }

  private static final class Task<T> {
    private final Function<Handle, T> work;
    private @Nullable T value;
    private @Nullable RuntimeException failure;
    private volatile boolean done;

    Task(Function<Handle, T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      value = work.apply(handle);
    }

    void fail(RuntimeException why) {
      failure = why;
      done = true;
    }

    T result() {
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(value);
    }
  }
}
