package bot.briefing.sandbox.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What befalls one request, from its arrival to its answer.
 *
 * @param before how long it waits before anything
 * @param instead what it gets instead of being accepted
 * @param held how long its answer waits
 * @param ending what it gets instead of its answer
 */
public record Plan(
    Duration before, Optional<Effect> instead, Duration held, Optional<Effect> ending) {
  static final Plan NOTHING =
      new Plan(Duration.ZERO, Optional.empty(), Duration.ZERO, Optional.empty());

  Plan with(Effect effect) {
    return switch (effect) {
      case Effect.Latency(Duration by, boolean after) ->
          after
              ? new Plan(before, instead, held.plus(by), ending)
              : new Plan(before.plus(by), instead, held, ending);
      default ->
          effect.after()
              ? new Plan(before, instead, held, Optional.of(effect))
              : new Plan(before, Optional.of(effect), held, ending);
    };
  }

  boolean isSettled() {
    return instead.isPresent();
  }
}
