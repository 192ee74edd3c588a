package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Receipt;
import bot.briefing.store.Database;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic for each digest, begun empty before its messages, over either kind of database. */
abstract class TopicsContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Extras TOPIC = new Extras(false, false, Rooms.POST, null);
  private static final String BEGUN = "topic 2026-02-12";

  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  /** An empty one. */
  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(open());
    scene.onTelegram();
    scene.postbox.beginsEmpty = true;
    scene.messages = 2;
    scene.subscribe("a");
    scene.want("a", TOPIC);
  }

  @AfterEach
  void end() {
    if (scene.courier != null) {
      scene.courier.close();
    }
    scene.database.close();
  }

  private void publish(String stem) {
    scene.publish(stem);
    scene.work(Duration.ofSeconds(20), SECOND);
  }

  private List<String> threads() {
    return scene.postbox.taken.stream()
        .map(one -> one.chat().thread() == null ? "" : one.chat().thread())
        .toList();
  }

  private List<Reason> notes() {
    return scene.latest("a").notes().stream().map(Note::reason).toList();
  }

  private void arrives(String stem) {
    assertThat(scene.postbox.texts("a"))
        .containsExactly("<b>2026-02-12:" + stem + " 1</b>", "<b>2026-02-12:" + stem + " 2</b>");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
  }

  @Test
  void each_digest_gets_a_topic_that_holds_all_its_messages() {
    publish("one");
    arrives("one");
    publish("two");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN, BEGUN);
    assertThat(threads()).containsExactly("topic1", "topic1", "topic2", "topic2");
    assertThat(notes()).isEmpty();
    scene.start();
    scene.work(Duration.ofSeconds(5), SECOND);
    assertThat(scene.postbox.deedsAsked).isEqualTo(2);
  }

  @Test
  void who_had_the_platform_before_and_tells_late_of_another_one_changes_nothing() {
    publish("one");
    String room =
        scene
            .database
            .jdbi()
            .inTransaction(
                handle -> {
                  String id =
                      handle.createQuery("select id from delivery").mapTo(String.class).one();
                  Deliveries.room(handle, id, "late");
                  return handle.createQuery("select room from delivery").mapTo(String.class).one();
                });
    assertThat(room).isEqualTo("topic1");
  }

  @Test
  void a_role_is_called_in_it_and_nothing_is_pinned() {
    scene.want("a", new Extras(true, true, Rooms.POST, "77"));
    publish("one");
    assertThat(scene.postbox.texts("a"))
        .containsExactly("<b>2026-02-12:one 1</b>", "<@&77>", "<b>2026-02-12:one 2</b>");
    assertThat(threads()).containsOnly("topic1");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
  }

  @Test
  void who_wished_for_threads_before_the_group_had_topics_gets_them() {
    scene.want("a", new Extras(false, false, Rooms.THREAD, null));
    publish("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
    assertThat(threads()).containsExactly("topic1", "topic1");
  }

  @Test
  void where_it_is_refused_the_messages_come_to_the_chat_and_that_is_told() {
    List<Receipt> refusals =
        List.of(
            new Receipt.Refused("not enough rights to create a topic"),
            new Receipt.ChatGone(Receipt.Reason.FORBIDDEN),
            new Receipt.ThreadGone());
    for (int number = 0; number < refusals.size(); number++) {
      scene.postbox.deedRefusals.put(Deed.Topic.class, refusals.get(number));
      publish("digest-" + number);
      assertThat(threads()).hasSize(2 * (number + 1)).containsOnly("");
      assertThat(notes()).containsExactly(Reason.NO_THREAD);
      assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
      assertThat(scene.latest("a").reason()).isEqualTo(Reason.ON_TIME);
      assertThat(scene.state("a")).isEqualTo("ACTIVE");
    }
  }

  @Test
  void who_subscribed_in_a_topic_has_them_there_where_no_other_can_be_begun() {
    scene.subscribe("b", "7", "");
    scene.want("b", TOPIC);
    scene.postbox.deedRefusals.put(Deed.Topic.class, new Receipt.Refused("not a forum"));
    publish("one");
    scene.postbox.deedRefusals.clear();
    publish("two");
    assertThat(scene.postbox.taken)
        .filteredOn(one -> one.chat().id().equals("b"))
        .extracting(one -> one.chat().thread())
        .startsWith("7", "7")
        .element(3)
        .asString()
        .startsWith("topic");
  }

  @Test
  void messages_wait_for_a_topic_that_is_limited_and_other_chats_do_not() {
    scene.subscribe("b");
    scene.postbox.deedFaults.add(
        new Postbox.Fault(
            new Receipt.RetryAfter(scene.clock.instant().plusSeconds(600), false), false));
    publish("one");
    assertThat(scene.postbox.texts("b")).hasSize(2);
    assertThat(scene.postbox.texts("a")).isEmpty();
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(scene.latest("a").notBefore()).isNotNull();
    scene.start();
    scene.work(Duration.ofSeconds(570), Duration.ofSeconds(10));
    assertThat(scene.postbox.texts("a")).isEmpty();
    scene.work(Duration.ofSeconds(20), SECOND);
    arrives("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(notes()).isEmpty();
  }

  @Test
  void a_topic_that_was_not_begun_is_begun() {
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Unreachable("down"), false));
    publish("one");
    arrives("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
    assertThat(threads()).containsExactly("topic1", "topic1");
  }

  @Test
  void one_that_may_have_been_begun_is_begun_again_and_one_stays_empty() {
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), true));
    publish("one");
    arrives("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN, BEGUN);
    assertThat(threads()).containsExactly("topic2", "topic2");
    assertThat(notes()).isEmpty();
  }

  @Test
  void or_it_is_not_and_the_messages_come_to_the_chat() {
    scene.policy = new Policy(Policy.DEFAULT.maxAge(), Ambiguity.SKIP);
    scene.postbox.deedFaults.add(new Postbox.Fault(new Receipt.Ambiguous("lost"), true));
    publish("one");
    arrives("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
    assertThat(threads()).containsExactly("", "");
    assertThat(notes()).containsExactly(Reason.NO_THREAD);
  }

  @Test
  void one_in_flight_when_the_process_died_is_in_doubt_as_well() {
    dies("one");
    arrives("one");
    assertThat(threads()).containsExactly("topic2", "topic2");
  }

  @Test
  void and_who_would_rather_have_none_than_two_reads_that() {
    scene.policy = new Policy(Policy.DEFAULT.maxAge(), Ambiguity.SKIP);
    dies("one");
    arrives("one");
    assertThat(scene.postbox.deeds).containsExactly(BEGUN);
    assertThat(threads()).containsExactly("", "");
    assertThat(notes()).containsExactly(Reason.NO_THREAD);
  }

  private void dies(String stem) {
    scene.start();
    scene.postbox.dying = () -> true;
    try {
      publish(stem);
    } catch (Killed killed) {
      // Its receipt was never written.
    }
    scene.postbox.dying = () -> false;
    scene.start();
    scene.work(Duration.ofSeconds(20), SECOND);
  }

  @Test
  void where_it_is_deleted_between_the_messages_the_rest_comes_to_the_chat() {
    scene.messages = 3;
    scene.postbox.takenAnd(new Receipt.Sent(new MessageId("1")));
    scene.postbox.fault(new Receipt.ThreadGone());
    publish("one");
    assertThat(threads()).containsExactly("topic1", "", "");
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
  }

  @Test
  void where_it_is_deleted_at_once_all_comes_to_the_chat() {
    scene.postbox.threadsGone = true;
    publish("one");
    arrives("one");
    assertThat(threads()).containsExactly("", "");
  }

  @Test
  void a_bot_that_was_removed_makes_none_and_is_suspended() {
    scene.postbox.deedRefusals.put(Deed.Topic.class, new Receipt.Refused("bot was kicked"));
    scene.postbox.refusals.put("a", new Receipt.ChatGone(Receipt.Reason.KICKED));
    publish("one");
    assertThat(scene.postbox.count()).isZero();
    assertThat(scene.state("a")).isEqualTo("SUSPENDED KICKED");
  }

  @Test
  void a_correction_edits_in_the_topic() {
    scene.clock.pass(SECOND);
    scene.write("2026-02-12-one", "a:1", "b:1");
    scene.work(Duration.ofSeconds(10), SECOND);
    scene.write("2026-02-12-one", "a:2", "b:2");
    scene.work(Duration.ofMinutes(3), SECOND);
    assertThat(scene.postbox.says("a")).containsExactly("<b>a:2</b>", "<b>b:2</b>");
    assertThat(threads()).containsExactly("topic1", "topic1");
  }
}
