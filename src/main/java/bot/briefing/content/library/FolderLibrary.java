package bot.briefing.content.library;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Library;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digests of a content folder: {@code _posts/YYYY-MM-DD-*.md} and {@code .markdown}, its
 * sub-folders too (DESIGN, section 3). A folder without {@code _posts} may hold the digests itself.
 *
 * <p>Every file is read once to make the index, then only when it is asked for and not in memory;
 * asking may therefore read a file. The latest digest of each language is never evicted. A folder
 * that is gone leaves its digests in service and says so by {@link #health()}; a file that is gone
 * from a folder that is there takes its digest with it. A file that became unreadable keeps its
 * last good version, if that was in memory.
 *
 * <p>Safe for any thread.
 */
public final class FolderLibrary implements Library, AutoCloseable {
  static final long BYTES = 20L << 20;

  private static final Logger log = LoggerFactory.getLogger(FolderLibrary.class);

  private final DigestCache cache;
  private final FolderIndex index;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final @Nullable FolderWatch watch;
  private volatile boolean closed;

  /**
   * @param bytes how much the digests in memory may take, the latest of each language apart
   * @param watching absent: the folder is read once
   */
  FolderLibrary(
      Path content,
      Supplier<Reading> readings,
      long bytes,
      FolderWatch.@Nullable Watching watching) {
    cache = new DigestCache(bytes);
    index = new FolderIndex(content.toAbsolutePath(), readings, cache, () -> closed);
    watch =
        watching == null ? null : new FolderWatch(content.toAbsolutePath(), watching, this::look);
    if (watch != null) {
      watch.start();
    }
  }

  /**
   * Reads the folder's index and then watches it until it is closed: a change is seen within 2 s of
   * the file's being still. Blocks for the index; a folder that is not there yet is waited for
   * without blocking.
   *
   * @param readers asked now, and whenever {@code topics.yml} or {@code sources.yml} has changed:
   *     then all digests are tagged anew, but for the last good versions of unreadable files. What
   *     it throws now is thrown on; later it is logged and the former reader stays.
   */
  public static FolderLibrary watch(Path content, Supplier<DigestReader> readers) {
    return new FolderLibrary(content, reading(readers), BYTES, FolderWatch.Watching.DEFAULT);
  }

  /** Reads the folder's index and starts no thread: for the command line. */
  public static FolderLibrary readOnce(Path content, DigestReader reader) {
    return new FolderLibrary(content, reading(() -> reader), BYTES, null);
  }

  private static Supplier<Reading> reading(Supplier<DigestReader> readers) {
    return () -> readers.get()::read;
  }

  /**
   * Calls a listener after every change, when readers see it already, on the thread that watches
   * the folder: it must not block for long.
   */
  public void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /**
   * How the cache does.
   *
   * @param files in the index
   * @param bytes that the digests in the cache take, about
   * @param loads readings of a file that was not in memory
   */
  public record Statistics(int files, long bytes, long hits, long loads, long evictions) {}

  public Statistics statistics() {
    CacheStats stats = cache.statistics();
    return new Statistics(
        index.shelf().catalog().all().size(),
        cache.weight(),
        stats.hitCount(),
        stats.loadCount(),
        stats.evictionCount());
  }

  @Override
  public NavigableSet<LocalDate> dates() {
    return index.shelf().catalog().dates();
  }

  @Override
  public Set<LocalDate> days(String edition) {
    return index.shelf().catalog().days(edition);
  }

  @Override
  public Health health() {
    return index.shelf().health();
  }

  @Override
  public Object state() {
    return index.shelf();
  }

  @Override
  public Optional<Instant> next(Instant now) {
    return index.shelf().catalog().next(now);
  }

  @Override
  public List<Digest> on(LocalDate date) {
    return load(shelf -> shelf.catalog().on(date).stream());
  }

  @Override
  public List<Digest> on(LocalDate date, Instant now) {
    return load(shelf -> shelf.catalog().on(date).stream().filter(entry -> entry.isShown(now)));
  }

  @Override
  public Optional<Digest> latest(String language, Instant now) {
    List<Entry> asked = new ArrayList<>();
    List<Digest> latest =
        load(
            shelf -> {
              asked.clear();
              shelf.catalog().latest(language, now).limit(1).forEach(asked::add);
              return asked.stream();
            });
    latest.forEach(digest -> cache.pin(asked.getFirst(), digest));
    return latest.stream().findFirst();
  }

  @Override
  public Optional<Digest> find(DigestId id, Instant now) {
    return load(shelf -> shelf.find(id).filter(entry -> entry.isShown(now)).stream()).stream()
        .findFirst();
  }

  @Override
  public Optional<Digest> edition(Digest digest, String language, Instant now) {
    return digest.language().equals(language)
        ? Optional.of(digest)
        : load(shelf -> shelf.catalog().edition(digest.edition(), language, now).limit(1)).stream()
            .findFirst();
  }

  /** What was replaced while it was being loaded is looked for once more. */
  private List<Digest> load(Function<Shelf, Stream<Entry>> choice) {
    while (true) {
      Shelf shelf = index.shelf();
      List<Entry> entries = choice.apply(shelf).toList();
      List<Digest> digests =
          entries.stream()
              .flatMap(entry -> cache.load(entry, shelf.held(), shelf.reading()).stream())
              .toList();
      if (digests.size() == entries.size() || shelf.equals(index.shelf())) {
        return digests;
      }
    }
  }

  private Look look() {
    Look look = index.look();
    look.change().ifPresent(this::tell);
    return look;
  }

  private void tell(Change change) {
    for (Consumer<Change> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException | Error e) {
        log.error("a listener failed on {}", change, e);
      }
    }
  }

  /** Stops within 100 ms. What is in memory can still be read. */
  @Override
  public void close() {
    closed = true;
    if (watch != null) {
      watch.close();
    }
  }
}
