package bot.briefing.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Library;
import bot.briefing.content.Library.Health;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is read once. */
final class FolderLibraryTest extends LibraryContract {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 12);

  @TempDir private Path folder;

  @Override
  Library library(Post... posts) throws Exception {
    Path content = Files.createTempDirectory(folder, "content");
    for (Post post : posts) {
      post.write(Files.createDirectories(content.resolve("_posts")));
    }
    return open(content, new CountingReader(), FolderLibrary.BYTES);
  }

  private static FolderLibrary open(Path content, Reading reader, long bytes) {
    return new FolderLibrary(content, () -> reader, bytes, null);
  }

  private FolderLibrary open() {
    return open(folder, new CountingReader(), FolderLibrary.BYTES);
  }

  private Path posts() {
    return folder.resolve("_posts");
  }

  @Test
  void subFoldersAndBothEndingsAreReadAndNothingElse() throws Exception {
    Post.named("2026-02-12-deep").write(posts().resolve("2026/02"));
    Files.writeString(
        posts().resolve("2026-02-12-long.markdown"), Post.named("2026-02-12-long").text());
    Post.named("2026-02-12-hidden").write(posts().resolve(".trash"));
    Post.named("2026-02-12-draft").write(folder.resolve("_drafts"));
    for (String other :
        List.of(
            ".2026-02-12-a.md.swp",
            "2026-02-12-a.md~",
            ".#2026-02-12-a.md",
            "4913",
            "2026-02-12-a.md.tmp",
            "README.md",
            "topics.yml")) {
      Files.writeString(posts().resolve(other), "not a digest");
    }

    try (FolderLibrary library = open()) {
      assertThat(library.on(TODAY))
          .extracting(Digest::stem)
          .containsExactlyInAnyOrder("2026-02-12-deep", "2026-02-12-long");
    }
  }

  @Test
  void aFolderWithoutPostsMayHoldTheDigestsItself() throws Exception {
    Post.named("2026-02-12-news").write(folder);
    Post.named("2026-02-12-elsewhere").write(folder.resolve("node_modules"));

    try (FolderLibrary library = open()) {
      assertThat(library.on(TODAY)).extracting(Digest::stem).containsExactly("2026-02-12-news");
    }
  }

  @Test
  void aKoreanNameThatIsDecomposedOnDiskIsTheSameDigest() throws Exception {
    String stem = "2026-02-12-인공지능-소식";
    Post post = Post.named(stem);
    Files.createDirectories(posts());
    Files.writeString(
        posts().resolve(Normalizer.normalize(stem, Normalizer.Form.NFD) + ".md"), post.text());

    try (FolderLibrary library = open()) {
      assertThat(library.find(DigestId.of(TODAY, stem), NOW)).map(Digest::stem).hasValue(stem);
    }
  }

  @Test
  void symbolicLinksAreFollowedAndLoopsAreNot() throws Exception {
    Path real = Post.named("2026-02-12-news").write(folder.resolve("elsewhere"));
    Files.createDirectories(posts());
    Files.createSymbolicLink(posts().resolve("2026-02-12-linked.md"), real);
    Files.createSymbolicLink(posts().resolve("2026-02-12-dangling.md"), folder.resolve("nowhere"));
    Files.createSymbolicLink(posts().resolve("loop"), posts());

    try (FolderLibrary library = open()) {
      assertThat(library.on(TODAY)).extracting(Digest::stem).containsExactly("2026-02-12-linked");
    }
  }

  @Test
  void ofTwoFilesOfOneNameTheOneModifiedLaterWins() throws Exception {
    Path old = Post.named("2026-02-12-news").titled("Old").write(posts().resolve("z"));
    Path late = Post.named("2026-02-12-news").titled("Late").write(posts().resolve("a"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(60)));
    Files.setLastModifiedTime(late, FileTime.from(NOW));

    try (Heard log = new Heard();
        FolderLibrary library = open()) {
      assertThat(library.on(TODAY)).extracting(Digest::title).containsExactly("Late");
      assertThat(log.lines()).filteredOn(line -> line.contains("twin")).hasSize(1);
    }
  }

  @Test
  void aFileThatCannotBeReadIsLeftOutAndNamedWithItsLine() throws Exception {
    Post.named("2026-02-12-news").write(posts());
    Files.writeString(posts().resolve("2026-02-12-open.md"), "---\ntitle: x\n");

    try (Heard log = new Heard();
        FolderLibrary library = open()) {
      assertThat(library.on(TODAY)).extracting(Digest::stem).containsExactly("2026-02-12-news");
      assertThat(log.lines())
          .filteredOn(
              line ->
                  line.contains(
                      "2026-02-12-open.md:1: the front matter is opened by --- and never closed"))
          .hasSize(1);
    }
  }

  @Test
  void aFolderThatIsMissingOrHoldsOnlyBrokenFilesIsUnreadable() throws Exception {
    Files.createDirectories(posts());
    Files.createFile(posts().resolve("2026-02-12-empty.md"));

    try (FolderLibrary broken = open();
        FolderLibrary missing =
            open(folder.resolve("missing"), new CountingReader(), FolderLibrary.BYTES)) {
      assertThat(broken.health())
          .isInstanceOfSatisfying(
              Health.Unreadable.class,
              health -> assertThat(health.reason()).contains("2026-02-12-empty.md:1:"));
      assertThat(missing.health())
          .isInstanceOfSatisfying(
              Health.Unreadable.class,
              health -> assertThat(health.reason()).endsWith("missing is not there"));
    }
  }

  @Test
  void anOlderDigestThatWasEvictedIsReadAgainAndTheLatestNeverIs() throws Exception {
    String filler = "https://example.com/" + "x".repeat(10_000);
    for (int day = 1; day <= 20; day++) {
      Post.named("2026-01-%02d-news".formatted(day)).linking(filler).write(posts());
    }
    CountingReader reader = new CountingReader();

    try (FolderLibrary library = open(folder, reader, 200_000)) {
      for (int round = 0; round < 3; round++) {
        for (LocalDate date : library.dates()) {
          assertThat(library.on(date)).hasSize(1);
        }
        assertThat(library.latest("ko", NOW)).map(Digest::stem).hasValue("2026-01-20-news");
      }

      FolderLibrary.Statistics statistics = library.statistics();
      assertThat(statistics.files()).isEqualTo(20);
      assertThat(statistics.bytes()).isBetween(1L, 200_000L);
      assertThat(statistics.evictions()).isPositive();
      assertThat(reader.readings()).isGreaterThan(20);
      assertThat(reader.readings("2026-01-20-news.md")).isEqualTo(1);
    }
  }

  @Test
  void theLatestSoFarStaysInMemoryWhileANewerOneWaitsForItsInstant() throws Exception {
    String filler = "https://example.com/" + "x".repeat(10_000);
    Post.named("2026-12-31-future").write(posts());
    Post.named("2026-06-01-latest").write(posts());
    for (int day = 1; day <= 20; day++) {
      Post.named("2026-01-%02d-news".formatted(day)).linking(filler).write(posts());
    }
    CountingReader reader = new CountingReader();
    Instant june = Instant.parse("2026-06-02T00:00:00Z");

    try (FolderLibrary library = open(folder, reader, 100_000)) {
      library.latest("ko", june);
      int before = reader.readings("2026-06-01-latest.md");
      library.dates().headSet(LocalDate.of(2026, 2, 1)).forEach(library::on);
      library.dates().headSet(LocalDate.of(2026, 2, 1)).forEach(library::on);

      assertThat(library.latest("ko", june)).map(Digest::stem).hasValue("2026-06-01-latest");
      assertThat(reader.readings("2026-06-01-latest.md")).isEqualTo(before);
    }
  }

  @Test
  void manyWhoAskForOneFileAtOnceCauseOneReading() throws Exception {
    Path file = Post.named("2026-02-12-news").write(posts());
    CountingReader reader = new CountingReader();
    Digest digest = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
    Entry entry = new Entry(file, Stamp.of(file), digest);
    DigestCache cache = new DigestCache(FolderLibrary.BYTES);
    CountDownLatch asking = new CountDownLatch(50);
    Reading slow =
        (name, bytes) -> {
          awaitQuietly(asking);
          return reader.read(name, bytes);
        };

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Digest>>> asked =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            asking.countDown();
                            return cache.load(entry, Map.of(), slow);
                          }))
              .toList();
      for (Future<Optional<Digest>> one : asked) {
        assertThat(one.get()).hasValue(digest);
      }
    }

    assertThat(reader.readings()).isEqualTo(2);
    assertThat(cache.statistics().loadCount()).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aButtonFindsADigestThatMovedOrGotItsLanguageIntoItsNameBeforeTheStart() throws Exception {
    Post.named("2026-02-12-moved").at("2026-02-13T07:00:00+09:00").write(posts());
    Post.named("2026-02-12-news.ko").write(posts());
    Post.named("2026-02-12-news.en").with("lang: en").write(posts());

    try (FolderLibrary library = open()) {
      assertThat(library.find(DigestId.of(TODAY, "2026-02-12-moved"), NOW))
          .map(Digest::date)
          .hasValue(LocalDate.of(2026, 2, 13));
      assertThat(library.find(DigestId.of(TODAY, "2026-02-12-news"), NOW))
          .map(Digest::edition)
          .hasValue("2026-02-12:2026-02-12-news");
      assertThat(library.find(DigestId.of(TODAY, "2026-02-12-never"), NOW)).isEmpty();
    }
  }

  @Test
  void threeThousandFilesAreIndexedAndAreNotAllKept() throws Exception {
    Files.createDirectories(posts());
    LocalDate first = LocalDate.of(2018, 1, 1);
    for (int day = 0; day < 3000; day++) {
      Post.named(first.plusDays(day) + "-news").write(posts());
    }
    CountingReader reader = new CountingReader();

    // The thread's own time, whatever else the machine does.
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    try (FolderLibrary library = open(folder, reader, 1 << 20)) {
      assertThat(thread.getCurrentThreadCpuTime() - start).isLessThan(5_000_000_000L);
      assertThat(library.dates()).hasSize(3000);
      assertThat(reader.readings()).isEqualTo(3000);
      assertThat(library.statistics().bytes()).isLessThanOrEqualTo(1 << 20);
    }
  }

  @Test
  void theRealReaderAndItsTaggerStandBehindBothWaysToOpenAFolder() throws Exception {
    Post.named("2026-02-12-news").with("lang: ko").write(posts());
    DigestReader reader = new DigestReader(ZoneId.of("Asia/Seoul"), article -> List.of("chips"));

    try (FolderLibrary once = FolderLibrary.readOnce(folder, reader);
        FolderLibrary watched = FolderLibrary.watch(folder, () -> reader)) {
      for (FolderLibrary library : List.of(once, watched)) {
        Digest digest = library.latest("ko", NOW).orElseThrow();
        assertThat(digest.stem()).isEqualTo("2026-02-12-news");
        assertThat(digest.articles().getFirst().topics()).containsExactly("chips");
      }
    }
  }

  @Test
  void readingOnceStartsNoThread() throws Exception {
    Post.named("2026-02-12-news").write(posts());

    try (FolderLibrary library = open()) {
      assertThat(library.dates()).hasSize(1);
      assertThat(Heard.threads()).isEmpty();
    }
  }
}
