package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders in a database. */
final class SubscriptionsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T03:00:00Z");
  private static final Chat CHAT = new Chat(Platform.TELEGRAM, "-100", "7");

  @TempDir private Path folder = Path.of("");
  private Subscriptions orders = new Subscriptions(Jdbi.create("jdbc:sqlite::memory:"));

  @BeforeEach
  void open() {
    String url = "jdbc:sqlite:" + folder.resolve("briefing.db");
    Flyway.configure().dataSource(url, null, null).load().migrate();
    orders = new Subscriptions(Jdbi.create(url));
  }

  private static Subscription order(String id, Chat chat) {
    return new Subscription(
        id,
        chat,
        Asker.Place.GROUP,
        Orders.schedule(
            "Asia/Seoul", EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), "18:00", "08:00"),
        Set.of("regulation", "hardware"),
        Language.EN,
        Layout.FULL,
        true,
        new State.Active(NOW),
        NOW);
  }

  private Subscription kept() {
    return orders.find(CHAT).orElseThrow();
  }

  @Test
  void what_is_put_is_found() {
    Subscription order = order("a", CHAT);
    orders.put(order, NOW);

    assertThat(orders.find(CHAT)).contains(order);
    assertThat(orders.find("a")).contains(order);
    assertThat(orders.find(new Chat(Platform.TELEGRAM, "-100", null))).isEmpty();
  }

  @Test
  void every_state_is_kept() {
    for (State state :
        List.of(
            new State.Paused(NOW, null),
            new State.Paused(NOW, NOW.plusSeconds(5)),
            new State.Suspended(NOW, Receipt.Reason.BLOCKED, null),
            new State.Suspended(NOW, Receipt.Reason.KICKED, NOW.plusSeconds(5)))) {
      orders.put(Orders.with(order("a", CHAT), state), NOW);
      assertThat(kept().state()).isEqualTo(state);
    }
  }

  @Test
  void a_chat_has_one_order_which_keeps_its_id() {
    orders.put(order("a", CHAT), NOW);
    orders.put(Orders.in(Language.KO, order("b", CHAT)), NOW);

    assertThat(kept().id()).isEqualTo("a");
    assertThat(kept().language()).isEqualTo(Language.KO);
  }

  @Test
  void those_that_are_due_come_in_pages() {
    for (int number = 0; number < 5; number++) {
      Chat chat = new Chat(Platform.DISCORD, "c" + number, null);
      orders.put(order("id" + number, chat), number == 3 ? NOW.plusMillis(1) : NOW);
    }
    List<Subscription> first = orders.due(NOW, "", 2);
    List<Subscription> second = orders.due(NOW, first.getLast().id(), 2);

    assertThat(first).extracting(Subscription::id).containsExactly("id0", "id1");
    assertThat(second).extracting(Subscription::id).containsExactly("id2", "id4");
    assertThat(orders.nextLook()).contains(NOW);
  }

  @Test
  void one_that_waits_for_ever_is_due_when_it_is_woken() {
    orders.put(order("a", CHAT), Instant.MAX);
    assertThat(orders.due(NOW, "", 9)).isEmpty();

    orders.wake(NOW);
    assertThat(orders.due(NOW, "", 9)).hasSize(1);
  }

  @Test
  void it_is_paused_and_resumed() {
    orders.put(order("a", CHAT), Instant.MAX);
    assertThat(orders.pause(CHAT, NOW, NOW.plusSeconds(60))).isTrue();
    assertThat(kept().state()).isEqualTo(new State.Paused(NOW, NOW.plusSeconds(60)));

    assertThat(orders.resume(CHAT, NOW.plusSeconds(1))).isTrue();
    assertThat(kept().state()).isEqualTo(new State.Active(NOW.plusSeconds(1)));
    assertThat(orders.resume(CHAT, NOW.plusSeconds(2))).isFalse();
    assertThat(orders.due(NOW.plusSeconds(1), "", 9)).hasSize(1);
  }

  @Test
  void a_chat_that_is_gone_suspends_and_its_return_resumes() {
    orders.put(order("a", CHAT), NOW);
    orders.suspend(CHAT, Receipt.Reason.KICKED, NOW);
    orders.suspend(CHAT, Receipt.Reason.BLOCKED, NOW.plusSeconds(9));
    assertThat(kept().state())
        .isEqualTo(new State.Suspended(NOW, Receipt.Reason.KICKED, NOW.plusSeconds(9)));

    assertThat(orders.back(CHAT, NOW.plusSeconds(10))).isTrue();
    assertThat(kept().state()).isEqualTo(new State.Active(NOW.plusSeconds(10)));
    assertThat(kept().schedule()).isEqualTo(order("a", CHAT).schedule());
  }

  @Test
  void neither_leaving_nor_returning_ends_a_pause() {
    orders.put(order("a", CHAT), NOW);
    orders.pause(CHAT, NOW, null);

    assertThat(orders.suspend(CHAT, Receipt.Reason.KICKED, NOW)).isFalse();
    assertThat(orders.back(CHAT, NOW)).isFalse();
    assertThat(kept().state()).isEqualTo(new State.Paused(NOW, null));
  }

  @Test
  void a_group_keeps_its_orders_under_its_new_id() {
    Chat main = new Chat(Platform.TELEGRAM, "-100", null);
    orders.put(order("a", CHAT), NOW);
    orders.put(order("b", main), NOW);
    orders.put(order("c", new Chat(Platform.TELEGRAM, "-200", null)), NOW);
    orders.migrate(main, "-200");

    assertThat(orders.find(new Chat(Platform.TELEGRAM, "-200", "7")).orElseThrow().id())
        .isEqualTo("a");
    assertThat(orders.find(new Chat(Platform.TELEGRAM, "-200", null)).orElseThrow().id())
        .isEqualTo("b");
    assertThat(orders.find(main)).isEmpty();
  }

  @Test
  void a_lost_thread_falls_back_to_the_main_one_unless_that_has_its_own() {
    Chat main = new Chat(Platform.TELEGRAM, "-100", null);
    orders.put(order("a", CHAT), NOW);
    assertThat(orders.leaveThread(CHAT)).isTrue();
    assertThat(orders.find(main).orElseThrow().id()).isEqualTo("a");

    orders.put(order("b", CHAT), NOW);
    assertThat(orders.leaveThread(CHAT)).isFalse();
    assertThat(kept().id()).isEqualTo("b");
  }

  @Test
  void it_ends() {
    orders.put(order("a", CHAT), NOW);

    assertThat(orders.remove(CHAT)).isTrue();
    assertThat(orders.remove(CHAT)).isFalse();
    assertThat(orders.find(CHAT)).isEmpty();
  }
}
