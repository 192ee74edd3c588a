package bot.briefing.telegram;

import bot.briefing.chat.TokenRefusedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates until it is stopped or the token is refused; nothing else ends it. The
 * decision record on polling says why this is not the library's.
 *
 * <p>One thread polls at a time. It answers the last update that it was given itself, since a
 * change of threads costs more than the rest of an answer; where that takes longer than {@value
 * #PATIENCE_MILLIS} ms another thread polls on, and this one ends with its answer.
 */
final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final int REMEMBERED = 10_000;
  private static final int PATIENCE_MILLIS = 5;

  /** Gets each update once. */
  @FunctionalInterface
  interface Consumer {
    /**
     * Takes an update.
     *
     * @param here whether the calling thread has time to do the work itself
     */
    void take(Update update, boolean here);
  }

  private final Wire wire;
  private final Token token;
  private final Pause pause;
  private final Consumer consumer;
  private final Backoff backoff = new Backoff();
  private final Set<Integer> seen = new LinkedHashSet<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean stopped;
  private volatile @Nullable Thread leader;
  private int offset;
  private String complaint = "";

  /**
   * Polling that has not begun.
   *
   * @param consumer what it throws is logged
   */
  Polling(Wire wire, Token token, Pause pause, Consumer consumer) {
    this.wire = wire;
    this.token = token;
    this.pause = pause;
    this.consumer = consumer;
  }

  /**
   * Polls until it is stopped.
   *
   * @throws TokenRefusedException when Telegram no longer knows the token
   */
  void run() throws TokenRefusedException, InterruptedException {
    follow();
    try {
      ended.get();
    } catch (ExecutionException over) {
      switch (over.getCause()) {
        case TokenRefusedException refused -> throw refused;
        case InterruptedException closing -> throw closing;
        case null, default -> throw new IllegalStateException(over.getCause());
      }
    }
  }

  private void follow() {
    // Not a virtual one: between the wire and a waiting one stand two more threads.
    Thread next = Thread.ofPlatform().name("telegram-poll").daemon().unstarted(this::lead);
    leader = next;
    next.start();
  }

  private void lead() {
    try {
      while (!stopped && Thread.currentThread().equals(leader)) {
        turn();
      }
      if (stopped) {
        ended.complete(null);
      }
    } catch (TokenRefusedException | InterruptedException | RuntimeException over) {
      ended.completeExceptionally(over);
    }
  }

  private void turn() throws TokenRefusedException, InterruptedException {
    try {
      List<Update> updates = wire.poll(new Poll(offset));
      recovered();
      int last = updates.size() - 1;
      for (int i = 0; i < last; i++) {
        take(updates.get(i), false);
      }
      if (last >= 0) {
        Relief relief = new Relief(Thread.currentThread());
        take(updates.get(last), true);
        relief.end();
      }
    } catch (CallException failed) {
      if (!stopped) {
        survive(failed.trouble());
      }
    }
  }

  /** Somebody polls on where an answer takes long. */
  private final class Relief {
    private final Thread busy;
    private final Future<?> alarm;
    private boolean over;

    Relief(Thread busy) {
      this.busy = busy;
      alarm =
          ForkJoinPool.commonPool().schedule(this::relieve, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void relieve() {
      if (!over && busy.equals(leader)) {
        follow();
      }
    }

    synchronized void end() {
      over = true;
      alarm.cancel(false);
    }
  }

  /** From any thread. */
  void stop() {
    stopped = true;
    wire.stopPolling();
  }

  /**
   * The next poll begins after the last update, even where its number is lower (it is random after
   * a week without updates: Bot API, Update).
   */
  private void take(Update update, boolean here) {
    int id = update.getUpdateId();
    offset = id + 1;
    if (!seen.add(id)) {
      return;
    }
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
    try {
      consumer.take(update, here);
    } catch (RuntimeException | Error broken) {
      LOG.error("Telegram: update {} was not taken. {}", id, token.trace(broken));
    }
  }

  private void survive(Trouble trouble) throws TokenRefusedException, InterruptedException {
    switch (trouble) {
      case Trouble.TokenRefused() -> throw new TokenRefusedException("Telegram");
      case Trouble.Wait(var time) -> {
        complain("asks to wait " + time.toSeconds() + " s before the next poll");
        pause.of(time);
      }
      case Trouble.Conflict(var why) -> {
        complain(
            "another program polls with this token, or a webhook is set; stop the other one, or"
                + " call deleteWebhook. Trying on. ("
                + why
                + ")");
        pause.of(backoff.next());
      }
      default -> {
        complain("cannot be polled, trying on: " + trouble);
        pause.of(backoff.next());
      }
    }
  }

  /** Says a thing once until it is over. */
  private void complain(String why) {
    if (!why.equals(complaint)) {
      complaint = why;
      LOG.warn("Telegram: {}", why);
    }
  }

  private void recovered() {
    backoff.reset();
    if (!complaint.isEmpty()) {
      complaint = "";
      LOG.info("Telegram: polled again");
    }
  }
}
