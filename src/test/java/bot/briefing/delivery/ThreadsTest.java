package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fails once does not end what goes on for as long as the bot. */
@Timeout(30)
final class ThreadsTest {
  @Test
  void a_loop_goes_on_after_a_failure_and_after_an_error() throws InterruptedException {
    CountDownLatch kept = new CountDownLatch(2);
    CountDownLatch planned = new CountDownLatch(2);
    Threads threads =
        Threads.start(
            List.of(),
            () -> {
              kept.countDown();
              if (kept.getCount() == 1) {
                throw new IllegalStateException("on purpose");
              }
            },
            () -> {
              planned.countDown();
              if (planned.getCount() == 1) {
                throw new StackOverflowError("on purpose");
              }
            });
    try {
      assertThat(kept.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(planned.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.stop();
    }
  }
}
