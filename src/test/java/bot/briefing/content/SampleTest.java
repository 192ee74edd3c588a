package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real digest, by path: {@code -Dsamples.dir=…}. */
class SampleTest {
  private static Digest digest;

  @BeforeAll
  static void read() throws Exception {
    Path file = Path.of(System.getProperty("samples.dir", "samples"), "2026-02-12-ai-news.md");
    Assumptions.assumeTrue(Files.exists(file), "no sample: give its folder by -Dsamples.dir=…");
    digest =
        new DigestReader(ZoneId.of("Asia/Seoul"), _ -> List.of())
            .read(file.getFileName().toString(), Files.readAllBytes(file));
  }

  @Test
  void theSampleHasSixStoriesEachWithAllItsFieldsAndTwoSections() {
    assertThat(digest.articles()).hasSize(6);
    assertThat(digest.articles())
        .allSatisfy(
            article -> {
              assertThat(article.title()).isNotBlank();
              assertThat(article.url()).isNotNull();
              assertThat(article.source()).isNotBlank();
              assertThat(article.date()).isEqualTo(LocalDate.of(2026, 2, 12));
              assertThat(article.sections()).hasSize(2);
              assertThat(article.sections())
                  .extracting(Section::heading)
                  .containsExactly("요약", "주요 내용 및 시사점");
              assertThat(article.sections())
                  .allSatisfy(
                      section ->
                          assertThat(section.blocks())
                              .hasSize(3)
                              .allMatch(Block.Bullet.class::isInstance));
            });
    assertThat(digest.remainder()).isEmpty();
  }

  @Test
  void theSamplesFrontMatterTellsTitleInstantAndLanguage() {
    assertThat(digest.title()).isEqualTo("2026-02-12 AI 뉴스");
    assertThat(digest.published()).isEqualTo(Instant.parse("2026-02-12T07:25:47Z"));
    assertThat(digest.language()).isEqualTo("ko");
    assertThat(digest.stem()).isEqualTo("2026-02-12-ai-news");
  }

  @Test
  void everyBoldRunOfTheSampleIsBoldAndNoStarIsLeft() {
    List<Span> spans =
        digest.articles().stream()
            .flatMap(article -> article.sections().stream())
            .flatMap(section -> section.blocks().stream())
            .map(Block.Bullet.class::cast)
            .flatMap(bullet -> bullet.spans().stream())
            .toList();
    assertThat(spans).noneMatch(span -> span.text().contains("*"));
    assertThat(spans)
        .filteredOn(span -> span.has(Span.Mark.STRONG))
        .extracting(Span::text)
        .contains("'Oracle Health Clinical AI Agent'", "연방네트워크청(Bundesnetzagentur)");
  }
}
