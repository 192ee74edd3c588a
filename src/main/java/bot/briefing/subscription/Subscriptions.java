package bot.briefing.subscription;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Receipt;
import bot.briefing.store.Database;
import bot.briefing.subscription.Subscription.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The orders as the database keeps them: at most one of each chat. Each has an instant at which the
 * due rule is to be asked next; whatever changes an order brings that to the instant of the change.
 * Safe for any thread; blocking.
 */
public final class Subscriptions {
  private static final String OF_CHAT =
      " platform = :platform and chat = :chat and thread = :thread";

  private final Jdbi jdbi;

  public Subscriptions(Database database) {
    this(database.jdbi());
  }

  Subscriptions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The order of a chat. */
  public Optional<Subscription> find(Chat chat) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscription where" + OF_CHAT)
                .bindMap(Rows.of(chat))
                .map(Rows::read)
                .findOne());
  }

  /** The order of an id. */
  public Optional<Subscription> find(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscription where id = :id")
                .bind("id", id)
                .map(Rows::read)
                .findOne());
  }

  /**
   * Keeps an order. Where its chat has one already that one is changed, and keeps its id.
   *
   * @param lookAt when the due rule is to be asked of it
   */
  public void put(Subscription order, Instant lookAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(Rows.PUT)
                .bindMap(Rows.of(order))
                .bind("lookAt", Rows.millis(lookAt))
                .execute());
  }

  /** Ends a chat's order; false where it has none. */
  public boolean remove(Chat chat) {
    return update("delete from subscription where" + OF_CHAT, chat) > 0;
  }

  /**
   * The orders of which the due rule is to be asked by now, by their ids.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<Subscription> due(Instant now, String after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from subscription where look_at <= :now and id > :after"
                        + " order by id limit :limit")
                .bind("now", Rows.millis(now))
                .bind("after", after)
                .bind("limit", limit)
                .map(Rows::read)
                .list());
  }

  /** When the due rule is to be asked next of any order; empty where there is none. */
  public Optional<Instant> nextLook() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select min(look_at) from subscription")
                .map((row, _) -> Optional.ofNullable(Rows.instant(row, 1)))
                .one());
  }

  /** Sets when the due rule is to be asked next of an order, within a transaction of the caller. */
  public static void lookAt(Handle handle, String id, Instant next) {
    handle
        .createUpdate("update subscription set look_at = :next where id = :id")
        .bind("next", Rows.millis(next))
        .bind("id", id)
        .execute();
  }

  /** The digests have changed: the due rule is to be asked of every order. */
  public void wake(Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update subscription set look_at = :now where look_at > :now")
                .bind("now", Rows.millis(now))
                .execute());
  }

  /** The chat wants no digest for now; where it was gone, it is not. */
  public boolean pause(Chat chat, Instant now, @Nullable Instant until) {
    return state(chat, new State.Paused(now, until), now, "");
  }

  /** The order is served again from now on, whatever kept it from that. */
  public boolean resume(Chat chat, Instant now) {
    return state(chat, new State.Active(now), now, " and state <> 'ACTIVE'");
  }

  /** The chat is back: its order is served again, unless it has paused. */
  public boolean back(Chat chat, Instant now) {
    return state(chat, new State.Active(now), now, " and state = 'SUSPENDED'");
  }

  /**
   * The chat is gone. One that is suspended already has been tried once more; one that has paused
   * stays so.
   */
  public boolean suspend(Chat chat, Receipt.Reason reason, Instant now) {
    boolean tried =
        update(
                "update subscription set tried_at = :now, look_at = :now"
                    + " where state = 'SUSPENDED' and"
                    + OF_CHAT,
                chat,
                now)
            > 0;
    return tried
        || state(chat, new State.Suspended(now, reason, null), now, " and state = 'ACTIVE'");
  }

  /**
   * The chat goes on under another id, with all its threads. An order that is there already ends.
   */
  public void migrate(Chat chat, String newId) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "delete from subscription where platform = :platform and chat = :new"
                      + " and thread in (select moved.thread from subscription moved"
                      + " where moved.platform = :platform and moved.chat = :chat)")
              .bindMap(Rows.of(chat))
              .bind("new", newId)
              .execute();
          handle
              .createUpdate(
                  "update subscription set chat = :new where platform = :platform and chat = :chat")
              .bindMap(Rows.of(chat))
              .bind("new", newId)
              .execute();
        });
  }

  /**
   * A thread is gone: its order goes on in the chat's main thread, unless that has one of its own.
   *
   * @return whether it does
   */
  public boolean leaveThread(Chat chat) {
    return update(
            "update subscription set thread = '' where"
                + OF_CHAT
                + " and not exists (select 1 from subscription other where"
                + " other.platform = :platform and other.chat = :chat and other.thread = '')",
            chat)
        > 0;
  }

  private boolean state(Chat chat, State state, Instant now, String where) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(Rows.STATE + " where" + OF_CHAT + where)
                    .bindMap(Rows.of(chat))
                    .bindMap(Rows.of(state))
                    .bind("now", Rows.millis(now))
                    .execute())
        > 0;
  }

  private int update(String sql, Chat chat) {
    return jdbi.withHandle(handle -> handle.createUpdate(sql).bindMap(Rows.of(chat)).execute());
  }

  private int update(String sql, Chat chat, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bindMap(Rows.of(chat))
                .bind("now", Rows.millis(now))
                .execute());
  }
}
