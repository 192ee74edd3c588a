package bot.briefing.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Budgets over a clock that is ticked by hand. */
final class LimitsTest {
  private Instant now = Instant.parse("2026-02-12T00:00:00Z");
  private final Limits limits = new Limits(() -> now);
  private final Rule overAll = new Rule("bot", true, 3, n -> Budget.sliding(n, 1_000));
  private final Rule chat = new Rule("chat", false, 2, n -> Budget.paced(n, 1_000));

  private long delayAfter(long millis, Rule... rules) {
    now = now.plusMillis(millis);
    return limits.arrive(List.of(rules)).delay().toMillis();
  }

  @Test
  void nothing_is_refused_until_limits_are_enforced() {
    for (int i = 0; i < 100; i++) {
      assertThat(delayAfter(0, overAll)).isZero();
    }
    assertThat(limits.state()).isEqualTo(new Limits.State(false, 0, 100, 0));
  }

  @Test
  void in_no_stretch_of_a_second_pass_more_than_the_limit() {
    limits.enforce(true, 0);
    assertThat(delayAfter(0, overAll)).isZero();
    assertThat(delayAfter(400, overAll)).isZero();
    assertThat(delayAfter(400, overAll)).isZero();
    assertThat(delayAfter(100, overAll)).isEqualTo(100);
    assertThat(delayAfter(100, overAll)).isZero();
    assertThat(delayAfter(0, overAll)).isEqualTo(400);
    assertThat(limits.state()).isEqualTo(new Limits.State(true, 0, 4, 2));
  }

  @Test
  void a_chat_takes_a_burst_and_then_one_a_second_for_good() {
    limits.enforce(true, 0);
    assertThat(delayAfter(0, chat)).isZero();
    assertThat(delayAfter(0, chat)).isZero();
    assertThat(delayAfter(0, chat)).isEqualTo(1_000);
    for (int i = 0; i < 20; i++) {
      assertThat(delayAfter(1_000, chat)).isZero();
      assertThat(delayAfter(0, chat)).isEqualTo(1_000);
    }
    assertThat(delayAfter(60_000, chat)).isZero();
    assertThat(delayAfter(0, chat)).isZero();
    assertThat(delayAfter(0, chat)).isPositive();
  }

  @Test
  void who_is_refused_by_one_limit_uses_up_no_other() {
    limits.enforce(true, 0);
    delayAfter(0, overAll, chat);
    delayAfter(0, overAll, chat);
    assertThat(limits.arrive(List.of(overAll, chat)).everywhere()).isFalse();
    assertThat(delayAfter(0, overAll)).isZero();
    assertThat(limits.arrive(List.of(overAll)).everywhere()).isTrue();
  }

  @Test
  void a_fixed_window_begins_with_its_first_request_and_tells_how_it_stands() {
    limits.enforce(true, 0);
    Rule bucket = new Rule("bucket", false, 2, n -> Budget.fixed(n, 5_000));
    assertThat(limits.arrive(List.of(bucket)))
        .isEqualTo(new Limits.Word(Duration.ZERO, false, 2, 1, Duration.ofSeconds(5)));
    assertThat(delayAfter(4_000, bucket)).isZero();
    assertThat(delayAfter(0, bucket)).isEqualTo(1_000);
    assertThat(delayAfter(1_000, bucket)).isZero();
  }

  @Test
  void a_tolerance_widens_each_limit_and_a_clock_set_back_holds_nobody() {
    limits.enforce(true, 0.5);
    for (int i = 0; i < 4; i++) {
      assertThat(delayAfter(0, overAll)).isZero();
    }
    assertThat(delayAfter(0, overAll)).isEqualTo(1_000);
    assertThat(delayAfter(-3_600_000, overAll)).isZero();
  }
}
