package bot.briefing.content.library;

import bot.briefing.content.Digest;
import bot.briefing.content.DigestReader;
import bot.briefing.content.UnreadableDigestException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The digests in memory, within a bound of bytes. Two who ask for one file cause one reading. */
final class DigestCache {
  private static final Logger log = LoggerFactory.getLogger(DigestCache.class);

  private final Cache<Entry, @Nullable Digest> cache;

  /** What was last asked for as the latest of a language. */
  private final Map<String, Pin> pins = new ConcurrentHashMap<>();

  private record Pin(Entry entry, Digest digest) {}

  DigestCache(long bytes) {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Entry entry, Digest digest) -> Weight.of(digest))
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /** From memory, else from its file; empty where that cannot be read just now. */
  Optional<Digest> load(Entry entry, Map<Entry, Digest> held, Reading reading) {
    Digest kept = heldOrPinned(entry, held);
    return Optional.ofNullable(
        kept != null ? kept : cache.get(entry, missing -> readOrNull(missing, reading)));
  }

  Optional<Digest> atHand(Entry entry, Map<Entry, Digest> held) {
    Digest kept = heldOrPinned(entry, held);
    return Optional.ofNullable(kept != null ? kept : cache.getIfPresent(entry));
  }

  private @Nullable Digest heldOrPinned(Entry entry, Map<Entry, Digest> held) {
    Digest kept = held.get(entry);
    if (kept != null) {
      return kept;
    }
    Pin pin = pins.get(entry.language);
    return pin != null && pin.entry == entry ? pin.digest : null;
  }

  /** Never evicts this one until another one of its language is pinned. */
  void pin(Entry entry, Digest digest) {
    Pin pin = pins.get(entry.language);
    if (pin == null || pin.entry != entry) {
      pins.put(entry.language, new Pin(entry, digest));
    }
  }

  void put(Entry entry, Digest digest) {
    cache.put(entry, digest);
  }

  void drop(Collection<Entry> entries) {
    cache.invalidateAll(entries);
  }

  CacheStats statistics() {
    return cache.stats();
  }

  /** Bytes, about. */
  long weight() {
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** The name is handed on in NFC: some systems write Korean names decomposed. */
  static Digest read(Path file, Reading reading) throws IOException, UnreadableDigestException {
    String name = Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
    return reading.read(name, DigestReader.bytes(file));
  }

  private static @Nullable Digest readOrNull(Entry entry, Reading reading) {
    try {
      Digest digest = read(entry.path, reading);
      return entry.describes(digest) ? digest : null;
    } catch (IOException | UnreadableDigestException | RuntimeException | StackOverflowError e) {
      log.debug("{} cannot be loaded just now", entry, e);
      return null;
    }
  }
}
