package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final Duration STEP = Duration.ofMillis(5);

  private final Ticked clock = new Ticked(Scene.START);

  @Test
  void telegram_gets_at_most_thirty_in_any_second_and_hardly_fewer() {
    assertThat(sustained(Pace.telegram(clock), 30)).isGreaterThan(29.5);
  }

  @Test
  void discord_gets_at_most_fifty_in_any_second_and_hardly_fewer() {
    assertThat(sustained(Pace.discord(clock), 50)).isGreaterThan(48);
  }

  @Test
  void a_group_gets_at_most_twenty_in_any_minute() {
    Pace pace = Pace.telegram(clock);
    assertThat(most(pace, new Chat(Platform.TELEGRAM, "-100", null), Duration.ofMinutes(1)))
        .isBetween(14, 20);
  }

  @Test
  void a_person_gets_at_most_one_in_any_second() {
    Pace pace = Pace.telegram(clock);
    assertThat(most(pace, new Chat(Platform.TELEGRAM, "7", null), Duration.ofSeconds(1)))
        .isEqualTo(1);
  }

  @Test
  void a_clock_that_is_set_back_stops_nobody() {
    Pace pace = Pace.telegram(clock);
    Chat chat = new Chat(Platform.TELEGRAM, "7", null);
    pace.answered(pace.debit(chat).slot(), true);
    clock.pass(Duration.ofHours(-1));
    assertThat(pace.chatWait(chat)).isLessThan(Duration.ofSeconds(2));
    clock.pass(Duration.ofSeconds(2));
    assertThat(pace.chatWait(chat)).isZero();
    assertThat(pace.overallWait()).isZero();
  }

  @Test
  void what_took_long_keeps_its_place_for_so_much_longer() {
    Window window = new Window(2, 1_000);
    push(window, 0, 5, true);
    Window.Slot slow = window.letThrough(500);
    window.start(slow, 500);
    assertThat(window.pause(505, 0)).isEqualTo(495);
    assertThat(window.pause(505, 1)).isEqualTo(995);
    window.answered(slow, 705, true);
    assertThat(window.pause(705, 0)).isEqualTo(295);
    assertThat(window.pause(705, 1)).isEqualTo(995);
  }

  @Test
  void an_answer_on_its_way_keeps_its_place_until_it_has_arrived() {
    Window window = new Window(1, 1_000);
    push(window, 0, 5, true);
    Window.Slot answer = window.take(2_000, 2_010);
    window.start(answer, 2_010);
    assertThat(window.pause(5_000, 0)).isPositive();
    window.answered(answer, 2_300, false);
    assertThat(window.pause(3_294, 0)).isEqualTo(1);
    assertThat(window.pause(3_295, 0)).isZero();
  }

  @Test
  void an_attempt_that_never_left_does_not_count_as_the_quickest_answer() {
    Window window = new Window(2, 1_000);
    push(window, 0, 1, false);
    push(window, 500, 540, true);
    push(window, 1_000, 1_040, true);
    assertThat(window.pause(1_040, 0)).isEqualTo(460);
  }

  @Test
  void an_answer_has_its_place_soon_while_all_are_taken() {
    Pace pace = Pace.telegram(clock);
    Duration longest = Duration.ZERO;
    for (int second = 0; second < 20; second++) {
      for (int step = 0; step < 997; step++) {
        clock.pass(Duration.ofMillis(1));
        while (pace.overallWait().isZero()) {
          Window.Slot slot = pace.letThrough();
          pace.start(new Chat(Platform.TELEGRAM, "p" + second + "-" + step, null), slot);
          pace.answered(slot, true);
        }
      }
      Pace.Debit answer = pace.debit(new Chat(Platform.TELEGRAM, "reader", null));
      pace.answered(answer.slot(), true);
      Duration wait = answer.await();
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    assertThat(longest).isLessThan(Duration.ofMillis(100));
  }

  private static void push(Window window, long start, long end, boolean taken) {
    Window.Slot slot = window.letThrough(start);
    window.start(slot, start);
    window.answered(slot, end, taken);
  }

  /** The most in any span, over five minutes of one who sends whenever they may. */
  private int most(Pace pace, Chat chat, Duration span) {
    Deque<Instant> sent = new ArrayDeque<>();
    int most = 0;
    for (Duration passed = Duration.ZERO;
        passed.compareTo(Duration.ofMinutes(5)) < 0;
        passed = passed.plus(STEP)) {
      clock.pass(STEP);
      if (pace.chatWait(chat).isZero() && pace.overallWait().isZero()) {
        pace.answered(pace.debit(chat).slot(), true);
        sent.addLast(clock.instant());
      }
      while (!sent.isEmpty() && !sent.getFirst().plus(span).isAfter(clock.instant())) {
        sent.removeFirst();
      }
      most = Math.max(most, sent.size());
    }
    return most;
  }

  /** What goes in a second on the average; and never more than the limit in any second. */
  private double sustained(Pace pace, int limit) {
    Deque<Instant> second = new ArrayDeque<>();
    int sent = 0;
    Duration all = Duration.ofMinutes(2);
    for (Duration passed = Duration.ZERO;
        passed.compareTo(all) < 0;
        passed = passed.plusMillis(1)) {
      clock.pass(Duration.ofMillis(1));
      Instant now = clock.instant();
      while (!second.isEmpty() && !second.getFirst().plusSeconds(1).isAfter(now)) {
        second.removeFirst();
      }
      while (pace.overallWait().isZero()) {
        Window.Slot slot = pace.letThrough();
        pace.start(new Chat(Platform.TELEGRAM, "p" + sent, null), slot);
        pace.answered(slot, true);
        second.addLast(now);
        sent++;
      }
      assertThat(second.size()).isLessThanOrEqualTo(limit);
    }
    return sent / (double) all.toSeconds();
  }
}
