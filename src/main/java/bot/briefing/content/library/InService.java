package bot.briefing.content.library;

import bot.briefing.content.Digest;
import bot.briefing.content.Library.Health;
import bot.briefing.content.UnreadableDigestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the folder at their last good version. Confined to one thread. */
final class InService {
  private static final Logger log = LoggerFactory.getLogger(InService.class);
  private static final BinaryOperator<Entry> LATER_MODIFIED =
      BinaryOperator.maxBy(
          Comparator.comparing((Entry entry) -> entry.stamp.modified())
              .thenComparing(entry -> entry.path));

  private final DigestCache cache;
  private final Map<Path, Entry> entries = new HashMap<>();

  /** Why a file cannot be read now. */
  private final Map<Path, String> broken = new TreeMap<>();

  /** The last good version of what cannot be read now. */
  private final Map<Path, Digest> kept = new HashMap<>();

  /** Of each language the latest publication among what was read since the last catalog. */
  private final Map<String, Version> fresh = new HashMap<>();

  private record Version(Entry entry, Digest digest) {}

  private final Set<String> toldTwins = new HashSet<>();

  InService(DigestCache cache) {
    this.cache = cache;
  }

  /**
   * Reads a file and puts it in service; one that cannot be read leaves its last good version
   * there.
   *
   * @param shelf where that version may be
   * @param stems gets the stems of what changed
   * @return false when the file changed meanwhile: nothing is done
   */
  boolean take(Path path, Stamp stamp, Reading reading, Shelf shelf, Set<String> stems) {
    Digest digest;
    try {
      digest = DigestCache.read(path, reading);
      if (!stamp.equals(Stamp.of(path))) {
        return false;
      }
    } catch (UnreadableDigestException e) {
      return fail(path, Objects.requireNonNullElse(e.getMessage(), "no digest"), shelf, stems);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return fail(path, path.getFileName() + ":1: " + e, shelf, stems);
    }
    if (broken.remove(path) != null) {
      log.info("{} can be read again", path);
    }
    kept.remove(path);
    Entry entry = new Entry(path, stamp, digest);
    cache.put(entry, digest);
    fresh.merge(
        entry.language,
        new Version(entry, digest),
        (one, other) -> other.entry.published.isBefore(one.entry.published) ? one : other);
    Entry old = entries.put(path, entry);
    if (old != null) {
      stems.add(old.stem);
    }
    stems.add(entry.stem);
    return true;
  }

  private boolean fail(Path path, String reason, Shelf shelf, Set<String> stems) {
    Entry old = entries.get(path);
    if (old != null && !kept.containsKey(path)) {
      cache
          .atHand(old, shelf.held())
          .ifPresentOrElse(digest -> kept.put(path, digest), () -> drop(old, stems));
    }
    if (!reason.equals(broken.put(path, reason))) {
      log.warn(
          "{} in {} ({})",
          reason,
          path.getParent(),
          entries.containsKey(path)
              ? "its last good version stays in service"
              : "it is not in service");
    }
    return true;
  }

  void remove(Path path, Set<String> stems) {
    broken.remove(path);
    kept.remove(path);
    Entry old = entries.get(path);
    if (old != null) {
      drop(old, stems);
      log.info("{} left", old);
    }
  }

  private void drop(Entry old, Set<String> stems) {
    entries.remove(old.path);
    stems.add(old.stem);
  }

  /** All that was in the catalog is to be tagged anew. */
  void renew(Collection<Entry> outdated) {
    Set<Entry> old = new HashSet<>(outdated);
    entries.replaceAll((path, entry) -> old.contains(entry) ? entry.renewed() : entry);
  }

  /** Of two files of one name in different folders, the one that was modified later. */
  Catalog catalog() {
    Map<String, List<Entry>> stems =
        entries.values().stream().collect(Collectors.groupingBy(entry -> entry.stem));
    return new Catalog(
        stems.values().stream()
            .map(
                twins -> {
                  Entry winner = twins.stream().reduce(LATER_MODIFIED).orElseThrow();
                  if (twins.size() > 1) {
                    tell(twins, winner);
                  }
                  return winner;
                })
            .toList());
  }

  private void tell(List<Entry> twins, Entry winner) {
    String others =
        twins.stream()
            .filter(entry -> entry != winner)
            .map(entry -> entry.path.toString())
            .sorted()
            .collect(Collectors.joining(", "));
    if (toldTwins.add(winner.path + " < " + others)) {
      log.warn("{} wins over its twin {}: it was modified later", winner.path, others);
    }
  }

  /** What must not be evicted: the newest of each language, and what only memory still has. */
  Map<Entry, Digest> held(Catalog catalog, Reading reading) {
    Map<Entry, Digest> held = new HashMap<>();
    kept.forEach((path, digest) -> held.put(Objects.requireNonNull(entries.get(path)), digest));
    catalog
        .newest()
        .forEach(
            entry -> newest(entry, held, reading).ifPresent(digest -> held.put(entry, digest)));
    fresh.clear();
    return Map.copyOf(held);
  }

  private Optional<Digest> newest(Entry entry, Map<Entry, Digest> held, Reading reading) {
    Version read = fresh.get(entry.language);
    return read != null && entry.equals(read.entry)
        ? Optional.of(read.digest)
        : cache.load(entry, held, reading);
  }

  Health health() {
    if (!entries.isEmpty()) {
      return new Health.Good();
    }
    return broken.isEmpty()
        ? new Health.Empty()
        : new Health.Unreadable(
            "no file can be read: "
                + String.join("; ", broken.values().stream().limit(3).toList()));
  }
}
