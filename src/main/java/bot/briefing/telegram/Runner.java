package bot.briefing.telegram;

import bot.briefing.chat.ChatEvents.Answering;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs errands to their end on the chat's own thread: waits when Telegram says so, tries again
 * where nothing can come twice, and says once of a chat that it cannot be reached.
 */
final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final int REMEMBERED = 10_000;

  private final Wire wire;
  private final Pause pause;
  private final Function<String, Answering> going;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  /**
   * @param going hears of each request before it goes, to which chat, and when it has arrived
   */
  Runner(Wire wire, Pause pause, Function<String, Answering> going) {
    this.wire = wire;
    this.pause = pause;
    this.going = going;
  }

  /** Sends or edits, or gives up with a line in the log. */
  void run(Errand first) throws InterruptedException {
    Optional<Errand> errand = Optional.of(first);
    Backoff backoff = new Backoff();
    while (errand.isPresent()) {
      errand = attempt(errand.get(), backoff);
    }
  }

  private Optional<Errand> attempt(Errand errand, Backoff backoff) throws InterruptedException {
    try (Answering _ = going.apply(errand.target().chat())) {
      wire.call(errand.request());
      silent.remove(errand.target().chat());
      return Optional.empty();
    } catch (CallException failed) {
      Trouble trouble = failed.trouble();
      if (errand.isDone(trouble)) {
        return Optional.empty();
      }
      Optional<Errand> next = errand.after(trouble);
      if (next.isEmpty()) {
        giveUp(errand.target().chat(), trouble);
      } else {
        pause(trouble, backoff);
      }
      return next;
    }
  }

  private void pause(Trouble trouble, Backoff backoff) throws InterruptedException {
    switch (trouble) {
      case Trouble.Wait(var time) -> pause.of(time);
      case Trouble.NotSent _, Trouble.MaybeSent _ -> pause.of(backoff.next());
      default -> {}
    }
  }

  private void giveUp(String chat, Trouble trouble) {
    if (silent.size() >= REMEMBERED) {
      silent.clear();
    }
    if (silent.add(chat)) {
      LOG.warn("Telegram: chat {} was not answered: {}", chat, trouble);
    }
  }
}
