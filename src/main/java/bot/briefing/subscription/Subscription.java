package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Receipt;
import bot.briefing.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat's standing order.
 *
 * @param id never used for anything else, not even after the order has ended
 * @param name of this one among those of its chat; empty: the one without a name
 * @param language of the bot's words, and of the digest where it has an edition in it
 * @param silent whether the readers' devices stay quiet
 * @param grace how long its slots wait for a new digest; absent: as long as the operator chose
 * @param note whether a line comes where nothing in a digest is of what it chose
 * @param extras what it gets beside messages, where the platform has it
 * @param since the first digest is the first one that is published after this
 */
public record Subscription(
    String id,
    Chat chat,
    String name,
    Asker.Place place,
    Schedule schedule,
    Filter filter,
    Language language,
    Layout layout,
    boolean silent,
    @Nullable Duration grace,
    boolean note,
    Extras extras,
    State state,
    Instant since) {
  /** A chat has no more of them. */
  public static final int MOST = 10;

  /** One without a name and without further wishes. */
  public Subscription(
      String id,
      Chat chat,
      Asker.Place place,
      Schedule schedule,
      Set<String> topics,
      Language language,
      Layout layout,
      boolean silent,
      State state,
      Instant since) {
    this(
        id,
        chat,
        "",
        place,
        schedule,
        new Filter(topics, Set.of(), Set.of()),
        language,
        layout,
        silent,
        null,
        false,
        Extras.NONE,
        state,
        since);
  }

  /** One with messages alone. */
  public Subscription(
      String id,
      Chat chat,
      String name,
      Asker.Place place,
      Schedule schedule,
      Filter filter,
      Language language,
      Layout layout,
      boolean silent,
      @Nullable Duration grace,
      boolean note,
      State state,
      Instant since) {
    this(
        id,
        chat,
        name,
        place,
        schedule,
        filter,
        language,
        layout,
        silent,
        grace,
        note,
        Extras.NONE,
        state,
        since);
  }

  /** Ids of topics; none: everything. */
  public Set<String> topics() {
    return filter.topics();
  }

  /** The same in another state. */
  public Subscription in(State other) {
    return new Subscription(
        id, chat, name, place, schedule, filter, language, layout, silent, grace, note, extras,
        other, since);
  }

  /** The same with other extras. */
  public Subscription with(Extras others) {
    return new Subscription(
        id, chat, name, place, schedule, filter, language, layout, silent, grace, note, others,
        state, since);
  }

  /** The same as another one in all that a chat may wish for, but for its name. */
  public Subscription like(Subscription other) {
    return new Subscription(
        id,
        chat,
        name,
        place,
        other.schedule,
        other.filter,
        other.language,
        other.layout,
        other.silent,
        other.grace,
        other.note,
        other.extras,
        state,
        since);
  }

  /**
   * How long its slots wait for a new digest.
   *
   * @param standard what the operator chose
   */
  Duration graceOr(Duration standard) {
    return grace == null ? standard : grace;
  }

  /** Whether it is served. */
  public sealed interface State {
    /** When it became so. */
    Instant since();

    default boolean isActive() {
      return this instanceof Active;
    }

    /** Served. */
    record Active(Instant since) implements State {}

    /**
     * The chat wants a pause.
     *
     * @param until from when on it is served again; absent: until somebody resumes it
     */
    record Paused(Instant since, @Nullable Instant until) implements State {}

    /** The platform says that the chat is gone; tried again at its slot, at most daily. */
    record Suspended(Instant since, Receipt.Reason reason, @Nullable Instant tried)
        implements State {}
  }
}
