package bot.briefing.content.library;

import static org.awaitility.Awaitility.await;

import bot.briefing.content.Digest;
import bot.briefing.content.library.FolderWatch.Watching;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of a folder that changes while it is in service have in common. */
abstract class WatchedFolder {
  static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 2, 12);
  static final Post NEWS = Post.named("2026-02-12-news").titled("Before");

  /** In what way; faster than in service, but for the tests that are about the pace. */
  enum Noticed {
    BY_REPORTS,
    BY_POLLING;

    Watching fast() {
      return new Watching(
          this == BY_REPORTS,
          this == BY_REPORTS ? Duration.ofSeconds(1) : Duration.ofMillis(100),
          Duration.ofMillis(100));
    }

    Watching inService() {
      return new Watching(this == BY_REPORTS, Watching.DEFAULT.poll(), Watching.DEFAULT.still());
    }
  }

  @TempDir Path folder;
  final Heard log = new Heard();
  final AtomicReference<CountingReader> reader = new AtomicReference<>(new CountingReader());
  final List<Change> changes = new CopyOnWriteArrayList<>();
  final List<FolderLibrary> opened = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(FolderLibrary::close);
    log.close();
  }

  FolderLibrary open(Noticed noticed) {
    return open(folder, noticed.fast(), FolderLibrary.BYTES);
  }

  FolderLibrary open(Path content, Watching watching, long bytes) {
    FolderLibrary library = new FolderLibrary(content, reader::get, bytes, watching);
    library.onChange(changes::add);
    opened.add(library);
    return library;
  }

  Path posts() {
    return folder.resolve("_posts");
  }

  static List<String> titles(FolderLibrary library) {
    return library.on(TODAY).stream().map(Digest::title).toList();
  }

  static void within2s(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(2))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(assertion);
  }

  /** For what must not happen: holds all through the time in which it would. */
  static void allThrough(Supplier<Boolean> condition) {
    await()
        .during(Duration.ofMillis(700))
        .atMost(Duration.ofSeconds(3))
        .pollInterval(Duration.ofMillis(10))
        .until(condition::get);
  }

  long said(String words) {
    return log.lines().stream().filter(line -> line.contains(words)).count();
  }
}
