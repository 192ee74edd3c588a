package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.store.Database;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Quiet;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.subscription.Subscriptions;
import bot.briefing.text.Language;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Out of one database, into another of the other kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MovingTest {
  private final Path folder;
  private int databases;

  MovingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Database open(Database.Kind kind) throws Exception {
    return kind == Database.Kind.SQLITE
        ? Fresh.sqlite(folder.resolve(databases++ + ".db"))
        : Fresh.postgres();
  }

  private static List<String> out(Database database, Instant now) {
    List<String> lines = new ArrayList<>();
    int count = Moving.out(database, now, lines::add);
    assertThat(lines).hasSize(count);
    return lines;
  }

  @Test
  void nothing_is_sent_twice_after_a_move_and_what_was_not_sent_comes() throws Exception {
    for (Database.Kind kind : Database.Kind.values()) {
      Database.Kind other =
          kind == Database.Kind.SQLITE ? Database.Kind.POSTGRESQL : Database.Kind.SQLITE;
      Scene old = new Scene(open(kind));
      Scene fresh = new Scene(open(other));
      try {
        moves(old, fresh);
      } finally {
        old.database.close();
        fresh.database.close();
      }
    }
  }

  private static void moves(Scene old, Scene fresh) {
    old.subscribe("a");
    old.subscribe("b", "7", "");
    Courier before = old.start();
    old.publish("one");
    old.work();
    assertThat(old.postbox.texts("a")).hasSize(1);
    before.close();
    old.publish("two");

    List<String> lines = out(old.database, old.clock.instant());
    fresh.clock.pass(Duration.between(fresh.clock.instant(), old.clock.instant()));
    fresh.digests.addAll(old.digests);
    Moving.Taken taken = Moving.in(fresh.database, lines, fresh.clock.instant());
    assertThat(taken).isEqualTo(new Moving.Taken(2, 0, List.of()));
    assertThat(Moving.in(fresh.database, lines, fresh.clock.instant()))
        .isEqualTo(new Moving.Taken(0, 2, List.of()));
    assertThat(out(fresh.database, fresh.clock.instant())).isEqualTo(lines);

    fresh.start();
    fresh.work();
    assertThat(fresh.postbox.texts("a")).singleElement().asString().contains("two");
  }

  @Test
  void every_field_moves() throws Exception {
    Instant since = Instant.parse("2026-02-12T03:00:00Z");
    Subscription order =
        new Subscription(
            "x",
            new Chat(Platform.TELEGRAM, "-100", "7"),
            "저녁",
            Asker.Place.GROUP,
            new Schedule(
                new TreeSet<>(Set.of(LocalTime.of(8, 0), LocalTime.of(23, 0))),
                ZoneId.of("Asia/Seoul"),
                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))),
            new Filter(Set.of("chips"), Set.of("A, B", "C"), Set.of("주식 시장", "코인")),
            Language.EN,
            Layout.FULL,
            true,
            Duration.ofMinutes(90),
            true,
            new State.Paused(since, since.plusSeconds(60)),
            since);
    try (Database old = open(Database.Kind.SQLITE);
        Database fresh = open(Database.Kind.POSTGRESQL)) {
      new Subscriptions(old).put(order, since);
      Moving.in(fresh, out(old, since), since);

      assertThat(new Subscriptions(fresh).find(order.chat(), "저녁")).contains(order);
    }
  }

  @Test
  void a_line_that_cannot_be_read_is_named_and_nothing_is_taken_in() throws Exception {
    try (Database database = open(Database.Kind.SQLITE)) {
      Scene scene = new Scene(database);
      scene.subscribe("a");
      String good = out(database, scene.clock.instant()).getFirst();
      try (Database fresh = open(Database.Kind.SQLITE)) {
        Moving.Taken taken =
            Moving.in(
                fresh,
                List.of(
                    good,
                    "",
                    "{",
                    good.replace("\"version\":1", "\"version\":2"),
                    good.replace("Asia/Seoul", "Nowhere"),
                    good.replace("\"silent\"", "\"loudness\"")),
                scene.clock.instant());

        assertThat(taken.orders()).isZero();
        assertThat(taken.faults()).extracting(Moving.Fault::line).containsExactly(3, 4, 5, 6);
        assertThat(taken.faults().get(1).reason()).contains("version 2");
        assertThat(taken.faults().get(2).reason()).contains("Nowhere");
        assertThat(taken.faults().get(3).reason()).contains("loudness");
        assertThat(out(fresh, scene.clock.instant())).isEmpty();
      }
    }
  }
}
