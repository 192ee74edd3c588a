package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import bot.briefing.chat.Part;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a message, with a look for it first where it may be there already. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /** The platform's clock and ours may differ, and either may have been set back. */
  private static final Duration MARGIN = Duration.ofHours(2);

  private final Channel channel;
  private final Aims aims;
  private final Duration nonceLife;
  private final Ambiguity ambiguous;
  private final InstantSource clock;

  /**
   * @param nonceLife how long the platform surely knows a message by its key
   */
  Attempt(
      Channel channel, Aims aims, Duration nonceLife, Ambiguity ambiguous, InstantSource clock) {
    this.channel = channel;
    this.aims = aims;
    this.nonceLife = nonceLife;
    this.ambiguous = ambiguous;
    this.clock = clock;
  }

  Outcome at(Turn turn, Part stored) {
    Part part = turn.asPlain() ? stored.asPlain() : stored;
    try {
      return turn.task().isDeed() ? deed(turn) : message(turn, part);
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      LOG.warn("{}: an attempt broke", turn.key(), e);
      return new Outcome.Said(new Receipt.Ambiguous(e.toString()));
    }
  }

  private Outcome deed(Turn turn) {
    return aims.deed(turn)
        .<Outcome>map(deed -> new Outcome.Said(channel.act(turn.chat(), deed)))
        .orElseGet(() -> new Outcome.Skip("nothing to do"));
  }

  private Outcome message(Turn turn, Part part) {
    return turn.doubt() ? inDoubt(turn, part) : send(turn, part);
  }

  private Outcome send(Turn turn, Part part) {
    return new Outcome.Said(
        switch (turn.task()) {
          case POST -> channel.act(turn.chat(), aims.post(turn, part));
          case TOPIC -> channel.act(turn.chat(), aims.topic(turn));
          default -> channel.send(turn.target(), part, turn.key(), turn.silent());
        });
  }

  private Search find(Turn turn, Part part, Instant since) {
    return switch (turn.task()) {
      case POST -> channel.find(turn.chat(), aims.post(turn, part), since);
      case TOPIC -> new Search.CannotTell("an empty topic says nothing of who began it");
      default -> channel.find(turn.target(), turn.key(), part, since);
    };
  }

  private Outcome inDoubt(Turn turn, Part part) {
    Instant first = Objects.requireNonNull(turn.firstAttempt());
    Instant now = clock.instant();
    boolean keyed = !turn.task().isRoom();
    if (keyed && !first.isAfter(now) && Duration.between(first, now).compareTo(nonceLife) < 0) {
      return send(turn, part);
    }
    return switch (find(turn, part, first.minus(MARGIN))) {
      case Search.Found(var message) -> new Outcome.Said(new Receipt.Sent(message));
      case Search.NotThere _ -> send(turn, part);
      case Search.NotNow(var until, _) -> new Outcome.Said(new Receipt.RetryAfter(until, false));
      case Search.CannotTell(var reason) ->
          ambiguous == Ambiguity.RESEND ? send(turn, part) : new Outcome.Skip(reason);
    };
  }
}
