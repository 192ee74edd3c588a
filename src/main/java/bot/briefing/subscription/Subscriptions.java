package bot.briefing.subscription;

import bot.briefing.chat.Chat;
import bot.briefing.store.Database;
import bot.briefing.subscription.Subscription.State;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The orders that people give, as the database keeps them: at most one of each chat. What becomes
 * of them without a person's word (a chat is gone, a group moves) is the outbox's to write. Safe
 * for any thread; blocking.
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

  /**
   * Writes what an order is, and leaves its state as it is there: the platform may just have told
   * another one.
   *
   * @return false where the chat has no order any more
   */
  public boolean change(Subscription order, Instant lookAt) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(Rows.CHANGE + " where" + OF_CHAT)
                    .bindMap(Rows.of(order))
                    .bind("lookAt", Rows.millis(lookAt))
                    .execute())
        > 0;
  }

  /** Ends a chat's order; false where it has none. */
  public boolean remove(Chat chat) {
    return update("delete from subscription where" + OF_CHAT, chat) > 0;
  }

  /**
   * The chat wants no digest for now.
   *
   * @param until absent: until it is resumed
   * @return false where it has no order
   */
  public boolean pause(Chat chat, Instant now, @Nullable Instant until) {
    return state(chat, new State.Paused(now, until), now, "");
  }

  /**
   * The order is served again from now on, whatever kept it from that.
   *
   * @return false where it was served already, or there is none
   */
  public boolean resume(Chat chat, Instant now) {
    return state(chat, new State.Active(now), now, " and state <> 'ACTIVE'");
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
}
