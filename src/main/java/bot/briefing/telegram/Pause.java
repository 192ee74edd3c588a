package bot.briefing.telegram;

import java.time.Duration;

/** Waits. A test gives one that does not. */
@FunctionalInterface
interface Pause {
  /**
   * Returns when the time is over, or earlier where there is nothing left to wait for.
   *
   * @throws InterruptedException when the thread is asked to end
   */
  void of(Duration duration) throws InterruptedException;
}
