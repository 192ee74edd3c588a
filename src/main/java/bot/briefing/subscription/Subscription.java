package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Receipt;
import bot.briefing.text.Language;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat's standing order.
 *
 * @param id never used for anything else, not even after the order has ended
 * @param topics ids of topics; none: everything
 * @param language of the bot's words, and of the digest where it has an edition in it
 * @param silent whether the readers' devices stay quiet
 * @param since the first digest is the first one that is published after this
 */
public record Subscription(
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
  public Subscription {
    topics = Set.copyOf(topics);
  }

  /** Whether it is served. */
  public sealed interface State {
    /** When it became so. */
    Instant since();

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
