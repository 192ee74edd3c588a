package bot.briefing.delivery;

import bot.briefing.chat.MessageId;
import bot.briefing.chat.Platform;
import bot.briefing.subscription.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of what a receipt changes in deliveries and their parts. */
final class Deliveries {
  /** Who has waited for longer than this was late, and is told why. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final String NOT_IN_FLIGHT =
      " and not exists (select 1 from part p"
          + " where p.delivery = delivery.id and p.state = 'FLYING')";

  /** Whether all its messages are in the chat, whatever became of what goes beside them. */
  static final String ARRIVED =
      "(exists (select 1 from part a where a.delivery = delivery.id and a.number >= 0)"
          + " and not exists (select 1 from part a where a.delivery = delivery.id"
          + " and a.number >= 0 and a.state <> 'SENT'))";

  private Deliveries() {}

  static void sent(Handle handle, Turn turn, MessageId message, Instant now) {
    handle
        .createUpdate(
            """
            update part set state = 'SENT', doubt = 0, message = :message, sent_at = :now,
              error = null
            where delivery = :delivery and number = :number
            """)
        .bind("message", message.value())
        .bind("now", Millis.of(now))
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /** It is to be tried again. */
  static void again(Handle handle, Turn turn, boolean doubt, boolean asPlain, String error) {
    handle
        .createUpdate(
            """
            update part set state = 'WAITING', doubt = :doubt, as_plain = :plain, error = :error
            where delivery = :delivery and number = :number
            """)
        .bind("doubt", doubt ? 1 : 0)
        .bind("plain", asPlain ? 1 : 0)
        .bind("error", error)
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /** It was not needed. */
  static void idle(Handle handle, Turn turn, Instant now) {
    handle
        .createUpdate(
            """
            update part set state = 'SENT', message = null, sent_at = :now, error = null
            where delivery = :delivery and number = :number
            """)
        .bind("now", Millis.of(now))
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /** It is not tried before, and holds nothing else up but what comes after it. */
  static void delay(Handle handle, Turn turn, Instant until) {
    handle
        .createUpdate(
            "update part set not_before = :until where delivery = :delivery and number = :number")
        .bind("until", Millis.of(until))
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /**
   * A delivery has a thread, post or topic of its own; the first one stays, whoever tells of
   * another later, so that no digest is spread over two.
   *
   * @param room absent: not any more
   */
  static void room(Handle handle, String delivery, @Nullable String room) {
    String first = room == null ? "" : " and room is null";
    handle
        .createUpdate("update delivery set room = :room where id = :delivery" + first)
        .bind("room", room)
        .bind("delivery", delivery)
        .execute();
  }

  /** The first message goes to the chat; that it began no post is kept as a part of its own. */
  static void noPost(Handle handle, Turn turn, String error) {
    handle
        .createUpdate(
            "update part set task = 'MESSAGE' where delivery = :delivery and task = 'POST'")
        .bind("delivery", turn.delivery())
        .execute();
    handle
        .createUpdate(
            """
            insert into part (delivery, number, task, step, words, state, as_plain, doubt, attempts,
              error)
            values (:delivery, :number, 'THREAD', 0, :words, 'DROPPED', 0, 0, 1, :error)
            on conflict (delivery, number) do nothing
            """)
        .bind("delivery", turn.delivery())
        .bind("number", Trimmings.THREAD)
        .bind("words", turn.words())
        .bind("error", error)
        .execute();
  }

  static void skip(Handle handle, Turn turn, String error) {
    handle
        .createUpdate(
            """
            update part set state = 'DROPPED', error = :error
            where delivery = :delivery and number = :number
            """)
        .bind("error", error)
        .bind("delivery", turn.delivery())
        .bind("number", turn.number())
        .execute();
  }

  /** Ends a delivery whose last part has been dealt with. */
  static void finish(Handle handle, Turn turn, Instant now) {
    handle
        .createUpdate(
            """
            update delivery set ended = :now,
              status = case when exists (select 1 from part p where p.delivery = delivery.id
                         and p.number >= 0 and p.state = 'DROPPED') then 'MISSED' else 'SENT' end,
              reason = case
                when exists (select 1 from part p where p.delivery = delivery.id
                  and p.number >= 0 and p.state = 'DROPPED') then 'IN_DOUBT'
                when held is not null and kind = 'NORMAL' and planned + :late <
                  coalesce((select max(p.sent_at) from part p where p.delivery = delivery.id
                            and p.number >= 0), :now) then held
                else reason end
            where id = :delivery and status = 'WAITING' and not exists
              (select 1 from part p where p.delivery = delivery.id
               and p.state in ('WAITING', 'FLYING'))
            """)
        .bind("now", Millis.of(now))
        .bind("late", LATE.toMillis())
        .bind("delivery", turn.delivery())
        .execute();
  }

  static void held(Handle handle, String delivery, Reason reason) {
    handle
        .createUpdate("update delivery set held = :reason where id = :delivery")
        .bind("reason", reason.name())
        .bind("delivery", delivery)
        .execute();
  }

  /** Gives one up. */
  static void miss(Handle handle, String delivery, Reason reason, String error, Instant now) {
    handle
        .createUpdate(
            """
            update part set state = 'DROPPED', error = :error
            where delivery = :delivery and state in ('WAITING', 'FLYING')
            """)
        .bind("delivery", delivery)
        .bind("error", error)
        .execute();
    handle
        .createUpdate(
            """
            update delivery set ended = :now,
              status = case when %s then 'SENT' else 'MISSED' end,
              reason = case when %s then reason else :reason end
            where id = :delivery and status = 'WAITING'
            """
                .formatted(ARRIVED, ARRIVED))
        .bind("delivery", delivery)
        .bind("reason", reason.name())
        .bind("now", Millis.of(now))
        .execute();
  }

  /**
   * Gives up all that waits for a subscription whose chat is gone; what is in flight has its own
   * receipt to come. A digest of which nothing has arrived is free to be planned again.
   */
  static void suspend(Handle handle, String subscription, String error, Instant now) {
    List<String> waiting =
        handle
            .createQuery(
                "select id from delivery where subscription = :id and status = 'WAITING'"
                    + NOT_IN_FLIGHT)
            .bind("id", subscription)
            .mapTo(String.class)
            .list();
    for (String delivery : waiting) {
      miss(handle, delivery, Reason.SUSPENDED, error, now);
      free(handle, delivery);
    }
  }

  /**
   * Sends no more of one.
   *
   * @return false where a message is in flight, which is to land first
   */
  static boolean stop(Handle handle, String delivery, Reason reason, Instant now) {
    handle
        .createUpdate(
            """
            update part set state = 'DROPPED', error = :error
            where delivery = :delivery and state = 'WAITING'
            """)
        .bind("delivery", delivery)
        .bind("error", reason.name())
        .execute();
    return handle
            .createUpdate(
                "update delivery set ended = :now, status = case when "
                    + ARRIVED
                    + " then 'SENT' else 'MISSED' end, reason = case when "
                    + ARRIVED
                    + " then reason else :reason end where id = :delivery and status = 'WAITING'"
                    + NOT_IN_FLIGHT)
            .bind("delivery", delivery)
            .bind("reason", reason.name())
            .bind("now", Millis.of(now))
            .execute()
        == 1;
  }

  private static void free(Handle handle, String delivery) {
    handle
        .createUpdate(
            """
            update delivery set once = id where id = :id and not exists
              (select 1 from part p where p.delivery = delivery.id and p.number >= 0
               and p.state = 'SENT')
            """)
        .bind("id", delivery)
        .execute();
  }

  /** All of a chat's deliveries are another chat's now. */
  static void migrate(Handle handle, Platform platform, String chat, String newId) {
    handle
        .createUpdate("update delivery set chat = :new where platform = :platform and chat = :chat")
        .bind("new", newId)
        .bind("platform", platform.name())
        .bind("chat", chat)
        .execute();
  }

  /** A chat under a new id numbers its messages anew: the old numbers are other messages'. */
  static void forgetMessages(Handle handle, Platform platform, String chat) {
    handle
        .createUpdate(
            """
            update part set message = null where message is not null and delivery in
              (select id from delivery where platform = :platform and chat = :chat)
            """)
        .bind("platform", platform.name())
        .bind("chat", chat)
        .execute();
  }

  /** What waits for a subscription goes to the main thread. */
  static void toMainThread(Handle handle, String subscription) {
    handle
        .createUpdate(
            "update delivery set thread = '' where subscription = :id and status = 'WAITING'")
        .bind("id", subscription)
        .execute();
  }
}
