package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a platform's word on one message changes: in the caller's transaction, and nowhere else. */
final class Receipts {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration DOUBT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;

  private final Outbox outbox;
  private final Channel channel;
  private final DeedReceipts deeds;

  Receipts(Outbox outbox, Channel channel) {
    this.outbox = outbox;
    this.channel = channel;
    this.deeds = new DeedReceipts(outbox);
  }

  void apply(Handle handle, Turn turn, Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Said(var receipt) when turn.task().isDeed() ->
          deeds.apply(handle, turn, receipt, now);
      case Outcome.Said(var receipt) -> apply(handle, turn, receipt, now);
      case Outcome.Skip _ when turn.task().isDeed() -> deeds.idle(handle, turn, now);
      case Outcome.Skip(var reason) -> {
        Deliveries.skip(handle, turn, reason);
        Deliveries.finish(handle, turn, now);
      }
    }
  }

  private void apply(Handle handle, Turn turn, Receipt receipt, Instant now) {
    String chat = turn.chat().id();
    switch (receipt) {
      case Receipt.Sent(var message) -> {
        Deliveries.sent(handle, turn, message, now);
        if (turn.task().isRoom()) {
          Deliveries.room(handle, turn.delivery(), message.value());
        }
        if (turn.last()) {
          Deliveries.finish(handle, turn, now);
        }
        if (turn.suspended()) {
          Orders.in(handle, turn.chat()).forEach(one -> Orders.resume(handle, one.id(), now));
        }
      }
      case Receipt.RetryAfter(var until, var everywhere) -> {
        again(handle, turn, turn.doubt(), "retry after " + until);
        Deliveries.held(handle, turn.delivery(), Reason.RATE_LIMITED);
        Instant least = now.plus(LEAST);
        Instant not = until.isBefore(least) ? least : until;
        outbox.hold(handle, everywhere ? "" : chat, not, Reason.RATE_LIMITED);
      }
      case Receipt.Unreachable(var reason) -> {
        again(handle, turn, turn.doubt(), reason);
        Deliveries.held(handle, turn.delivery(), Reason.PLATFORM_DOWN);
        outbox.hold(handle, chat, now.plus(backOff(LEAST, turn)), Reason.PLATFORM_DOWN);
      }
      case Receipt.Ambiguous(var reason) -> {
        again(handle, turn, true, reason);
        Deliveries.held(handle, turn.delivery(), Reason.PLATFORM_DOWN);
        outbox.hold(handle, chat, now.plus(backOff(DOUBT, turn)), Reason.PLATFORM_DOWN);
      }
      case Receipt.Refused(var reason) when turn.task() == Task.POST ->
          noPost(handle, turn, reason);
      case Receipt.ChatGone(var reason) when turn.task() == Task.POST ->
          noPost(handle, turn, reason.name());
      case Receipt.ThreadGone _ when turn.task() == Task.POST ->
          noPost(handle, turn, "the forum is gone");
      case Receipt.Refused(var reason) when turn.task() == Task.TOPIC ->
          Deliveries.skip(handle, turn, reason);
      case Receipt.ChatGone(var reason) when turn.task() == Task.TOPIC ->
          Deliveries.skip(handle, turn, reason.name());
      case Receipt.ThreadGone _ when turn.task() == Task.TOPIC ->
          Deliveries.skip(handle, turn, "the thread is gone");
      case Receipt.ChatGone _ when turn.isInRoom() -> roomGone(handle, turn);
      case Receipt.ThreadGone _ when turn.isInRoom() -> roomGone(handle, turn);
      case Receipt.ChatGone(var reason) -> gone(handle, turn, reason, now);
      case Receipt.ThreadGone _ -> threadGone(handle, turn, now);
      case Receipt.Migrated(var newId) -> {
        again(handle, turn, false, "migrated to " + newId);
        migrate(handle, turn.chat(), newId, now);
      }
      case Receipt.Refused(var reason) -> {
        if (turn.task() == Task.ROLE) {
          Deliveries.skip(handle, turn, reason);
          Deliveries.finish(handle, turn, now);
        } else if (turn.asPlain()) {
          Deliveries.miss(handle, turn.delivery(), Reason.REFUSED, reason, now);
        } else {
          Deliveries.again(handle, turn, false, true, reason);
        }
      }
      case Receipt.BotRefused(var reason) -> again(handle, turn, turn.doubt(), reason);
    }
  }

  private static void again(Handle handle, Turn turn, boolean doubt, String error) {
    Deliveries.again(handle, turn, doubt, turn.asPlain(), error);
  }

  private static void gone(Handle handle, Turn turn, Receipt.Reason reason, Instant now) {
    again(handle, turn, turn.doubt(), reason.name());
    Orders.suspend(handle, turn.subscription(), reason, now);
    Deliveries.suspend(handle, turn.subscription(), reason.name(), now);
    suspend(handle, turn.chat(), reason, now);
  }

  /** All orders of a chat that is gone. */
  static void suspend(Handle handle, Chat chat, Receipt.Reason reason, Instant now) {
    for (Subscription one : Orders.in(handle, chat)) {
      Orders.suspend(handle, one.id(), reason, now);
      Deliveries.suspend(handle, one.id(), reason.name(), now);
    }
  }

  /**
   * The delivery's own thread or post is closed or deleted: what would have gone there goes to the
   * chat.
   */
  private static void roomGone(Handle handle, Turn turn) {
    again(handle, turn, false, "its own thread is gone");
    Deliveries.room(handle, turn.delivery(), null);
  }

  /** Where no post can be made all goes to the chat, which says whether it is there. */
  private static void noPost(Handle handle, Turn turn, String reason) {
    again(handle, turn, false, reason);
    Deliveries.noPost(handle, turn, reason);
  }

  /** The main thread once, with a word about it; who stands there already keeps the place. */
  private void threadGone(Handle handle, Turn turn, Instant now) {
    Chat main = new Chat(turn.chat().platform(), turn.chat().id(), null);
    if (turn.chat().thread() == null) {
      gone(handle, turn, Receipt.Reason.FORBIDDEN, now);
    } else if (!Orders.move(handle, turn.subscription(), main.id(), "")) {
      gone(handle, turn, Receipt.Reason.DELETED, now);
    } else {
      again(handle, turn, false, "the thread is gone");
      Deliveries.toMainThread(handle, turn.subscription());
      for (Subscription beside : Orders.in(handle, turn.chat())) {
        if (Orders.move(handle, beside.id(), main.id(), "")) {
          Deliveries.toMainThread(handle, beside.id());
        }
      }
      Orders.find(handle, turn.subscription())
          .ifPresent(
              one ->
                  Shipment.write(
                      handle, List.of(Notices.threadGone(handle, channel, one, turn, now))));
    }
  }

  static void migrate(Handle handle, Chat chat, String newId, Instant now) {
    for (String order : Orders.of(handle, chat.platform(), chat.id())) {
      String thread = Orders.find(handle, order).map(one -> Orders.thread(one.chat())).orElse("");
      if (!Orders.move(handle, order, newId, thread)) {
        Orders.suspend(handle, order, Receipt.Reason.DELETED, now);
        Deliveries.suspend(handle, order, "migrated to " + newId, now);
      }
    }
    Deliveries.forgetMessages(handle, chat.platform(), chat.id());
    Deliveries.migrate(handle, chat.platform(), chat.id(), newId);
  }

  private static Duration backOff(Duration first, Turn turn) {
    Duration doubled = first.multipliedBy(1L << Math.min(turn.attempts(), DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
