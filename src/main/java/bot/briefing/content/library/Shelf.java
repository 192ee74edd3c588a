package bot.briefing.content.library;

import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import bot.briefing.content.Digest;
import bot.briefing.content.Library.Health;
import java.util.Map;
import java.util.Optional;

/**
 * All that readers need, as of one look at the folder. Immutable.
 *
 * @param held digests that are never evicted: the newest of each language, and the last good
 *     version of what has become unreadable
 * @param renamed hashes of the stems of digests that are now called otherwise
 * @param reading with the tagger of that time
 */
record Shelf(
    Catalog catalog,
    Map<Entry, Digest> held,
    Map<ShortHash, Entry> renamed,
    Reading reading,
    Health health) {
  /**
   * The entry of a button's digest: by the hash of its stem, whatever day it has moved to; under
   * its new name; under the name that it may have had before this process.
   */
  Optional<Entry> find(DigestId id) {
    return catalog
        .find(id.stem())
        .or(() -> Optional.ofNullable(renamed.get(id.stem())))
        .or(() -> catalog.findByOtherName(id));
  }

  Shelf withHealth(Health other) {
    return new Shelf(catalog, held, renamed, reading, other);
  }
}
