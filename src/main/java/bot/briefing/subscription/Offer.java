package bot.briefing.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A digest as the due rule sees it: all its editions are one.
 *
 * @param digest what its editions share ({@code Digest.edition()})
 * @param published when its first edition was published
 * @param editions the publication of each edition, by its language's tag; at least one
 */
public record Offer(
    String digest, LocalDate date, Instant published, Map<String, Instant> editions) {
  public Offer {
    editions = Map.copyOf(editions);
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("a digest without an edition");
    }
  }
}
