package bot.briefing.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Receipts that the database did not take, to be written again. Not safe for several threads: its
 * sender's lock guards it.
 */
final class Unwritten {
  private final List<One> all = new ArrayList<>();
  private Instant at = Instant.MIN;

  void keep(Turn turn, Outcome outcome, Instant again) {
    all.add(new One(turn, outcome));
    at = again;
  }

  /** Takes out those that are to be written now. */
  List<One> due(Instant now) {
    if (now.isBefore(at)) {
      return List.of();
    }
    List<One> due = List.copyOf(all);
    all.clear();
    return due;
  }

  record One(Turn turn, Outcome outcome) {}
}
