package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the outbox promises, over either kind of database. */
abstract class OutboxContract {
  static final Duration SECOND = Duration.ofSeconds(1);
  private static final String DAY = "2026-02-12:";

  @SuppressWarnings("NullAway.Init")
  Scene scene;

  /** An empty one. */
  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(open());
  }

  @AfterEach
  void end() {
    if (scene.courier != null) {
      scene.courier.close();
    }
    scene.database.close();
  }

  @Test
  void every_chat_gets_a_digest_once() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.work(Duration.ofSeconds(5), SECOND);
    scene.start();
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.postbox.texts("a")).containsExactly("<b>" + DAY + "one 1</b>");
    assertThat(scene.postbox.texts("b")).hasSize(1);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.ON_TIME);
    assertThat(scene.latest("a").sent()).isEqualTo(1);
  }

  @Test
  void parts_come_in_order_and_deliveries_too() {
    scene.messages = 3;
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.RetryAfter(scene.clock.instant().plusSeconds(60), false));
    scene.work();
    scene.publish("two");
    scene.work(Duration.ofSeconds(70), SECOND);
    assertThat(scene.postbox.texts("a"))
        .containsExactly(
            "<b>" + DAY + "one 1</b>",
            "<b>" + DAY + "one 2</b>",
            "<b>" + DAY + "one 3</b>",
            "<b>" + DAY + "two 1</b>",
            "<b>" + DAY + "two 2</b>",
            "<b>" + DAY + "two 3</b>");
  }

  @Test
  void nothing_of_the_topics_is_told_and_not_sent() {
    scene.subscribe("a", "", "nothing");
    scene.publish("one");
    scene.work();
    assertThat(scene.postbox.asked).isEmpty();
    assertThat(scene.latest("a").status()).isEqualTo(Status.MISSED);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.NO_TOPIC_MATCHED);
  }

  @Test
  void a_chat_that_is_limited_waits_alone_even_over_a_restart() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.postbox.refusals.put(
        "a", new Receipt.RetryAfter(scene.clock.instant().plusSeconds(600), false));
    scene.work();
    assertThat(scene.postbox.texts("b")).hasSize(1);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(scene.latest("a").notBefore()).isEqualTo(Scene.START.plusMillis(1).plusSeconds(600));
    scene.postbox.refusals.clear();
    scene.start();
    scene.work(Duration.ofSeconds(599), SECOND);
    assertThat(scene.postbox.asked).hasSize(2);
    scene.work(Duration.ofSeconds(2), SECOND);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void a_bot_that_is_limited_waits_as_a_whole() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.postbox.fault(new Receipt.RetryAfter(scene.clock.instant().plusSeconds(30), true));
    scene.work(Duration.ofSeconds(29), SECOND);
    assertThat(scene.postbox.asked).hasSize(1);
    scene.work(Duration.ofSeconds(2), SECOND);
    assertThat(scene.postbox.taken).hasSize(2);
  }

  @Test
  void a_wait_that_outlasts_the_digest_ends_it() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(
        new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofHours(40)), false));
    scene.work(Duration.ofHours(41), Duration.ofMinutes(10));
    assertThat(scene.postbox.taken).isEmpty();
    assertThat(scene.latest("a").status()).isEqualTo(Status.MISSED);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.RATE_LIMITED);
  }

  @Test
  void an_outage_suspends_nobody_and_is_waited_out() {
    List.of("a", "b", "c", "d", "e").forEach(scene::subscribe);
    scene.publish("one");
    scene.postbox.always = () -> new Receipt.Unreachable("connection refused");
    scene.work(Duration.ofMinutes(20), SECOND);
    assertThat(scene.postbox.asked).hasSizeLessThan(100);
    assertThat(scene.latest("e").status()).isEqualTo(Status.WAITING);
    assertThat(scene.latest("e").reason()).isEqualTo(Reason.PLATFORM_DOWN);
    scene.postbox.always = null;
    scene.work(Duration.ofSeconds(90), SECOND);
    for (String chat : List.of("a", "b", "c", "d", "e")) {
      assertThat(scene.postbox.texts(chat)).hasSize(1);
      assertThat(scene.state(chat)).isEqualTo("ACTIVE");
    }
  }

  @Test
  void a_lost_answer_is_asked_for_again_with_the_same_key() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.takenAnd(new Receipt.Ambiguous("connection reset"));
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.asked).hasSize(2);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void a_lost_answer_is_looked_for_once_the_key_is_forgotten() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.postbox.takenAnd(new Receipt.Ambiguous("connection reset"));
    scene.postbox.fault(new Receipt.Ambiguous("connection reset"));
    scene.work();
    scene.clock.pass(Duration.ofHours(10));
    scene.start();
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.asked).hasSize(3);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.postbox.texts("b")).hasSize(1);
  }

  @Test
  void doubt_outlasts_an_attempt_that_surely_failed() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.takenAnd(new Receipt.Ambiguous("connection reset"));
    scene.postbox.fault(new Receipt.Unreachable("connection refused"));
    scene.work(Duration.ofSeconds(3), SECOND);
    scene.clock.pass(Duration.ofHours(1));
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void where_nobody_can_tell_it_is_sent_again() {
    scene.onTelegram();
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.Ambiguous("connection reset"));
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.texts("a")).hasSize(1);
  }

  @Test
  void where_nobody_can_tell_it_is_skipped_if_the_operator_says_so() {
    scene.onTelegram();
    scene.policy = new Policy(Duration.ofHours(36), Ambiguity.SKIP);
    scene.messages = 2;
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.takenAnd(new Receipt.Ambiguous("connection reset"));
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.texts("a"))
        .containsExactly("<b>" + DAY + "one 1</b>", "<b>" + DAY + "one 2</b>");
    assertThat(scene.latest("a").status()).isEqualTo(Status.MISSED);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.IN_DOUBT);
    assertThat(scene.latest("a").sent()).isEqualTo(1);
  }

  @Test
  void a_chat_that_is_gone_is_left_alone_until_it_is_back() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.ChatGone(Receipt.Reason.KICKED));
    scene.work();
    assertThat(scene.state("a")).isEqualTo("SUSPENDED KICKED");
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.SUSPENDED);
    scene.work(Duration.ofHours(2), Duration.ofMinutes(5));
    assertThat(scene.postbox.asked).hasSize(1);
    scene.start().resumed(scene.chat("a"));
    scene.work();
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
  }

  @Test
  void an_event_suspends_and_drops_what_waits() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.RetryAfter(scene.clock.instant().plusSeconds(60), false));
    scene.work();
    scene.start().gone(scene.chat("a"), Receipt.Reason.BLOCKED);
    scene.work(Duration.ofSeconds(90), SECOND);
    assertThat(scene.postbox.taken).isEmpty();
    assertThat(scene.state("a")).isEqualTo("SUSPENDED BLOCKED");
  }

  @Test
  void a_thread_that_is_gone_falls_back_to_the_main_one_with_a_word() {
    scene.messages = 2;
    scene.subscribe("a", "7", "");
    scene.publish("one");
    scene.postbox.fault(new Receipt.ThreadGone());
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.postbox.texts("a"))
        .containsExactly(
            "<b>" + Texts.in(Language.KO).say("delivery.thread.gone") + "</b>",
            "<b>" + DAY + "one 1</b>",
            "<b>" + DAY + "one 2</b>");
    assertThat(scene.postbox.taken).allSatisfy(one -> assertThat(one.chat().thread()).isNull());
    scene.postbox.fault(new Receipt.ThreadGone());
    scene.publish("two");
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.state("a")).isEqualTo("SUSPENDED FORBIDDEN");
  }

  @Test
  void a_chat_that_has_moved_is_followed() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.refusals.put("a", new Receipt.Migrated("z"));
    scene.work(Duration.ofSeconds(3), SECOND);
    assertThat(scene.postbox.texts("z")).hasSize(1);
    assertThat(scene.state("z")).isEqualTo("ACTIVE");
    assertThat(scene.latest("z").status()).isEqualTo(Status.SENT);
  }

  @Test
  void what_is_refused_goes_as_plain_text_and_then_not_at_all() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.Refused("can't parse entities"));
    scene.work();
    assertThat(scene.postbox.texts("a")).containsExactly(DAY + "one 1");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    scene.postbox.always = () -> new Receipt.Refused("not for you");
    scene.publish("two");
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.postbox.asked).hasSize(4);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.REFUSED);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
  }

  @Test
  void a_refused_bot_stands_still_and_blames_nobody() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.postbox.fault(new Receipt.BotRefused("401"));
    scene.work(Duration.ofMinutes(5), SECOND);
    assertThat(scene.postbox.asked).hasSize(1);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
    scene.start();
    scene.work();
    assertThat(scene.postbox.taken).hasSize(2);
  }

  @Test
  void an_answer_is_debited_and_the_push_waits() {
    scene.onTelegram();
    scene.pace = Pace.telegram(scene.clock);
    scene.subscribe("a");
    Courier courier = scene.start();
    courier.debit(scene.chat("a")).close();
    courier.debit(scene.chat("a")).close();
    scene.publish("one");
    scene.work(Duration.ofSeconds(1), SECOND);
    assertThat(scene.postbox.taken).isEmpty();
    scene.work(Duration.ofSeconds(2), SECOND);
    assertThat(scene.postbox.taken).hasSize(1);
  }

  @Test
  void a_test_comes_marked_and_counts_nowhere() {
    scene.subscribe("a");
    scene.publish("one");
    scene.work();
    var order =
        scene.database.jdbi().withHandle(handle -> Orders.in(handle, scene.chat("a")).getFirst());
    Courier courier = scene.start();
    assertThat(courier.ledger().test(order, scene.clock.instant())).isTrue();
    scene.work();
    assertThat(scene.postbox.texts("a")).hasSize(2);
    assertThat(scene.postbox.texts("a").getLast())
        .contains(Texts.in(Language.KO).say("delivery.test"));
    assertThat(courier.ledger().recent(scene.chat("a"), 9)).hasSize(1);
    assertThat(courier.ledger().had(order).digests()).containsExactly(DAY + "one");
  }

  @Test
  void the_operator_may_have_it_sent_again() {
    scene.subscribe("a");
    scene.publish("one");
    scene.work();
    LocalDate day = LocalDate.parse("2026-02-12");
    Instant now = scene.clock.instant();
    final String asked = Resends.ask(scene.database, scene.chat("a"), day, now);
    final String nobody = Resends.ask(scene.database, scene.chat("b"), day, now);
    final String never = Resends.ask(scene.database, scene.chat("a"), day.plusDays(1), now);
    scene.work();
    assertThat(scene.postbox.texts("a")).hasSize(2);
    assertThat(Resends.outcome(scene.database, asked)).hasValue(Resends.Outcome.PLANNED);
    assertThat(Resends.outcome(scene.database, nobody)).hasValue(Resends.Outcome.NOT_SUBSCRIBED);
    assertThat(Resends.outcome(scene.database, never)).hasValue(Resends.Outcome.NO_DIGEST);
    scene.work();
    assertThat(scene.postbox.texts("a")).hasSize(2);
  }

  @Test
  void what_is_forgotten_is_gone_and_others_are_not() {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.publish("one");
    scene.work();
    Courier courier = scene.start();
    courier.ledger().forget(scene.chat("a"));
    assertThat(courier.ledger().recent(scene.chat("a"), 9)).isEmpty();
    assertThat(courier.ledger().of(scene.chat("b"), LocalDate.parse("2026-02-12"))).hasSize(1);
  }

  @Test
  void a_withdrawn_digest_stops() {
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.fault(new Receipt.RetryAfter(scene.clock.instant().plusSeconds(60), false));
    scene.work();
    String _ = Withdrawals.ask(scene.database, "one", false, scene.clock.instant());
    scene.work(Duration.ofSeconds(90), SECOND);
    assertThat(scene.postbox.taken).isEmpty();
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.WITHDRAWN);
  }

  @Test
  void a_clock_that_is_set_back_or_on_neither_loses_nor_doubles() {
    scene.pace = Pace.discord(scene.clock);
    scene.subscribe("a");
    scene.publish("one");
    scene.postbox.takenAnd(new Receipt.Ambiguous("connection reset"));
    scene.work();
    scene.clock.pass(Duration.ofHours(-1));
    scene.work(Duration.ofSeconds(10), SECOND);
    scene.clock.pass(Duration.ofHours(2));
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }
}
