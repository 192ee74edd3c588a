package bot.briefing.card;

import java.time.LocalDate;

/**
 * A digest as a button names it.
 *
 * @param stem the short hash of the digest's file stem
 */
public record DigestId(LocalDate date, ShortHash stem) {
  public static DigestId of(LocalDate date, String stem) {
    return new DigestId(date, ShortHash.of(stem));
  }
}
