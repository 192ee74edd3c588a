package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What withdrawals promise, over either kind of database. */
abstract class WithdrawalContract {
  static final Duration SECOND = Duration.ofSeconds(1);
  static final LocalDate DAY = LocalDate.parse("2026-02-12");
  static final List<String> AB = List.of("a", "b");
  static final Duration STILL = Duration.ofMinutes(2);
  static final String NOTICE = bold(Texts.in(Language.KO).say("delivery.withdrawn"));

  @SuppressWarnings("NullAway.Init")
  Scene scene;

  /** An empty one. */
  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(open());
    scene.layout = "FULL";
  }

  @AfterEach
  void end() {
    if (scene.courier != null) {
      scene.courier.close();
    }
    scene.database.close();
  }

  static String bold(String words) {
    return "<b>" + words + "</b>";
  }

  final void published(String... stories) {
    scene.subscribe("a");
    scene.subscribe("b");
    scene.clock.pass(SECOND);
    scene.write("one", stories);
    scene.work(Duration.ofSeconds(3), SECOND);
    assertThat(scene.postbox.taken).hasSize(2 * stories.length);
  }

  final void after(Duration time) {
    scene.work(time, Duration.ofSeconds(5));
  }

  final List<Reason> notes(String chat) {
    return scene.latest(chat).notes().stream().map(Note::reason).toList();
  }

  @Test
  void an_unpublished_digest_stops_and_what_was_sent_says_so() {
    published("x:1", "y:1");
    scene.subscribe("c");
    scene.postbox.refusals.put(
        "c", new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofMinutes(5)), false));
    scene.database.jdbi().useHandle(h -> h.execute("update subscription set since = 0"));
    scene.start();
    scene.work(SECOND, SECOND);
    scene.write("one", "제목", Instant.MAX, null, "x:1", "y:1");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(NOTICE, NOTICE);
    assertThat(notes("a")).containsExactly(Reason.RETRACTED);
    assertThat(scene.latest("c").reason()).isEqualTo(Reason.WITHDRAWN);
    scene.postbox.refusals.clear();
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.texts("c")).isEmpty();

    scene.write("one", "x:2", "y:1");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("b")).containsExactly(bold("x:2"), bold("y:1"));
    assertThat(scene.postbox.taken).hasSize(4);
  }

  @Test
  void the_operator_withdraws_by_the_name_of_the_file_and_may_take_it_back() {
    published("x:1");
    String id = Withdrawals.ask(scene.database, "one", false, scene.clock.instant());
    String wrong = Withdrawals.ask(scene.database, "two", false, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(Withdrawals.outcome(scene.database, id)).contains(Withdrawals.Outcome.DONE);
    assertThat(Withdrawals.outcome(scene.database, wrong)).contains(Withdrawals.Outcome.UNKNOWN);
    assertThat(scene.postbox.says("a")).containsExactly(NOTICE);

    scene.subscribe("late");
    scene.database.jdbi().useHandle(h -> h.execute("update subscription set since = 0"));
    after(Duration.ofMinutes(5));
    assertThat(scene.postbox.texts("late")).isEmpty();

    String _ = Withdrawals.ask(scene.database, "one", true, scene.clock.instant());
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:1"));
    assertThat(notes("a")).containsExactly(Reason.RETRACTED, Reason.CORRECTED);
  }

  @Test
  void what_is_withdrawn_comes_neither_as_a_test_nor_again_until_that_is_taken_back() {
    published("x:1");
    String _ = Withdrawals.ask(scene.database, "one", false, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).isEmpty();
    assertThat(test("a")).isFalse();
    assertThat(resend("a")).isEqualTo(Resends.Outcome.WITHDRAWN);
    scene.start();
    after(Duration.ofSeconds(5));
    assertThat(test("a")).isFalse();
    assertThat(resend("a")).isEqualTo(Resends.Outcome.WITHDRAWN);
    assertThat(scene.postbox.taken).hasSize(2);

    String _ = Withdrawals.ask(scene.database, "one", true, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).hasSize(1);
    assertThat(test("a")).isTrue();
    assertThat(resend("b")).isEqualTo(Resends.Outcome.PLANNED);
    after(Duration.ofSeconds(5));
    assertThat(scene.postbox.taken).hasSize(4);
  }

  @Test
  void where_a_day_has_another_digest_that_one_comes() {
    published("x:1");
    scene.write("two", "y:1");
    after(Duration.ofSeconds(5));
    String _ = Withdrawals.ask(scene.database, "two", false, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(test("a")).isTrue();
    assertThat(resend("a")).isEqualTo(Resends.Outcome.PLANNED);
    after(Duration.ofSeconds(5));
    assertThat(scene.postbox.texts("a").subList(2, 4))
        .allSatisfy(one -> assertThat(one).contains("x:1"));
  }

  @Test
  void what_was_not_sent_while_it_was_withdrawn_is_sent_once_that_is_taken_back() {
    String _ = Withdrawals.ask(scene.database, "one", false, scene.clock.instant());
    scene.subscribe("a");
    scene.clock.pass(SECOND);
    scene.write("one", "x:1");
    after(Duration.ofSeconds(5));
    assertThat(scene.postbox.taken).isEmpty();
    String _ = Withdrawals.ask(scene.database, "one", true, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(scene.postbox.texts("a")).containsExactly(bold("x:1"));
  }

  @Test
  void a_renamed_file_is_withdrawn_under_either_name() {
    published("x:1", "y:1");
    rename("one", "another");
    after(Duration.ofSeconds(5));
    String _ = Withdrawals.ask(scene.database, "another", false, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).isEmpty();
    assertThat(scene.postbox.says("a")).containsExactly(NOTICE, NOTICE);

    rename("another", "third");
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).isEmpty();
    String _ = Withdrawals.ask(scene.database, "third", true, scene.clock.instant());
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).hasSize(1);
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:1"), bold("y:1"));
  }

  @Test
  void what_another_instance_has_picked_up_is_heeded_too() {
    published("x:1");
    scene.database.jdbi().useHandle(h -> Withdrawn.add(h, DAY + ":one", scene.clock.instant()));
    after(Duration.ofSeconds(5));
    assertThat(scene.shown.on(DAY)).isEmpty();
    assertThat(scene.postbox.says("a")).containsExactly(NOTICE);
  }

  final void rename(String from, String to) {
    scene.digests.removeIf(one -> one.stem().equals(from));
    scene.write(to, "제목", Scene.START.plusSeconds(1), null, "x:1", "y:1");
  }

  private boolean test(String chat) {
    var order =
        scene.database.jdbi().withHandle(handle -> Orders.in(handle, scene.chat(chat)).getFirst());
    return Objects.requireNonNull(scene.courier).ledger().test(order, scene.clock.instant());
  }

  private Resends.Outcome resend(String chat) {
    String id = Resends.ask(scene.database, scene.chat(chat), DAY, scene.clock.instant());
    scene.work();
    return Resends.outcome(scene.database, id).orElseThrow();
  }
}
