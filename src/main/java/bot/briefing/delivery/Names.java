package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Digests under the names by which they were sent first: a file that was renamed since is no other
 * digest, and nobody gets it twice.
 *
 * @param offers as the due rule is to see them
 * @param now what the library calls those that it calls otherwise, by their first names
 */
record Names(List<Offer> offers, Map<String, Offer> now) {
  private static final Duration KNOWN = Duration.ofDays(14);

  /** What may be sent, the oldest first: what the operator has withdrawn may not. */
  static Names of(Library library, Handle handle, Instant now) {
    Set<String> withdrawn = Withdrawn.digests(handle);
    Names names =
        of(
            library,
            Offers.of(library, now),
            DraftTable.since(handle, EnumSet.allOf(Platform.class), now.minus(KNOWN)));
    return new Names(
        names.offers.stream().filter(one -> !withdrawn.contains(one.digest())).toList(), names.now);
  }

  /**
   * Looks for names of old.
   *
   * @param drafts of what was sent lately
   */
  private static Names of(Library library, List<Offer> offers, List<Draft> drafts) {
    Set<String> present = offers.stream().map(Offer::digest).collect(Collectors.toSet());
    Set<String> sent = drafts.stream().map(Draft::digest).collect(Collectors.toSet());
    List<Draft> lost = drafts.stream().filter(one -> !present.contains(one.digest())).toList();
    if (lost.isEmpty()) {
      return new Names(offers, Map.of());
    }
    Map<String, Offer> now = new HashMap<>();
    List<Offer> called = new ArrayList<>();
    for (Offer offer : offers) {
      Optional<String> first =
          sent.contains(offer.digest()) ? Optional.empty() : first(library, offer, lost);
      first.ifPresent(name -> now.putIfAbsent(name, offer));
      called.add(first.map(name -> named(offer, name)).orElse(offer));
    }
    return new Names(called, now);
  }

  private static Optional<String> first(Library library, Offer offer, List<Draft> lost) {
    for (Digest digest : library.on(offer.date())) {
      if (digest.edition().equals(offer.digest())) {
        Content content = Content.of(digest);
        for (Draft draft : lost) {
          if (draft.language().equals(digest.language())
              && draft.date().equals(digest.date())
              && content.isLike(draft.content().links())) {
            return Optional.of(draft.digest());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Offer named(Offer offer, String name) {
    return new Offer(name, offer.date(), offer.published(), offer.editions());
  }

  /** An offer as the library calls it. */
  Offer inLibrary(Offer offer) {
    return now.getOrDefault(offer.digest(), offer);
  }
}
