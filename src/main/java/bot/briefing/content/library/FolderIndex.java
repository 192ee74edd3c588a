package bot.briefing.content.library;

import bot.briefing.content.Library.Health;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the folder and puts what it finds on the shelf. One thread looks; any thread may read
 * the shelf.
 */
final class FolderIndex {
  private static final Logger log = LoggerFactory.getLogger(FolderIndex.class);
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path path) -> path.getFileName().toString())
          .thenComparing(Comparator.naturalOrder());

  private final Path content;
  private final Supplier<Reading> readings;
  private final DigestCache cache;
  private final BooleanSupplier stopped;
  private final InService files;
  private final Renames renames = new Renames();
  private final Sightings sightings;
  private Roots roots;
  private List<Path> blind = List.of();
  private volatile Shelf shelf;

  /**
   * Looks for the first time, and takes what is there as it is.
   *
   * @param readings asked now, and whenever the files of topics or sources have changed
   * @param stopped whether to leave off in the midst of a look
   */
  FolderIndex(
      Path content, Supplier<Reading> readings, DigestCache cache, BooleanSupplier stopped) {
    this.content = content;
    this.readings = readings;
    this.cache = cache;
    this.stopped = stopped;
    files = new InService(cache);
    Listing first = Listing.of(content);
    roots = first.roots();
    sightings = new Sightings(first);
    first.files().forEach((path, stamp) -> takeSetting(path, stamp));
    shelf =
        new Shelf(new Catalog(List.of()), Map.of(), Map.of(), readings.get(), new Health.Good());
    look(first);
  }

  private void takeSetting(Path path, Stamp stamp) {
    if (!Listing.isDigest(path)) {
      sightings.take(path, stamp);
    }
  }

  Shelf shelf() {
    return shelf;
  }

  Look look() {
    return look(Listing.of(content));
  }

  private Look look(Listing listing) {
    String fault = fault(listing);
    if (fault != null) {
      sightings.interrupt();
      show(shelf, new Health.Unreadable(fault));
      return new Look(false, false, Optional.empty());
    }
    roots = listing.roots();
    if (!listing.blind().equals(blind)) {
      blind = List.copyOf(listing.blind());
      log.warn("cannot be looked at, what was read there stays in service: {}", blind);
    }
    Set<Path> settled = sightings.settled(listing);
    Optional<Change> change =
        settled.isEmpty() ? Optional.empty() : Optional.of(apply(listing, settled));
    show(shelf, files.health());
    return new Look(sightings.isUnsettled(), listing.links(), change);
  }

  /** A folder that is gone, or emptied by an unmount, says nothing about its digests. */
  private @Nullable String fault(Listing listing) {
    if (listing.fault() != null) {
      return listing.fault();
    }
    if (roots.posts() != null && listing.roots().posts() == null) {
      return content.resolve(Listing.POSTS) + " is gone";
    }
    if (listing.isWithoutDigest() && !shelf.catalog().isEmpty() && !roots.equals(listing.roots())) {
      return content + " is empty, and not the folder that it was";
    }
    return null;
  }

  private void show(Shelf present, Health health) {
    if (!health.equals(present.health())) {
      switch (health) {
        case Health.Good() ->
            log.info("{} holds {} digests", content, present.catalog().all().size());
        case Health.Empty() -> log.warn("{} holds no digest", content);
        case Health.Unreadable(String reason) -> log.warn("content is unreadable: {}", reason);
      }
      shelf = present.withHealth(health);
    }
  }

  private Change apply(Listing listing, Set<Path> settled) {
    boolean tags = settled.stream().anyMatch(path -> !Listing.isDigest(path));
    Reading reading = tags ? reread() : shelf.reading();
    Set<String> stems = new HashSet<>();
    for (Path path : settled.stream().sorted(BY_NAME.reversed()).toList()) {
      if (stopped.getAsBoolean()) {
        break;
      }
      Stamp stamp = listing.files().get(path);
      if (!Listing.isDigest(path)) {
        sightings.take(path, stamp);
      } else if (stamp == null) {
        files.remove(path, stems);
        sightings.take(path, null);
      } else if (files.take(path, stamp, reading, shelf, stems)) {
        sightings.take(path, stamp);
      } else {
        sightings.postpone();
      }
    }
    Catalog old = shelf.catalog();
    if (tags) {
      files.renew(old.all());
    }
    Catalog present = files.catalog();
    shelf =
        new Shelf(
            present,
            files.held(present, reading),
            renames.update(old, present),
            reading,
            shelf.health());
    cache.drop(old.all().stream().filter(entry -> !present.holds(entry)).toList());
    return new Change(stems, tags);
  }

  private Reading reread() {
    try {
      return readings.get();
    } catch (RuntimeException e) {
      log.warn("topics and sources stay as they were: they cannot be read", e);
      return shelf.reading();
    }
  }
}
