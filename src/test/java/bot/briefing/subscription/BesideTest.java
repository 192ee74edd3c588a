package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of what comes beside messages, and how that is kept and moves house. */
final class BesideTest {
  private static final Taxonomy TAXONOMY = new Taxonomy(List.of(), List.of());
  private static final Extras ALL = new Extras(true, true, Rooms.THREAD, "123456");

  private static OrderLine line(String line) {
    return OrderLine.of(line, TAXONOMY, List.of(), Language.KO);
  }

  private static Subscription order() {
    return Orders.order();
  }

  private static Extras of(String line, Extras before) {
    return ((OrderLine.Understood) line(line)).wish().of(order().with(before)).extras();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pin:on thread:on crosspost:on role:<@&123456>",
        "고정:켬 스레드:켬 게시:켬 역할:<@&123456>",
        "role:123456 08:00 pin:yes posts:on publish:on",
        "핀:켬"
      })
  void one_line_says_all_of_it_in_both_languages(String line) {
    if (line.startsWith("핀")) {
      assertThat(line(line)).isInstanceOf(OrderLine.Unclear.class);
    } else {
      assertThat(of(line, Extras.NONE)).isEqualTo(ALL);
    }
  }

  @ParameterizedTest
  @CsvSource({"pin:off thread:off crosspost:off role:off", "고정:끔 스레드:끔 게시:없음 역할:없음"})
  void and_takes_it_away_again(String line) {
    assertThat(of(line, ALL)).isEqualTo(Extras.NONE);
  }

  @Test
  void what_was_not_said_stays_and_a_post_stays_a_post() {
    assertThat(of("18:00", ALL)).isEqualTo(ALL);
    assertThat(of("pin:on thread:on", ALL.in(Rooms.POST))).isEqualTo(ALL.in(Rooms.POST));
  }

  @ParameterizedTest
  @CsvSource({"pin:perhaps, on", "thread:perhaps, on", "role:readers, off"})
  void what_is_no_word_of_it_is_said_with_a_near_one(String line, String near) {
    OrderLine.Unclear unclear = (OrderLine.Unclear) line(line);
    assertThat(unclear.nearest()).contains(near);
  }

  @Test
  void it_is_kept_and_changed(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("briefing.db");
    Flyway.configure().dataSource(url, null, null).load().migrate();
    Subscriptions orders = new Subscriptions(Jdbi.create(url));
    Subscription order = order().with(ALL);
    orders.put(order, Instant.EPOCH);
    assertThat(orders.find(order.chat())).contains(order);
    Subscription other = order.with(new Extras(false, true, Rooms.POST, null));
    assertThat(orders.change(other, Instant.EPOCH)).isTrue();
    assertThat(orders.find(order.chat())).contains(other);
  }

  @Test
  void a_copy_has_it_too() {
    assertThat(order().like(order().with(ALL)).extras()).isEqualTo(ALL);
  }

  @Test
  void it_moves_house_and_an_export_of_before_has_none() {
    Subscription order = order().with(ALL);
    var json = SubscriptionJson.write(order);
    assertThat(SubscriptionJson.read(json)).isEqualTo(order);
    json.remove(List.of("pin", "crosspost", "rooms", "role"));
    assertThat(SubscriptionJson.read(json)).isEqualTo(order.with(Extras.NONE));
  }
}
