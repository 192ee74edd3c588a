package bot.briefing.subscription;

import bot.briefing.chat.Chat;
import bot.briefing.store.Database;
import bot.briefing.subscription.Subscription.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The orders that people give, as the database keeps them: several of each chat, each with a name.
 * What becomes of them without a person's word (a chat is gone, a group moves) is the outbox's to
 * write. Safe for any thread; blocking.
 */
public final class Subscriptions {
  private static final String OF_CHAT =
      " platform = :platform and chat = :chat and thread = :thread";
  private static final String ITSELF = " id = :id";

  private final Jdbi jdbi;

  public Subscriptions(Database database) {
    this(database.jdbi());
  }

  Subscriptions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The orders of a chat: the one without a name first, then by their names. */
  public List<Subscription> all(Chat chat) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscription where" + OF_CHAT + " order by name")
                .bindMap(Rows.of(chat))
                .map(Rows::read)
                .list());
  }

  /** The order of a chat that has no name. */
  public Optional<Subscription> find(Chat chat) {
    return find(chat, "");
  }

  /** The order of a chat of this very name. */
  public Optional<Subscription> find(Chat chat, String name) {
    return all(chat).stream().filter(order -> order.name().equals(name)).findFirst();
  }

  /**
   * Keeps an order. Where its chat has one of that name already that one is changed, and keeps its
   * id.
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
   * @return false where there is no such order any more
   */
  public boolean change(Subscription order, Instant lookAt) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(Rows.CHANGE + " where" + ITSELF)
                    .bindMap(Rows.of(order))
                    .bind("lookAt", Rows.millis(lookAt))
                    .execute())
        > 0;
  }

  /** Ends all orders of a chat; false where it has none. */
  public boolean remove(Chat chat) {
    return remove(OF_CHAT, Rows.of(chat));
  }

  /** Ends one order; false where it has ended. */
  public boolean remove(Subscription order) {
    return remove(ITSELF, Map.of("id", order.id()));
  }

  private boolean remove(String which, Map<String, ?> bound) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate("delete from subscription where" + which)
                    .bindMap(bound)
                    .execute())
        > 0;
  }

  /**
   * The chat wants no digest for now.
   *
   * @param until absent: until it is resumed
   * @return false where the order has ended
   */
  public boolean pause(Subscription order, Instant now, @Nullable Instant until) {
    return state(order, new State.Paused(now, until), now, "");
  }

  /**
   * The order is served again from now on, whatever kept it from that.
   *
   * @return false where it was served already, or has ended
   */
  public boolean resume(Subscription order, Instant now) {
    return state(order, new State.Active(now), now, " and state <> 'ACTIVE'");
  }

  private boolean state(Subscription order, State state, Instant now, String where) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(Rows.STATE + " where" + ITSELF + where)
                    .bind("id", order.id())
                    .bindMap(Rows.of(state))
                    .bind("now", Rows.millis(now))
                    .execute())
        > 0;
  }
}
