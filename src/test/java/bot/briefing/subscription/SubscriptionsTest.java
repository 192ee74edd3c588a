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
  private Jdbi jdbi = Jdbi.create("jdbc:sqlite::memory:");
  private Subscriptions orders = new Subscriptions(jdbi);

  @BeforeEach
  void open() {
    String url = "jdbc:sqlite:" + folder.resolve("briefing.db");
    Flyway.configure().dataSource(url, null, null).load().migrate();
    jdbi = Jdbi.create(url);
    orders = new Subscriptions(jdbi);
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

  private long lookAt() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select look_at from subscription").mapTo(Long.class).one());
  }

  @Test
  void one_without_an_end_is_looked_at_never() {
    orders.put(order("a", CHAT), Instant.MAX);

    assertThat(lookAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void what_is_put_is_found() {
    Subscription order = order("a", CHAT);
    orders.put(order, NOW);

    assertThat(orders.find(CHAT)).contains(order);
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
  void it_is_paused_and_resumed() {
    orders.put(order("a", CHAT), Instant.MAX);
    assertThat(orders.pause(kept(), NOW, NOW.plusSeconds(60))).isTrue();
    assertThat(kept().state()).isEqualTo(new State.Paused(NOW, NOW.plusSeconds(60)));

    assertThat(orders.resume(kept(), NOW.plusSeconds(1))).isTrue();
    assertThat(kept().state()).isEqualTo(new State.Active(NOW.plusSeconds(1)));
    assertThat(orders.resume(kept(), NOW.plusSeconds(2))).isFalse();
    assertThat(lookAt()).isEqualTo(NOW.plusSeconds(1).toEpochMilli());
  }

  @Test
  void it_ends() {
    orders.put(order("a", CHAT), NOW);

    assertThat(orders.remove(CHAT)).isTrue();
    assertThat(orders.remove(CHAT)).isFalse();
    assertThat(orders.find(CHAT)).isEmpty();
  }
}
