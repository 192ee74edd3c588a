package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A bot that lives through some weeks, sleeps at times, and asks the rule when it was told to. */
final class Life {
  /**
   * Something that went.
   *
   * @param awake since when the bot was
   */
  record Came(Decision.Send what, Instant at, Instant awake, Subscription order) {}

  /** The bot does not run from one instant to another. */
  record Down(Instant from, Instant to) {}

  /** From an instant on the order is another one. */
  record Change(Instant at, Subscription order) {}

  private final List<Offer> offers;
  private final List<Down> downs;
  private final List<Change> changes;
  private Subscription order;
  private Had had = Had.NOTHING;
  final List<Came> came = new ArrayList<>();

  Life(Subscription order, List<Offer> offers, List<Down> downs, List<Change> changes) {
    this.order = order;
    this.offers = offers;
    this.downs = downs;
    this.changes = changes;
  }

  List<Came> live(Instant from, Instant to) {
    TreeSet<Instant> looks = new TreeSet<>(Set.of(from));
    changes.forEach(change -> looks.add(change.at()));
    downs.forEach(down -> looks.add(down.to()));
    while (!looks.isEmpty() && looks.first().isBefore(to)) {
      Instant now = looks.pollFirst();
      changes.stream()
          .filter(change -> change.at().equals(now))
          .forEach(change -> order = change.order());
      if (!isDown(now)) {
        look(now, looks);
      }
    }
    return came;
  }

  private void look(Instant now, Set<Instant> looks) {
    switch (decide(now)) {
      case Decision.Send send -> {
        came.add(new Came(send, now, awake(now), order));
        Set<String> digests = new HashSet<>(had.digests());
        assertThat(digests.add(send.offer().digest())).as("never twice").isTrue();
        had = new Had(digests, send.offer().published(), send.slot());
        assertThat(decide(now)).as("at most one at once").isInstanceOf(Decision.Wait.class);
        looks.add(now.plusMillis(1));
      }
      case Decision.Wait(var until, _) -> {
        assertThat(until).as("a wait ends later").isAfter(now);
        if (until.isBefore(Instant.MAX)) {
          assertThat(decide(now.plus(Duration.between(now, until).dividedBy(2))))
              .as("nothing is due before the wait ends")
              .isInstanceOf(Decision.Wait.class);
          looks.add(until);
        }
      }
    }
  }

  private Decision decide(Instant now) {
    return DueRule.decide(order, offers, had, now, Orders.SETTINGS);
  }

  private boolean isDown(Instant now) {
    return downs.stream().anyMatch(down -> !now.isBefore(down.from()) && now.isBefore(down.to()));
  }

  private Instant awake(Instant now) {
    return downs.stream()
        .map(Down::to)
        .filter(end -> !end.isAfter(now))
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
