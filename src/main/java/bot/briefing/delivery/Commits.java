package bot.briefing.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes durably, and lets those who write at the same time share one commit: whoever has the turn
 * takes along all that wait, and wakes them when it is done; they do not queue for the turn. Blocks
 * until what was asked for is on the disk. Safe for any thread.
 */
final class Commits implements AutoCloseable {
  private static final int TOGETHER = 200;

  private final Jdbi jdbi;
  private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** Of whoever has the turn; kept, so that its statements are prepared once. */
  private @Nullable Handle open;

  Commits(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.setStatementBuilderFactory(Reused::new);
  }

  /**
   * @param work may run twice, where a transaction or a connection failed
   */
  <T> T write(Function<Handle, T> work) {
    Task<T> task = new Task<>(work);
    waiting.add(task);
    boolean interrupted = false;
    while (!task.done) {
      if (turn.tryLock()) {
        try {
          while (!task.done) {
            together();
          }
        } finally {
          passOn();
        }
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return task.result();
  }

  <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /** Gives the connection back. */
  @Override
  public void close() {
    turn.lock();
    try {
      giveBack();
    } finally {
      passOn();
    }
  }

  /** Ends the turn, and wakes the first of those who came too late to be taken along. */
  private void passOn() {
    turn.unlock();
    Task<?> next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.thread);
    }
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
    boolean fresh = open == null;
    try {
      inTransaction(handle -> tasks.forEach(task -> task.run(handle)));
      tasks.forEach(Task::end);
    } catch (RuntimeException e) {
      // A connection that was kept may be a dead one.
      if (tasks.size() == 1 && fresh) {
        tasks.getFirst().fail(e);
      } else {
        tasks.forEach(this::alone);
      }
    } catch (Error e) {
      tasks.forEach(task -> task.fail(new IllegalStateException("a commit broke", e)));
      throw e;
    }
  }

  private void inTransaction(Consumer<Handle> work) {
    boolean done = false;
    Handle handle = open == null ? jdbi.open() : open;
    open = handle;
    try {
      handle.useTransaction(work::accept);
      done = true;
    } finally {
      if (!done) {
        giveBack();
      }
    }
  }

  /** Gives the connection back; the next write takes another. */
  private void giveBack() {
    Handle handle = open;
    open = null;
    if (handle != null) {
      handle.close();
    }
  }

  private void alone(Task<?> task) {
    try {
      inTransaction(task::run);
      task.end();
    } catch (RuntimeException e) {
      task.fail(e);
    } catch (VirtualMachineError | LinkageError e) {
      task.fail(new IllegalStateException("a commit broke", e));
    }
  }

  private static final class Task<T> {
    private final Function<Handle, T> work;
    private final Thread thread = Thread.currentThread();
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
      end();
    }

    void end() {
      done = true;
      LockSupport.unpark(thread);
    }

    T result() {
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(value);
    }
  }
}
