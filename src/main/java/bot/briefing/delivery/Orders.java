package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Rows;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The rows of the table {@code subscription}, as the outbox reads and moves them. */
final class Orders {
  private Orders() {}

  /**
   * A page of those that are to be looked at, by their ids.
   *
   * @param all whether the others too
   * @param after the last id of the page before; empty: the first page
   */
  static List<Row> page(
      Handle handle, Set<Platform> platforms, Instant now, boolean all, String after, int limit) {
    return handle
        .createQuery(
            "select * from subscription where look_at <= :now and id > :after"
                + " and platform in (<platforms>) order by id limit :limit")
        .bind("now", all ? Long.MAX_VALUE : Millis.of(now))
        .bind("after", after)
        .bindList("platforms", platforms.stream().map(Enum::name).toList())
        .bind("limit", limit)
        .map((row, context) -> new Row(Rows.read(row, context), row.getLong("look_at")))
        .list();
  }

  /** When somebody is to be looked at. */
  static Instant earliest(Handle handle) {
    return handle
        .createQuery("select coalesce(min(look_at), " + Long.MAX_VALUE + ") from subscription")
        .mapTo(Long.class)
        .map(Millis::at)
        .one();
  }

  static Optional<Subscription> find(Handle handle, String id) {
    return handle
        .createQuery("select * from subscription where id = :id")
        .bind("id", id)
        .map(Rows::read)
        .findFirst();
  }

  /** All of a chat, in this thread of it. */
  static List<Subscription> in(Handle handle, Chat chat) {
    return handle
        .createQuery(
            "select * from subscription where platform = :platform and chat = :chat"
                + " and thread = :thread order by name")
        .bind("platform", chat.platform().name())
        .bind("chat", chat.id())
        .bind("thread", thread(chat))
        .map(Rows::read)
        .list();
  }

  /** The chats of this id that have an order, on whatever platform. */
  static List<Chat> chats(Handle handle, String chat) {
    return handle
        .createQuery("select * from subscription where chat = :chat order by platform, thread")
        .bind("chat", chat)
        .map(Rows::read)
        .map(Subscription::chat)
        .list()
        .stream()
        .distinct()
        .toList();
  }

  static String thread(Chat chat) {
    return chat.thread() == null ? "" : chat.thread();
  }

  /** A subscription that was suspended already has been tried in vain. */
  static void suspend(Handle handle, String id, Receipt.Reason reason, Instant now) {
    handle
        .createUpdate(
            """
            update subscription set
              state_since = case when state = 'SUSPENDED' then state_since else :now end,
              state = 'SUSPENDED', gone_reason = :reason, tried_at = :now, look_at = 0
            where id = :id and state <> 'PAUSED'
            """)
        .bind("id", id)
        .bind("reason", reason.name())
        .bind("now", Millis.of(now))
        .execute();
  }

  /** The chat is there again. */
  static void resume(Handle handle, String id, Instant now) {
    handle
        .createUpdate(
            """
            update subscription set state = 'ACTIVE', state_since = :now, gone_reason = null,
              tried_at = null, look_at = 0
            where id = :id and state = 'SUSPENDED'
            """)
        .bind("id", id)
        .bind("now", Millis.of(now))
        .execute();
  }

  /**
   * All orders of a chat, in whatever thread.
   *
   * @return their ids
   */
  static List<String> of(Handle handle, Platform platform, String chat) {
    return handle
        .createQuery("select id from subscription where platform = :platform and chat = :chat")
        .bind("platform", platform.name())
        .bind("chat", chat)
        .mapTo(String.class)
        .list();
  }

  /**
   * Puts an order elsewhere.
   *
   * @return false where another one of its name stands there already
   */
  static boolean move(Handle handle, String id, String chat, String thread) {
    return handle
            .createUpdate(
                """
                update subscription set chat = :chat, thread = :thread
                where id = :id and not exists
                  (select 1 from subscription other where other.platform = subscription.platform
                   and other.chat = :chat and other.thread = :thread and other.name = subscription.name
                   and other.id <> :id)
                """)
            .bind("id", id)
            .bind("chat", chat)
            .bind("thread", thread)
            .execute()
        == 1;
  }

  /** An order, and when it was to be looked at. */
  record Row(Subscription subscription, long lookAt) {}
}
