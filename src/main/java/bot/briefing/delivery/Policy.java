package bot.briefing.delivery;

import java.time.Duration;

/**
 * What an operator may choose.
 *
 * @param maxAge a digest that was published longer ago is not sent any more
 */
public record Policy(Duration maxAge, Ambiguity ambiguous) {
  /** 36 hours, and nothing is lost. */
  public static final Policy DEFAULT = new Policy(Duration.ofHours(36), Ambiguity.RESEND);
}
