package bot.briefing.subscription;

import java.time.Instant;

/** What the due rule says of one subscription at one instant. */
public sealed interface Decision {
  /** Why. */
  Reason reason();

  /**
   * It is due.
   *
   * @param language the tag of the edition that goes
   * @param slot the slot that it fills: the slot's instant, or the digest's publication
   */
  record Send(Offer offer, String language, Instant slot, Reason reason) implements Decision {}

  /**
   * Nothing goes now.
   *
   * @param until when to ask again at the latest; before that only where the digests or the
   *     subscription change. {@link Instant#MAX}: only then
   */
  record Wait(Instant until, Reason reason) implements Decision {}
}
