package bot.briefing.delivery;

import java.util.Arrays;

/**
 * At most so many arrivals in any span of time, as platforms publish their limit over all chats. A
 * token bucket lets twice as many through in its first span, or, made small enough not to, never
 * makes up for a moment that was missed.
 *
 * <p>When a message arrives only the platform knows. What its answer took longer than the quickest
 * one did, it may have spent on the way out: its place is kept for so much longer. Not safe for
 * several threads; all times are in nanoseconds.
 */
final class Window {
  /** The quickest answer is forgotten slowly, since a way may become longer. */
  private static final long FORGOTTEN = 20_000;

  private final long span;
  private final long gap;
  private final Slot[] slots;
  private long quickest = Long.MAX_VALUE / 4;
  private long latest = Long.MIN_VALUE / 2;

  /** At most so many in a span. */
  Window(int most, long span) {
    this.span = span;
    // Nearly even, so that there is always a place soon; the rest makes up for missed moments.
    this.gap = span * 99 / 100 / most;
    this.slots = new Slot[most];
    Arrays.setAll(slots, _ -> new Slot(Long.MIN_VALUE / 2, 0));
  }

  /**
   * How long until one may be let through; 0: now.
   *
   * @param before so many go before that one
   */
  long pause(long now, int before) {
    if (before >= slots.length) {
      return span;
    }
    long[] free = new long[slots.length];
    for (int index = 0; index < free.length; index++) {
      free[index] = free(slots[index], now);
    }
    Arrays.sort(free);
    long next = Math.max(now, latest + gap) + before * gap;
    return Math.max(free[before], next) - now;
  }

  /** How long until there is a place, whatever went before. */
  long room(long now) {
    long first = Long.MAX_VALUE;
    for (Slot slot : slots) {
      first = Math.min(first, free(slot, now));
    }
    return Math.max(0, first - now);
  }

  private long free(Slot slot, long now) {
    if (slot.took < 0) {
      // Not answered: kept while it may still be on its way.
      return now - slot.start > quickest
          ? Math.max(now + gap, slot.start + span)
          : slot.start + span;
    }
    return slot.start + Math.max(0, slot.took - quickest) + span;
  }

  /** One may go, and starts as soon as its thread gets there. */
  Slot letThrough(long now) {
    // Who is late by less than half a gap does not make the next ones late.
    latest = Math.max(latest + gap, now - gap / 2);
    return take(now, new Slot(now, -1));
  }

  /** One goes at that time, whatever went before; it is in flight until {@link #answered}. */
  Slot take(long now, long at) {
    return take(now, new Slot(at, -1));
  }

  /** One arrives at that time, and nothing more is heard of it. */
  void count(long now, long at) {
    take(now, new Slot(at, 0));
  }

  private Slot take(long now, Slot slot) {
    int first = 0;
    for (int index = 1; index < slots.length; index++) {
      if (free(slots[index], now) < free(slots[first], now)) {
        first = index;
      }
    }
    slots[first] = slot;
    return slot;
  }

  void start(Slot slot, long now) {
    slot.start = now;
  }

  /**
   * It has come to an end.
   *
   * @param taken whether the platform has answered that it took the message: an attempt that never
   *     left the machine is quicker than any answer
   */
  void answered(Slot slot, long now, boolean taken) {
    slot.took = Math.max(0, now - slot.start);
    if (taken) {
      quickest = slot.took < quickest ? slot.took : quickest + (slot.took - quickest) / FORGOTTEN;
    }
  }

  /** The place of one message. */
  static final class Slot {
    private long start;

    /** Until it was answered; negative: it was not. */
    private long took;

    private Slot(long start, long took) {
      this.start = start;
      this.took = took;
    }
  }
}
