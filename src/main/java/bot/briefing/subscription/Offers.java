package bot.briefing.subscription;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A library as the due rule sees it. Pure. */
public final class Offers {
  private Offers() {}

  /**
   * The digests of the last days and of the future, with all their editions; the oldest first. One
   * that is not to be published ({@code published: false}) is none.
   *
   * @param daysBack by the digests' own dates
   */
  public static List<Offer> of(Library library, Instant now, int daysBack) {
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysBack);
    return of(
        library.dates().tailSet(from, true).stream()
            .flatMap(date -> library.on(date).stream())
            .toList());
  }

  /** These digests, those of one edition together; the oldest first. */
  public static List<Offer> of(List<Digest> digests) {
    Map<String, List<Digest>> groups = new LinkedHashMap<>();
    for (Digest digest : digests) {
      if (!digest.published().equals(Instant.MAX)) {
        groups.computeIfAbsent(digest.edition(), _ -> new ArrayList<>()).add(digest);
      }
    }
    return groups.entrySet().stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .sorted(Comparator.comparing(Offer::published).thenComparing(Offer::digest))
        .toList();
  }

  private static Offer of(String digest, List<Digest> all) {
    Digest first = all.stream().min(Library.BY_PUBLICATION).orElseThrow();
    Map<String, Instant> editions = new HashMap<>();
    for (Digest edition : all) {
      editions.merge(edition.language(), edition.published(), Offers::earlier);
    }
    return new Offer(digest, first.date(), first.published(), editions);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
