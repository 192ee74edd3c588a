package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Receipt;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes beside the messages of a digest, over either kind of database. */
abstract class ExtrasContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Extras PIN = new Extras(true, false, Rooms.NONE, null);
  private static final Extras THREAD = new Extras(false, false, Rooms.THREAD, null);
  private static final Extras POST = new Extras(false, false, Rooms.POST, null);
  private static final Extras ALL = new Extras(true, true, Rooms.THREAD, "77");
  private static final Receipt FORBIDDEN = new Receipt.ChatGone(Receipt.Reason.FORBIDDEN);

  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  /** An empty one. */
  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(open());
    scene.subscribe("a");
  }

  @AfterEach
  void end() {
    if (scene.courier != null) {
      scene.courier.close();
    }
    scene.database.close();
  }

  private void publish(Extras wanted, String stem) {
    scene.want("a", wanted);
    scene.publish(stem);
    scene.work(Duration.ofSeconds(10), SECOND);
  }

  private List<String> threads() {
    return scene.postbox.taken.stream()
        .map(one -> one.chat().thread() == null ? "" : one.chat().thread())
        .toList();
  }

  private List<Reason> notes() {
    return scene.latest("a").notes().stream().map(Note::reason).toList();
  }

  @Test
  void a_digest_is_pinned_and_the_one_before_no_more() {
    publish(PIN, "one");
    assertThat(scene.postbox.deeds).containsExactly("pin 1");
    publish(PIN, "two");
    publish(PIN, "three");
    assertThat(scene.postbox.deeds)
        .containsExactly("pin 1", "pin 2", "unpin 1", "pin 3", "unpin 2");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.latest("a").parts()).isEqualTo(1);
    assertThat(notes()).isEmpty();
  }

  @Test
  void a_pin_that_could_not_be_taken_down_is_taken_down_with_the_next_one() {
    publish(PIN, "one");
    scene.postbox.deedRefusals.put(Deed.Unpin.class, FORBIDDEN);
    publish(PIN, "two");
    assertThat(notes()).containsExactly(Reason.STILL_PINNED);
    scene.postbox.deedRefusals.clear();
    publish(PIN, "three");
    assertThat(scene.postbox.deeds)
        .containsExactly("pin 1", "pin 2", "pin 3", "unpin 1", "unpin 2");
  }

  @Test
  void who_wants_no_pin_any_more_has_none() {
    publish(PIN, "one");
    publish(PIN, "two");
    scene.want("a", Extras.NONE);
    changed();
    assertThat(scene.postbox.deeds).containsExactly("pin 1", "pin 2", "unpin 1", "unpin 2");
    scene.start();
    changed();
    assertThat(scene.postbox.deedsAsked).isEqualTo(4);
    assertThat(notes()).isEmpty();
  }

  @Test
  void an_order_that_ends_leaves_no_pin() {
    publish(PIN, "one");
    scene.database.jdbi().useHandle(handle -> handle.execute("delete from subscription"));
    changed();
    assertThat(scene.postbox.deeds).containsExactly("pin 1", "unpin 1");
  }

  @Test
  void a_pin_that_may_not_be_taken_down_is_left_and_asked_for_once() {
    publish(PIN, "one");
    scene.postbox.deedRefusals.put(Deed.Unpin.class, new Receipt.Refused("no right"));
    scene.want("a", Extras.NONE);
    changed();
    changed();
    scene.work(Duration.ofHours(1), Duration.ofMinutes(1));
    assertThat(scene.postbox.deedsAsked).isEqualTo(2);
  }

  @Test
  void what_is_withdrawn_is_not_pinned_any_more() {
    scene.want("a", new Extras(true, false, Rooms.THREAD, null));
    scene.clock.pass(SECOND);
    scene.write("one", "a:1", "b:1");
    scene.work(Duration.ofSeconds(10), SECOND);
    String _ = Withdrawals.ask(scene.database, "one", false, scene.clock.instant());
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), false));
    scene.work(Duration.ofSeconds(20), SECOND);
    assertThat(scene.postbox.deeds).containsExactly("thread 2026-02-12 at 1", "pin 1", "unpin 1");
    assertThat(notes()).containsExactly(Reason.RETRACTED);
  }

  private void changed() {
    Objects.requireNonNull(scene.courier).subscriptionsChanged();
    scene.work(Duration.ofSeconds(5), SECOND);
  }

  @Test
  void a_thread_begins_at_the_first_message_and_holds_the_others() {
    scene.messages = 3;
    publish(THREAD, "one");
    assertThat(scene.postbox.deeds).containsExactly("thread 2026-02-12 at 1");
    assertThat(threads()).containsExactly("", "t1", "t1");
    assertThat(scene.latest("a").sent()).isEqualTo(3);
  }

  @Test
  void all_of_it_goes_in_order_and_once() {
    scene.messages = 2;
    publish(ALL, "one");
    assertThat(scene.postbox.taken.getFirst().body()).isEqualTo("<@&77>");
    assertThat(threads()).containsExactly("", "", "t2");
    assertThat(scene.postbox.deeds)
        .containsExactly("thread 2026-02-12 at 2", "pin 2", "crosspost 2");
    scene.start();
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.postbox.count()).isEqualTo(3);
    assertThat(scene.postbox.deedsAsked).isEqualTo(3);
  }

  @Test
  void without_a_thread_every_message_goes_on_to_followers() {
    scene.messages = 2;
    publish(new Extras(false, true, Rooms.NONE, null), "one");
    assertThat(scene.postbox.deeds).containsExactly("crosspost 1", "crosspost 2");
  }

  @Test
  void what_is_refused_stops_no_message_and_suspends_nobody_and_is_told() {
    scene.messages = 2;
    for (Class<? extends Deed> deed :
        List.<Class<? extends Deed>>of(Deed.Pin.class, Deed.Open.class, Deed.Crosspost.class)) {
      scene.postbox.deedRefusals.put(deed, FORBIDDEN);
    }
    publish(ALL, "one");
    assertThat(threads()).containsExactly("", "", "");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.ON_TIME);
    assertThat(notes())
        .containsExactly(Reason.NOT_CROSSPOSTED, Reason.NOT_PINNED, Reason.NO_THREAD);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
    publish(Extras.NONE, "two");
    assertThat(scene.postbox.count()).isEqualTo(5);
  }

  @Test
  void a_role_that_may_not_be_called_is_told_and_the_digest_comes() {
    scene.postbox.fault(new Receipt.Refused("no such role"));
    publish(new Extras(false, false, Rooms.NONE, "77"), "one");
    assertThat(scene.postbox.texts("a")).containsExactly("<b>2026-02-12:one 1</b>");
    assertThat(notes()).containsExactly(Reason.ROLE_NOT_CALLED);
  }

  @Test
  void a_deed_that_is_limited_waits_alone_and_the_next_digest_does_not() {
    scene.postbox.deedFaults.add(
        new Postbox.Fault(
            new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofHours(1)), false), false));
    publish(PIN, "one");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    publish(Extras.NONE, "two");
    assertThat(scene.postbox.count()).isEqualTo(2);
    assertThat(scene.postbox.deeds).isEmpty();
    scene.start();
    scene.work(Duration.ofMinutes(59), Duration.ofMinutes(1));
    assertThat(scene.postbox.deeds).isEmpty();
    scene.work(Duration.ofMinutes(2), SECOND);
    assertThat(scene.postbox.deeds).containsExactly("pin 1");
  }

  @Test
  void a_deed_that_is_never_done_leaves_its_digest_sent() {
    scene.postbox.deedRefusals.put(
        Deed.Pin.class,
        new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofHours(50)), false));
    publish(PIN, "one");
    scene.work(Duration.ofHours(40), Duration.ofMinutes(10));
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.ON_TIME);
    assertThat(notes()).containsExactly(Reason.NOT_PINNED);
  }

  @Test
  void a_deed_whose_answer_was_lost_is_done_once() {
    scene.messages = 2;
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), true));
    publish(ALL, "one");
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.deeds)
        .containsExactly("thread 2026-02-12 at 2", "pin 2", "crosspost 2");
    assertThat(threads()).containsExactly("", "", "t2");
  }

  @Test
  void a_process_that_dies_between_a_deed_and_its_receipt_does_it_once() {
    for (int death = 1; death <= 3; death++) {
      scene.postbox.deedFaults.clear();
      int before = scene.postbox.deeds.size();
      die(death);
      assertThat(scene.postbox.deeds).hasSizeGreaterThan(before).doesNotHaveDuplicates();
    }
  }

  private void die(int number) {
    scene.want("a", new Extras(true, true, Rooms.THREAD, null));
    scene.messages = 2;
    scene.publish("digest-" + number);
    int[] left = {number};
    Supplier<Boolean> dies = () -> --left[0] == 0;
    scene.postbox.dying = dies;
    try {
      scene.work(Duration.ofSeconds(10), SECOND);
    } catch (Killed killed) {
      // Its receipt was never written.
    }
    scene.postbox.dying = () -> false;
    scene.start();
    scene.work(Duration.ofSeconds(20), SECOND);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void in_a_forum_each_digest_is_a_post() {
    scene.messages = 2;
    publish(new Extras(true, true, Rooms.POST, "77"), "one");
    publish(POST, "two");
    assertThat(scene.postbox.deeds).containsExactly("post 2026-02-12", "post 2026-02-12");
    assertThat(threads()).containsExactly("", "1", "1", "", "4");
    assertThat(scene.postbox.taken.get(1).body()).isEqualTo("<@&77>");
    assertThat(scene.latest("a").sent()).isEqualTo(2);
  }

  @Test
  void a_post_that_may_have_been_made_is_looked_for_first() {
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), true));
    publish(POST, "one");
    assertThat(scene.postbox.count()).isEqualTo(1);
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void a_post_that_was_not_made_is_made() {
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), false));
    publish(POST, "one");
    assertThat(scene.postbox.count()).isEqualTo(1);
  }

  @Test
  void where_a_post_is_refused_the_digest_comes_to_the_chat() {
    for (Receipt refusal : List.of(FORBIDDEN, new Receipt.Refused("a tag is required"))) {
      scene.messages = 2;
      scene.postbox.deedRefusals.put(Deed.Post.class, refusal);
      int before = scene.postbox.count();
      publish(POST, "refused by " + refusal.getClass().getSimpleName());
      assertThat(scene.postbox.count()).isEqualTo(before + 2);
      assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
      assertThat(notes()).containsExactly(Reason.NO_THREAD);
      assertThat(scene.state("a")).isEqualTo("ACTIVE");
    }
  }

  @Test
  void where_its_thread_is_gone_the_rest_goes_to_the_channel() {
    scene.messages = 3;
    scene.want("a", THREAD);
    scene.publish("one");
    scene.postbox.threadsGone = true;
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(threads()).containsExactly("", "", "");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    List<Subscription> orders =
        scene.database.jdbi().withHandle(handle -> Orders.in(handle, scene.chat("a")));
    assertThat(orders).hasSize(1);
  }

  @Test
  void a_correction_edits_in_the_thread() {
    scene.want("a", THREAD);
    scene.clock.pass(SECOND);
    scene.write("2026-02-12-one", "a:1", "b:1");
    scene.work(Duration.ofSeconds(10), SECOND);
    scene.write("2026-02-12-one", "a:2", "b:2");
    scene.work(Duration.ofMinutes(3), SECOND);
    assertThat(scene.postbox.says("a")).containsExactly("<b>a:2</b>", "<b>b:2</b>");
    assertThat(threads()).containsExactly("", "t1");
  }

  @Test
  void a_test_calls_nobody_and_is_pinned_nowhere() {
    scene.want("a", ALL);
    scene.publish("one");
    scene.work(Duration.ofSeconds(10), SECOND);
    int before = scene.postbox.deeds.size();
    var order =
        scene.database.jdbi().withHandle(handle -> Orders.in(handle, scene.chat("a"))).getFirst();
    assertThat(scene.start().ledger().test(order, scene.clock.instant())).isTrue();
    scene.work(Duration.ofSeconds(10), SECOND);
    assertThat(scene.postbox.deeds).hasSize(before);
    assertThat(scene.postbox.count()).isEqualTo(3);
  }
}
