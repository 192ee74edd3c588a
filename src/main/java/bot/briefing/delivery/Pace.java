package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How fast a platform may be written to: over all, and in each chat. What goes at once, an answer,
 * is debited, and a push waits until the debt is paid. Safe for any thread; never blocks.
 */
public final class Pace {
  /** So many chats are remembered before those that have nothing to wait for are forgotten. */
  private static final int REMEMBERED = 2048;

  /** So long an answer waits for its place: two of them become free within it. */
  private static final long SOON = Duration.ofMillis(100).toNanos();

  private final @Nullable Window overall;
  private final Function<Chat, List<Bandwidth>> limits;
  private final Meter meter;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private int sweepAt = REMEMBERED;

  private Pace(
      @Nullable Window overall, Function<Chat, List<Bandwidth>> limits, InstantSource clock) {
    this.overall = overall;
    this.limits = limits;
    this.meter = new Meter(clock);
  }

  /** 30 a second over all, 1 a second in a chat, 20 a minute in a group. */
  public static Pace telegram(InstantSource clock) {
    List<Bandwidth> person = List.of(bandwidth(1, 1, Duration.ofMillis(1030)));
    // Capacity and refill together stay below the limit in any minute.
    List<Bandwidth> group = List.of(person.getFirst(), bandwidth(5, 14, Duration.ofMinutes(1)));
    return new Pace(
        new Window(30, Duration.ofMillis(1002).toNanos()),
        chat -> chat.id().startsWith("-") || chat.id().startsWith("@") ? group : person,
        clock);
  }

  /** 50 a second over all, 5 in 5 seconds in a channel. */
  public static Pace discord(InstantSource clock) {
    List<Bandwidth> channel = List.of(bandwidth(2, 3, Duration.ofSeconds(5)));
    return new Pace(new Window(50, Duration.ofMillis(1008).toNanos()), _ -> channel, clock);
  }

  /** As fast as it goes: to measure the bot itself. */
  public static Pace unlimited(InstantSource clock) {
    return new Pace(null, _ -> List.of(), clock);
  }

  private static Bandwidth bandwidth(long capacity, long refill, Duration period) {
    return Bandwidth.builder().capacity(capacity).refillGreedy(refill, period).build();
  }

  /** An answer goes there: nothing else may go before it. It starts after its wait. */
  synchronized Debit debit(Chat chat) {
    spend(chat);
    if (overall == null) {
      return new Debit(Duration.ZERO, new Window(1, 0).take(0, 0));
    }
    long now = meter.currentTimeNanos();
    long wait = Math.min(overall.room(now), SOON);
    return new Debit(Duration.ofNanos(wait), overall.take(now, now + wait));
  }

  /** An answer has waited, and goes. */
  synchronized void start(Debit answer) {
    if (overall != null) {
      overall.start(answer.slot, meter.currentTimeNanos());
    }
  }

  /** A push may start as soon as its thread gets there. */
  synchronized Window.Slot letThrough() {
    return (overall == null ? new Window(1, 0) : overall).letThrough(meter.currentTimeNanos());
  }

  /** A push that was let through starts. */
  synchronized void start(Chat chat, Window.Slot slot) {
    if (overall != null) {
      overall.start(slot, meter.currentTimeNanos());
    }
    spend(chat);
  }

  /**
   * The platform has answered it, or never will.
   *
   * @param taken whether it was taken
   */
  synchronized void answered(Window.Slot slot, boolean taken) {
    if (overall != null) {
      overall.answered(slot, meter.currentTimeNanos(), taken);
    }
  }

  /**
   * The place of an answer.
   *
   * @param await how long it is until there is one over all, some milliseconds at most: sent before
   *     that it would be refused, and so held for a second
   */
  record Debit(Duration await, Window.Slot slot) {}

  private void spend(Chat chat) {
    List<Bandwidth> of = limits.apply(chat);
    if (!of.isEmpty()) {
      long _ = bucket(chat, of).consumeIgnoringRateLimits(1);
    }
  }

  /** How long nothing may be sent to a chat on its own account. */
  synchronized Duration chatWait(Chat chat) {
    Bucket bucket = buckets.get(chat.id());
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Whether there is a limit over all. */
  boolean isLimited() {
    return overall != null;
  }

  /** How long nothing may be sent at all. */
  Duration overallWait() {
    return overallWait(0);
  }

  /**
   * How long the next but so many may not be sent.
   *
   * @param before so many go before it
   */
  synchronized Duration overallWait(int before) {
    return overall == null
        ? Duration.ZERO
        : Duration.ofNanos(overall.pause(meter.currentTimeNanos(), before));
  }

  private Bucket bucket(Chat chat, List<Bandwidth> of) {
    if (buckets.size() >= sweepAt) {
      buckets.values().removeIf(one -> one.getAvailableTokens() >= of.getLast().getCapacity());
      sweepAt = Math.max(REMEMBERED, 2 * buckets.size());
    }
    return buckets.computeIfAbsent(
        chat.id(),
        _ -> {
          var builder = Bucket.builder().withCustomTimePrecision(meter);
          of.forEach(builder::addLimit);
          return builder.build();
        });
  }
}
