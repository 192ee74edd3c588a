package bot.briefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in line, in memory: a few hundred of those that the outbox holds, each chat once. Not
 * safe for several threads: its sender's lock guards it.
 */
final class Line {
  private static final int LENGTH = 256;

  /** So many may be on their way at first: what comes back makes room for more. */
  private static final int FEW = 2;

  private static final int MOST = 256;

  private static final Duration STALE = Duration.ofSeconds(5);

  private final Pace pace;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private final Deque<Turn> claimed = new ArrayDeque<>();

  /** The delivery of each chat that stands in line, is claimed, or is in flight. */
  private final Map<String, String> known = new HashMap<>();

  private int flying;
  private int slots = FEW;
  private boolean look = true;
  private boolean more;

  /** So far the outbox was read. */
  private Outbox.@Nullable Place last;

  private boolean skipped;
  private Instant filled = Instant.MIN;
  private Instant release = Instant.MAX;

  Line(Pace pace) {
    this.pace = pace;
  }

  void clear() {
    waiting.forEach(turn -> known.remove(turn.chat().id()));
    waiting.clear();
    look = true;
  }

  void look() {
    look = true;
  }

  /** The deliveries that stand in line, are claimed, or are in flight. */
  Set<String> deliveries() {
    return Set.copyOf(known.values());
  }

  int flying() {
    return flying;
  }

  /** Whether nobody stands in line. */
  boolean isEmpty() {
    return waiting.isEmpty() && claimed.isEmpty();
  }

  void fill(Jdbi jdbi, Outbox outbox, Instant now) {
    boolean stale = Duration.between(filled, now).abs().compareTo(STALE) > 0;
    boolean anew = look || stale || !release.isAfter(now);
    boolean low = more && waiting.size() < LENGTH / 4;
    if ((!anew && !low) || waiting.size() >= LENGTH) {
      return;
    }
    int limit = anew ? LENGTH + known.size() : LENGTH;
    Outbox.Turns read =
        jdbi.withHandle(
            handle -> {
              release = outbox.nextRelease(handle, now).orElse(Instant.MAX);
              return outbox.turns(handle, now, anew ? null : last, limit);
            });
    if (anew) {
      filled = now;
      skipped = false;
    }
    look = false;
    last = read.last();
    more = read.turns().size() == limit;
    for (Turn turn : read.turns()) {
      String other = known.putIfAbsent(turn.chat().id(), turn.delivery());
      if (other == null) {
        waiting.add(turn);
      } else {
        skipped |= !other.equals(turn.delivery());
      }
    }
  }

  /**
   * Takes out those whose turn comes within the lead.
   *
   * @param oneAtATime whether the platform seems to be down
   */
  List<Turn> pick(boolean oneAtATime, Duration lead) {
    if (oneAtATime) {
      slots = FEW;
    }
    int room = (oneAtATime ? 1 : slots) - flying - claimed.size();
    List<Turn> picked = new ArrayList<>();
    Iterator<Turn> each = waiting.iterator();
    while (picked.size() < room
        && each.hasNext()
        && pace.overallWait(claimed.size() + picked.size()).compareTo(lead) <= 0) {
      Turn turn = each.next();
      if (pace.chatWait(turn.chat()).isZero()) {
        each.remove();
        picked.add(turn);
      }
    }
    return picked;
  }

  /** Of those that were picked, these were claimed. */
  void claim(List<Turn> picked, List<Turn> launched) {
    picked.forEach(turn -> known.remove(turn.chat().id(), turn.delivery()));
    launched.forEach(turn -> known.put(turn.chat().id(), turn.delivery()));
    claimed.addAll(launched);
  }

  List<Turn> claimed() {
    return List.copyOf(claimed);
  }

  /** Those that were claimed, and whose chat an answer has made wait longer than that. */
  List<Turn> delayed(Duration lead) {
    return claimed.stream().filter(turn -> pace.chatWait(turn.chat()).compareTo(lead) > 0).toList();
  }

  boolean launch(Turn turn) {
    if (!claimed.remove(turn)) {
      return false;
    }
    flying++;
    return true;
  }

  /** These are read from the outbox again. */
  void drop(List<Turn> turns) {
    turns.forEach(turn -> known.remove(turn.chat().id(), turn.delivery()));
    claimed.removeAll(turns);
    look = true;
  }

  /**
   * One has come back.
   *
   * @param next goes before the others
   * @param again whether the outbox may hold something new
   */
  void done(Turn turn, Optional<Turn> next, boolean again) {
    if (flying >= slots && slots < MOST) {
      slots++;
    }
    flying--;
    known.remove(turn.chat().id(), turn.delivery());
    look |= again || skipped;
    next.filter(one -> known.putIfAbsent(one.chat().id(), one.delivery()) == null)
        .ifPresent(waiting::addFirst);
  }

  /** When somebody may go or be claimed, as far as time alone decides. */
  Instant next(Instant now, boolean oneAtATime, Duration lead) {
    Instant next = release.isBefore(filled.plus(STALE)) ? release : filled.plus(STALE);
    for (Turn turn : claimed) {
      next = earlier(next, now.plus(longer(pace.overallWait(), pace.chatWait(turn.chat()))));
    }
    if (flying + claimed.size() >= (oneAtATime ? 1 : slots)) {
      return next;
    }
    if ((look || more) && waiting.isEmpty()) {
      return now;
    }
    Duration free = pace.overallWait(claimed.size()).minus(lead);
    for (Turn turn : waiting) {
      Duration wait = longer(free, pace.chatWait(turn.chat()));
      if (!wait.isPositive()) {
        return now;
      }
      next = earlier(next, now.plus(wait));
      if (wait.equals(free)) {
        break; // Nobody can go sooner.
      }
    }
    return next;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
