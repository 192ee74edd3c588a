package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Reason;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the receipts say of a platform as a whole: it holds everything, cannot be reached, or
 * refuses the bot. Not safe for several threads: its sender's lock guards it.
 */
final class PlatformState {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformState.class);

  private final Platform platform;
  private final Outage outage = new Outage();
  private Optional<Outbox.Hold> wide = Optional.empty();
  private boolean halted;

  PlatformState(Platform platform) {
    this.platform = platform;
  }

  /**
   * The platform is ours.
   *
   * @param held what holds everything, as it was written down
   */
  void begin(Optional<Outbox.Hold> held) {
    wide = held;
  }

  /** What holds everything at this instant. */
  Optional<Outbox.Hold> held(Instant now) {
    return wide.filter(hold -> hold.until().isAfter(now));
  }

  /** Whether nothing may be sent at this instant. */
  boolean isClosed(Instant now) {
    return halted || held(now).isPresent();
  }

  /** Whether the platform refuses the bot, which only a new start mends. */
  boolean isHalted() {
    return halted;
  }

  /** Whether only one at a time may try. */
  boolean isOutage() {
    return outage.isOn();
  }

  /**
   * Takes in what came of an attempt.
   *
   * @return what holds everything from now on because of it, to be written down
   */
  Optional<Outbox.Hold> observe(Outcome outcome, Instant now) {
    Optional<Outbox.Hold> held =
        outcome instanceof Outcome.Said(var receipt) ? heard(receipt, now) : Optional.empty();
    if (held.isPresent()) {
      wide = held;
    }
    return held;
  }

  private Optional<Outbox.Hold> heard(Receipt receipt, Instant now) {
    return switch (receipt) {
      case Receipt.RetryAfter(var until, var everywhere) -> {
        outage.reached();
        yield everywhere
            ? Optional.of(new Outbox.Hold(until, Reason.RATE_LIMITED))
            : Optional.empty();
      }
      case Receipt.Unreachable _ ->
          outage.failed(now).map(until -> new Outbox.Hold(until, Reason.PLATFORM_DOWN));
      case Receipt.Ambiguous _ -> Optional.empty();
      case Receipt.BotRefused(var reason) -> {
        halt(reason);
        yield Optional.empty();
      }
      default -> {
        outage.reached();
        yield Optional.empty();
      }
    };
  }

  private void halt(String reason) {
    if (!halted) {
      halted = true;
      LOG.error(
          "{} refuses the bot, nothing is sent until it is started again: {}", platform, reason);
    }
  }
}
