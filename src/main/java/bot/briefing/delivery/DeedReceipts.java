package bot.briefing.delivery;

import bot.briefing.chat.MessageId;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What a platform's word on a deed changes. One that is refused ends alone: it holds no message up,
 * and suspends nobody.
 */
final class DeedReceipts {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 9;

  private final Outbox outbox;

  DeedReceipts(Outbox outbox) {
    this.outbox = outbox;
  }

  void apply(Handle handle, Turn turn, Receipt receipt, Instant now) {
    switch (receipt) {
      case Receipt.Sent(var message) -> done(handle, turn, message, now);
      case Receipt.RetryAfter(var until, var everywhere) -> {
        Instant least = now.plus(LEAST);
        Instant not = until.isBefore(least) ? least : until;
        again(handle, turn, not, "retry after " + until);
        if (everywhere) {
          outbox.hold(handle, "", not, Reason.RATE_LIMITED);
        }
      }
      // Done twice is done once: what may have been done is simply done again.
      case Receipt.Unreachable(var reason) -> again(handle, turn, now.plus(backOff(turn)), reason);
      case Receipt.Ambiguous(var reason) -> again(handle, turn, now.plus(backOff(turn)), reason);
      case Receipt.BotRefused(var reason) -> again(handle, turn, now, reason);
      case Receipt.Migrated(var newId) -> {
        refuse(handle, turn, "migrated to " + newId, now);
        Receipts.migrate(handle, turn.chat(), newId, now);
      }
      case Receipt.Refused(var reason) -> refuse(handle, turn, reason, now);
      case Receipt.ChatGone(var reason) -> refuse(handle, turn, reason.name(), now);
      case Receipt.ThreadGone _ -> refuse(handle, turn, "the thread is gone", now);
    }
  }

  /** There was nothing to do it to. */
  void idle(Handle handle, Turn turn, Instant now) {
    Deliveries.idle(handle, turn, now);
    Deliveries.finish(handle, turn, now);
  }

  private static void done(Handle handle, Turn turn, MessageId message, Instant now) {
    if (turn.task() == Task.UNPIN) {
      forget(handle, turn, message);
      if (!Aims.pinned(handle, turn).isEmpty()) {
        again(handle, turn, now, "another one is pinned");
        return;
      }
    }
    Deliveries.sent(handle, turn, message, now);
    if (turn.task() == Task.THREAD) {
      Deliveries.room(handle, turn.delivery(), message.value());
    }
    Deliveries.finish(handle, turn, now);
  }

  private static void forget(Handle handle, Turn turn, MessageId message) {
    handle
        .createUpdate(
            """
            update part set message = null where task = 'PIN' and message = :message
              and delivery <> :delivery and delivery in
              (select id from delivery where subscription = :subscription)
            """)
        .bind("message", message.value())
        .bind("delivery", turn.delivery())
        .bind("subscription", turn.subscription())
        .execute();
  }

  private static void refuse(Handle handle, Turn turn, String reason, Instant now) {
    Deliveries.skip(handle, turn, reason);
    Deliveries.finish(handle, turn, now);
  }

  private static void again(Handle handle, Turn turn, Instant notBefore, String error) {
    Deliveries.again(handle, turn, false, false, error);
    Deliveries.delay(handle, turn, notBefore);
  }

  private static Duration backOff(Turn turn) {
    Duration doubled = LEAST.multipliedBy(1L << Math.min(turn.attempts(), DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
