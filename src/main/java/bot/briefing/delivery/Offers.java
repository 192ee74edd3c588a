package bot.briefing.delivery;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library's digests as the due rule sees them. */
final class Offers {
  /** A digest's date and its publication may lie some days apart. */
  private static final Duration BACK = Duration.ofDays(10);

  private Offers() {}

  /** Those of the last days and of the future, the oldest first. */
  static List<Offer> of(Library library, Instant now) {
    LocalDate from = LocalDate.ofInstant(now.minus(BACK), ZoneOffset.UTC);
    return offers(
        library.dates().tailSet(from).stream().flatMap(date -> library.on(date).stream()).toList());
  }

  /** The latest that was published of a day. */
  static Optional<Offer> on(Library library, LocalDate date, Instant now) {
    List<Offer> offers = offers(library.on(date, now));
    return offers.isEmpty() ? Optional.empty() : Optional.of(offers.getLast());
  }

  /** The latest that was published, however long ago. */
  static Optional<Offer> latest(Library library, Instant now) {
    return library.dates().descendingSet().stream()
        .flatMap(date -> on(library, date, now).stream())
        .findFirst();
  }

  /** The edition that an offer names, as it is now. */
  static Optional<Digest> digest(Library library, Offer offer, String language, Instant now) {
    return library.on(offer.date(), now).stream()
        .filter(one -> one.edition().equals(offer.digest()))
        .max(Library.BY_PUBLICATION)
        .flatMap(one -> library.edition(one, language, now));
  }

  /** The tag of the edition that somebody of a language gets now: their own, else the first. */
  static String language(Offer offer, String own, Instant now) {
    Instant mine = offer.editions().get(own);
    if (mine != null && !mine.isAfter(now)) {
      return own;
    }
    return offer.editions().entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(own);
  }

  private static List<Offer> offers(List<Digest> digests) {
    return bot.briefing.subscription.Offers.of(digests);
  }
}
