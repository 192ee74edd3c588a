package bot.briefing.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.Library.Health;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of digests whose files change, however that is noticed. */
final class FolderUpkeepTest extends WatchedFolder {
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
    within2s(
        () ->
            assertThat(said("news.md:1: the front matter is opened by --- and never closed"))
                .isEqualTo(1));
    Files.writeString(file, "---\ntitle: half of it");
    allThrough(() -> titles(library).equals(List.of("Before")));
    assertThat(said("never closed")).isEqualTo(1);
    assertThat(library.health()).isEqualTo(new Health.Good());

    NEWS.titled("Mended").write(posts());
    within2s(() -> assertThat(titles(library)).containsExactly("Mended"));
    assertThat(said("can be read again")).isEqualTo(1);
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
}
