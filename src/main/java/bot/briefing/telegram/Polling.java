package bot.briefing.telegram;

import bot.briefing.chat.TokenRefusedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates until it is stopped or the token is refused; nothing else ends it. The
 * decision record on polling says why this is not the library's.
 */
final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final int REMEMBERED = 10_000;

  private final Wire wire;
  private final Token token;
  private final Pause pause;
  private final Consumer<Update> consumer;
  private final Backoff backoff = new Backoff();
  private final Set<Integer> seen = new LinkedHashSet<>();
  private volatile boolean stopped;
  private int offset;
  private String complaint = "";

  /**
   * Polling that has not begun.
   *
   * @param consumer gets each update once; what it throws is logged
   */
  Polling(Wire wire, Token token, Pause pause, Consumer<Update> consumer) {
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
    while (!stopped) {
      try {
        List<Update> updates = wire.poll(new Poll(offset));
        recovered();
        updates.forEach(this::take);
      } catch (CallException failed) {
        if (!stopped) {
          survive(failed.trouble());
        }
      }
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
  private void take(Update update) {
    int id = update.getUpdateId();
    offset = id + 1;
    if (!seen.add(id)) {
      return;
    }
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
    try {
      consumer.accept(update);
    } catch (RuntimeException broken) {
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
