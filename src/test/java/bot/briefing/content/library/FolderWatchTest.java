package bot.briefing.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.Library.Health;
import bot.briefing.content.library.FolderWatch.Watching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder that changes while it is in service, however the changes are noticed. */
final class FolderWatchTest {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 12);
  private static final Post NEWS = Post.named("2026-02-12-news").titled("Before");

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

  @TempDir private Path folder;
  private final Heard log = new Heard();
  private final AtomicReference<CountingReader> reader =
      new AtomicReference<>(new CountingReader());
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private final List<FolderLibrary> opened = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(FolderLibrary::close);
    log.close();
  }

  private FolderLibrary open(Noticed noticed) {
    return open(folder, noticed.fast(), FolderLibrary.BYTES);
  }

  private FolderLibrary open(Path content, Watching watching, long bytes) {
    FolderLibrary library = new FolderLibrary(content, reader::get, bytes, watching);
    library.onChange(changes::add);
    opened.add(library);
    return library;
  }

  private Path posts() {
    return folder.resolve("_posts");
  }

  private static List<String> titles(FolderLibrary library) {
    return library.on(TODAY).stream().map(Digest::title).toList();
  }

  private static void within2s(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(2))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(assertion);
  }

  /** For what must not happen: holds all through the time in which it would. */
  private static void allThrough(Supplier<Boolean> condition) {
    await()
        .during(Duration.ofMillis(700))
        .atMost(Duration.ofSeconds(3))
        .pollInterval(Duration.ofMillis(10))
        .until(condition::get);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatComesChangesAndLeavesIsSeenWithin2s(Noticed noticed) throws Exception {
    Files.createDirectories(posts());
    FolderLibrary library = open(folder, noticed.inService(), FolderLibrary.BYTES);
    assertThat(library.health()).isEqualTo(new Health.Empty());

    Path file = NEWS.write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Before"));
    assertThat(library.health()).isEqualTo(new Health.Good());

    NEWS.titled("Written into").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Written into"));

    NEWS.titled("Moved there").replace(posts());
    within2s(
        () -> assertThat(library.latest("ko", NOW)).map(Digest::title).hasValue("Moved there"));

    Files.delete(file);
    within2s(() -> assertThat(library.dates()).isEmpty());
    assertThat(library.health()).isEqualTo(new Health.Empty());
    within2s(
        () ->
            assertThat(changes)
                .extracting(Change::stems)
                .hasSize(4)
                .allMatch(stems -> stems.contains(NEWS.name())));
  }

  @ParameterizedTest
  @EnumSource
  void aFileInANewSubFolderIsSeenAndChangesThereToo(Noticed noticed) throws Exception {
    Files.createDirectories(posts());
    FolderLibrary library = open(noticed);

    NEWS.write(posts().resolve("2026/02"));
    within2s(() -> assertThat(titles(library)).containsExactly("Before"));
    NEWS.titled("After").write(posts().resolve("2026/02"));
    within2s(() -> assertThat(titles(library)).containsExactly("After"));
  }

  @ParameterizedTest
  @EnumSource
  void aDigestWithAnotherDateMoves(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);

    NEWS.at("2026-02-13T07:00:00+09:00").replace(posts());

    within2s(() -> assertThat(library.dates()).containsExactly(LocalDate.of(2026, 2, 13)));
    assertThat(library.find(DigestId.of(TODAY, NEWS.name()), NOW)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aRenamedFileIsFoundByItsOldButtons(Noticed noticed) throws Exception {
    Post byRef = Post.named("2026-02-10-week").with("ref: week-7");
    Post byLinks =
        NEWS.linking("https://a.example/1", "https://a.example/2", "https://a.example/3");
    Path week = byRef.write(posts());
    Path news = byLinks.write(posts());
    FolderLibrary library = open(noticed);

    byRef.renamed("2026-02-11-the-week").at("2026-02-11T07:00:00+09:00").linking().write(posts());
    Files.delete(week);
    Files.move(news, posts().resolve("2026-02-12-ai-news.md"));
    within2s(
        () -> {
          assertThat(library.find(DigestId.of(TODAY, NEWS.name()), NOW))
              .map(Digest::stem)
              .hasValue("2026-02-12-ai-news");
          assertThat(library.find(DigestId.of(LocalDate.of(2026, 2, 10), byRef.name()), NOW))
              .map(Digest::stem)
              .hasValue("2026-02-11-the-week");
        });

    Files.delete(posts().resolve("2026-02-12-ai-news.md"));
    byLinks
        .renamed("2026-02-12-third")
        .linking("https://a.example/3", "https://a.example/2")
        .write(posts());
    within2s(
        () ->
            assertThat(library.find(DigestId.of(TODAY, NEWS.name()), NOW))
                .map(Digest::stem)
                .hasValue("2026-02-12-third"));
    Post.named("2026-02-12-other").write(posts());
    Files.delete(posts().resolve("2026-02-12-third.md"));
    within2s(() -> assertThat(library.find(DigestId.of(TODAY, NEWS.name()), NOW)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenFileKeepsItsLastGoodVersionAndSaysSoOnceAndWhenItIsMended(Noticed noticed)
      throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(folder, noticed.fast(), 0);
    Path file = posts().resolve(NEWS.name() + ".md");

    Files.writeString(file, "---\ntitle: half");
    within2s(() -> assertThat(said("news.md:1: the front matter is not closed")).isEqualTo(1));
    Files.writeString(file, "---\ntitle: half of it");
    allThrough(() -> titles(library).equals(List.of("Before")));
    assertThat(said("not closed")).isEqualTo(1);
    assertThat(library.health()).isEqualTo(new Health.Good());

    NEWS.titled("Mended").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Mended"));
    assertThat(said("can be read again")).isEqualTo(1);
  }

  private long said(String words) {
    return log.lines().stream().filter(line -> line.contains(words)).count();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStillBeingWrittenDoesNotReplaceAGoodOne(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(folder, noticed.inService(), FolderLibrary.BYTES);
    Path file = posts().resolve(NEWS.name() + ".md");

    String text = NEWS.titled("After").linking("https://a.example/" + "x".repeat(60)).text();
    Files.writeString(file, "");
    AtomicBoolean torn = new AtomicBoolean();
    int[] written = {0};
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              int next = Math.min(text.length(), written[0] + 3);
              Files.writeString(file, text.substring(written[0], next), StandardOpenOption.APPEND);
              written[0] = next;
              torn.compareAndSet(false, !titles(library).equals(List.of("Before")));
              return next == text.length();
            });

    assertThat(torn).isFalse();
    within2s(() -> assertThat(titles(library)).containsExactly("After"));
    assertThat(library.on(TODAY).getFirst().articles()).hasSize(1);
    assertThat(log.lines()).noneMatch(line -> line.contains(".md:"));
  }

  @ParameterizedTest
  @EnumSource
  void readersNeverSeeAGapWhileAFileIsReplaced(Noticed noticed) throws Exception {
    NEWS.titled("Edition 0").write(posts());
    FolderLibrary library = open(noticed);
    CountDownLatch stop = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> readers =
          Stream.generate(() -> threads.submit(() -> gaps(library, stop))).limit(4).toList();

      for (int edition = 1; edition <= 3; edition++) {
        // An editor that moves the old file away and writes a new one.
        Path file = posts().resolve(NEWS.name() + ".md");
        Files.move(
            file, posts().resolve(NEWS.name() + ".md~"), StandardCopyOption.REPLACE_EXISTING);
        String title = "Edition " + edition;
        NEWS.titled(title).write(posts());
        within2s(() -> assertThat(titles(library)).containsExactly(title));
      }
      stop.countDown();

      for (Future<Long> one : readers) {
        assertThat(one.get()).isZero();
      }
    }
  }

  private static long gaps(FolderLibrary library, CountDownLatch stop) throws InterruptedException {
    long gaps = 0;
    while (!stop.await(200, TimeUnit.MICROSECONDS)) {
      boolean there =
          library.on(TODAY).size() == 1
              && library.latest("ko", NOW).isPresent()
              && library.find(DigestId.of(TODAY, NEWS.name()), NOW).isPresent();
      gaps += there ? 0 : 1;
    }
    return gaps;
  }

  @ParameterizedTest
  @EnumSource
  void fiveHundredQuickSavesAreAHandfulOfReadings(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);

    for (int save = 1; save <= 500; save++) {
      NEWS.titled("Save " + save).replace(posts());
    }

    within2s(() -> assertThat(titles(library)).containsExactly("Save 500"));
    assertThat(reader.get().readings()).isLessThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatVanishesKeepsItsDigestsInServiceAndSaysSo(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);
    Path away = folder.resolve("away");

    Files.move(posts(), away);
    within2s(
        () ->
            assertThat(library.health())
                .isInstanceOfSatisfying(
                    Health.Unreadable.class,
                    health -> assertThat(health.reason()).endsWith("_posts is gone")));
    assertThat(titles(library)).containsExactly("Before");

    // What an unmounted disk leaves behind: another folder, empty.
    Files.createDirectory(posts());
    allThrough(() -> titles(library).equals(List.of("Before")));
    assertThat(library.health()).isInstanceOf(Health.Unreadable.class);

    Files.delete(posts());
    Files.move(away, posts());
    NEWS.titled("After").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("After"));
    assertThat(library.health()).isEqualTo(new Health.Good());
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatComesLateIsSeenAndFollowedFromThenOn(Noticed noticed) throws Exception {
    Path late = folder.resolve("late");
    FolderLibrary library = open(late, noticed.fast(), FolderLibrary.BYTES);
    assertThat(library.health()).isInstanceOf(Health.Unreadable.class);

    NEWS.write(late.resolve("_posts"));
    within2s(() -> assertThat(titles(library)).containsExactly("Before"));
    NEWS.titled("After").write(late.resolve("_posts"));
    within2s(() -> assertThat(titles(library)).containsExactly("After"));
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatTakesThePlaceOfAnotherIsFollowed(Noticed noticed) throws Exception {
    Path content = folder.resolve("content");
    NEWS.write(content.resolve("_posts"));
    NEWS.titled("Next release").write(folder.resolve("next/_posts"));
    FolderLibrary library = open(content, noticed.fast(), FolderLibrary.BYTES);

    Files.move(content, folder.resolve("former"));
    Files.move(folder.resolve("next"), content);
    within2s(() -> assertThat(titles(library)).containsExactly("Next release"));
    NEWS.titled("Corrected").write(content.resolve("_posts"));
    within2s(() -> assertThat(titles(library)).containsExactly("Corrected"));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinTakesOverWhenTheOtherFileLeaves(Noticed noticed) throws Exception {
    Path first = NEWS.titled("First").write(posts().resolve("a"));
    FolderLibrary library = open(noticed);

    Path second = NEWS.titled("Second").write(posts().resolve("b"));
    within2s(() -> assertThat(titles(library)).containsExactly("Second"));
    Files.delete(second);
    within2s(() -> assertThat(titles(library)).containsExactly("First"));
    assertThat(first).exists();
  }

  @ParameterizedTest
  @EnumSource
  void topicsThatCannotBeReadLeaveTheFormerOnesInService(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library =
        new FolderLibrary(
            folder,
            () -> {
              if (Files.exists(folder.resolve("topics.yml"))) {
                throw new IllegalStateException("no topics");
              }
              return reader.get();
            },
            FolderLibrary.BYTES,
            noticed.fast());
    opened.add(library);

    Files.writeString(folder.resolve("topics.yml"), ":");
    within2s(() -> assertThat(said("topics and sources stay as they were")).isEqualTo(1));
    NEWS.titled("After").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("After"));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatFailsStopsNobody(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);
    library.onChange(
        change -> {
          throw new IllegalStateException("a listener's fault");
        });

    NEWS.titled("After").write(posts());
    within2s(() -> assertThat(said("a listener failed")).isEqualTo(1));
    NEWS.titled("Later").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Later"));
  }

  @Test
  void aDiskThatDoesNotReportWhatOthersDoIsPolled() {
    Path proc = Path.of("/proc/self");
    Assumptions.assumeTrue(Files.isDirectory(proc), "only Linux has such a folder at hand");

    try (Reports reports = new Reports(proc, () -> {})) {
      assertThat(reports.keepUp()).isFalse();
      assertThat(said("changes are not reported")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void changedTopicsTagEveryDigestAnew(Noticed noticed) throws Exception {
    NEWS.write(posts());
    Post.named("2026-02-01-older").write(posts());
    Files.writeString(folder.resolve("topics.yml"), "before");
    FolderLibrary library = open(noticed);
    assertThat(topics(library, TODAY)).containsExactly("none");

    reader.set(new CountingReader("chips"));
    Files.writeString(folder.resolve("topics.yml"), "after: chips");
    within2s(
        () -> {
          assertThat(topics(library, TODAY)).containsExactly("chips");
          assertThat(topics(library, LocalDate.of(2026, 2, 1))).containsExactly("chips");
          assertThat(changes).anyMatch(Change::tags);
        });

    reader.set(new CountingReader("law"));
    Files.writeString(folder.resolve("sources.yml"), "new");
    within2s(() -> assertThat(topics(library, TODAY)).containsExactly("law"));
  }

  private static List<String> topics(FolderLibrary library, LocalDate date) {
    return library.on(date).stream()
        .flatMap(digest -> digest.articles().stream())
        .flatMap(article -> article.topics().stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void changesBehindASymbolicLinkAreSeen(Noticed noticed) throws Exception {
    Path real = NEWS.write(folder.resolve("elsewhere"));
    Files.createDirectories(posts());
    Files.createSymbolicLink(posts().resolve(real.getFileName()), real);
    FolderLibrary library = open(noticed);

    NEWS.titled("After").write(folder.resolve("elsewhere"));

    within2s(() -> assertThat(titles(library)).containsExactly("After"));
  }

  @ParameterizedTest
  @EnumSource
  void editorsTemporaryFilesAreNoDigests(Noticed noticed) throws Exception {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);

    for (String name :
        List.of(
            ".x.md.swp",
            NEWS.name() + ".md~",
            ".#" + NEWS.name() + ".md",
            "4913",
            NEWS.name() + ".md.tmp")) {
      Files.writeString(posts().resolve(name), "no digest");
    }

    allThrough(() -> titles(library).equals(List.of("Before")));
    assertThat(changes).isEmpty();
    assertThat(reader.get().readings()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void closingLeavesNoThread(Noticed noticed) throws IOException {
    NEWS.write(posts());
    FolderLibrary library = open(noticed);
    await().atMost(Duration.ofSeconds(2)).until(() -> !Heard.threads().isEmpty());

    long start = System.nanoTime();
    library.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
    within2s(() -> assertThat(Heard.threads()).isEmpty());
    assertThat(titles(library)).containsExactly("Before");
  }
}
