package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a platform's word on one edit changes: in the caller's transaction, and nowhere else. */
final class EditReceipts {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 9;

  private final Outbox outbox;
  private final EditTable edits;

  EditReceipts(Outbox outbox, EditTable edits) {
    this.outbox = outbox;
    this.edits = edits;
  }

  void apply(Handle handle, Edit edit, Receipt receipt, Instant now) {
    switch (receipt) {
      case Receipt.Sent _ -> EditTable.done(handle, edit, now);
      case Receipt.RetryAfter(var until, var everywhere) -> {
        Instant least = now.plus(LEAST);
        Instant not = until.isBefore(least) ? least : until;
        again(handle, edit, not, "retry after " + until);
        hold(handle, edit, not, everywhere);
      }
      case Receipt.Unreachable(var reason) -> again(handle, edit, now.plus(backOff(edit)), reason);
      case Receipt.Ambiguous(var reason) ->
          EditTable.again(handle, edit, true, now.plus(backOff(edit)), reason);
      case Receipt.BotRefused(var reason) -> again(handle, edit, now, reason);
      case Receipt.ChatGone(var reason) when Orders.in(handle, edit.chat()).isEmpty() ->
          // Nobody waits there for it to be back.
          EditTable.cannot(handle, edit, reason.name(), now);
      case Receipt.ChatGone(var reason) -> {
        // Waits for the chat to be back.
        again(handle, edit, now.plus(LONGEST), reason.name());
        Receipts.suspend(handle, edit.chat(), reason, now);
      }
      case Receipt.ThreadGone _ -> EditTable.cannot(handle, edit, "the thread is gone", now);
      case Receipt.Migrated(var newId) -> {
        EditTable.cannot(handle, edit, "migrated to " + newId, now);
        Receipts.migrate(handle, edit.chat(), newId, now);
      }
      case Receipt.Refused(var reason) -> EditTable.cannot(handle, edit, reason, now);
    }
  }

  private static void again(Handle handle, Edit edit, Instant notBefore, String error) {
    EditTable.again(handle, edit, edit.doubt(), notBefore, error);
  }

  /** Discord counts edits of a channel by themselves, Telegram all that goes to a chat. */
  private void hold(Handle handle, Edit edit, Instant until, boolean everywhere) {
    if (everywhere) {
      outbox.hold(handle, "", until, Reason.RATE_LIMITED);
    } else if (outbox.platform() == Platform.DISCORD) {
      edits.hold(handle, edit.chat(), until);
    } else {
      outbox.hold(handle, edit.chat().id(), until, Reason.RATE_LIMITED);
    }
  }

  private static Duration backOff(Edit edit) {
    Duration doubled = LEAST.multipliedBy(1L << Math.min(edit.attempts(), DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
