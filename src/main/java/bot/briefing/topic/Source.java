package bot.briefing.topic;

import bot.briefing.card.ShortHash;
import java.util.List;

/**
 * A publisher ({@code content/sources.yml}, or one that only the digests name).
 *
 * @param name as digests write it
 * @param aliases other names, in any language
 * @param domains without {@code www.}; a subdomain counts as its domain
 */
public record Source(String name, List<String> aliases, List<String> domains) {
  public Source {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a source without a name");
    }
    aliases = List.copyOf(aliases);
    domains = List.copyOf(domains);
  }

  /** What buttons name it by. */
  public ShortHash hash() {
    return ShortHash.of(name);
  }
}
