package bot.briefing.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.Library.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However changes are noticed: in time, whole, and none that is none. */
final class FolderWatchTest extends WatchedFolder {
  @ParameterizedTest
  @EnumSource
  void aFileThatComesChangesAndLeavesIsSeenWithin2s(Noticed noticed) throws Exception {
    Files.createDirectories(posts());
    FolderLibrary library = open(folder, noticed.inService(), FolderLibrary.BYTES);
    assertThat(library.health()).isEqualTo(new Health.Empty());

    Path file = NEWS.write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Before"));
    within2s(() -> assertThat(library.health()).isEqualTo(new Health.Good()));

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
