package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.card.Block;
import bot.briefing.content.UnreadableDigestException.Reason;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestReaderTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  static Digest read(String name, String text) throws UnreadableDigestException {
    return new DigestReader(SEOUL, _ -> List.of())
        .read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Digest read(String text) throws UnreadableDigestException {
    return read("2026-03-30-news.md", text);
  }

  private static Digest withDate(String date) throws UnreadableDigestException {
    return read("---\ndate: " + date + "\n---\n## 소식\n글.\n");
  }

  static List<String> words(Article article) {
    return article.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .map(Block::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-02-12 16:25:47 +0900   | 2026-02-12T07:25:47Z
          2026-02-12T16:25:47+09:00   | 2026-02-12T07:25:47Z
          "2026-02-12T07:25:47Z"      | 2026-02-12T07:25:47Z
          2026.02.12 08:00 KST        | 2026-02-11T23:00:00Z
          2026-02-12 08:00            | 2026-02-11T23:00:00Z
          2026-02-12                  | 2026-02-11T15:00:00Z
          2026년 2월 12일             | 2026-02-11T15:00:00Z
          2026-02-12 08:00 Europe/Rome| 2026-02-12T07:00:00Z
          whenever                    | 2026-03-29T15:00:00Z
          """)
  void aDateIsReadInTheZoneThatItNamesElseInTheOneGivenElseFromTheFileName(
      String date, Instant published) throws Exception {
    assertThat(withDate(date).published()).isEqualTo(published);
  }

  @Test
  void aFrontMatterMayHaveBomCrLfFoldedTextAndThreeDotsAtItsEnd() throws Exception {
    Digest digest =
        read(
            "\ufeff"
                + """
                ---
                title: >-
                  오늘의
                  뉴스
                tags: [ai, news]
                lang: ko-KR
                ref: r1
                image: https://i.example/a.png
                ...
                ## 소식

                글.
                """
                    .replace("\n", "\r\n"));
    assertThat(digest.title()).isEqualTo("오늘의 뉴스");
    assertThat(digest.language()).isEqualTo("ko");
    assertThat(digest.ref()).isEqualTo("r1");
    assertThat(digest.image()).hasToString("https://i.example/a.png");
    assertThat(digest.articles()).extracting(Article::title).containsExactly("소식");
  }

  @Test
  void aTitleComesFromTheFirstHeadingElseFromTheFileName() throws Exception {
    assertThat(read("# 큰 제목\n\n## 소식\n글.\n").title()).isEqualTo("큰 제목");
    assertThat(read("2026-03-30-ai-news.en.md", "## Story\ntext\n").title()).isEqualTo("ai news");
  }

  @Test
  void theLanguageComesFromTheFileNameElseFromTheLetters() throws Exception {
    assertThat(read("2026-03-30-a.en.md", "## 소식\n글.\n").language()).isEqualTo("en");
    assertThat(read("## 소식\nAI Act 글입니다.\n").language()).isEqualTo("ko");
    assertThat(read("## Story\nSome words.\n").language()).isEqualTo("en");
    assertThat(read("## ニュース\nこれは記事です。\n").language()).isEqualTo("ja");
  }

  @Test
  void aPicturesWordsAreShownWithoutTheirMarks() throws Exception {
    assertThat(DigestJson.write(read("## a\n![**굵은** `코드`\n글](/p.png)\n")))
        .contains("굵은 코드")
        .contains("글")
        .doesNotContain("**");
  }

  @Test
  void aDigestKnowsItsFileByTheBytes() throws Exception {
    String text = "## a\nb\n";
    assertThat(read(text).file()).isNotEmpty().isEqualTo(read(text).file());
    assertThat(read(text).file()).isNotEqualTo(read(text + "\n").file());
  }

  @Test
  void theStemIsInComposedForm() throws Exception {
    String name = Normalizer.normalize("2026-03-30-뉴스.md", Normalizer.Form.NFD);
    assertThat(read(name, "## 소식\n글.\n").stem()).isEqualTo("2026-03-30-뉴스");
  }

  @Test
  void aDigestThatIsNotPublishedIsOfNoTime() throws Exception {
    assertThat(read("---\npublished: false\n---\n## a\nb\n").published()).isEqualTo(Instant.MAX);
  }

  @Test
  void onlyFiveThingsMakeAFileUnreadableAndTheLineIsTold() {
    assertUnreadable("", Reason.EMPTY, 1);
    assertUnreadable(" \n\n", Reason.EMPTY, 1);
    assertUnreadable("a".repeat(DigestReader.MOST_BYTES + 1), Reason.TOO_LARGE, 1);
    assertUnreadable("---\ntitle: a\n\n## b\n", Reason.NOT_CLOSED, 1);
    assertUnreadable("---\ntitle: a\ndate: b: c\n---\n", Reason.NOT_YAML, 3);
    byte[] latin = "## a\n\ncaf\u00e9 noir\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> new DigestReader(SEOUL, _ -> List.of()).read("2026-01-01-a.md", latin))
        .isInstanceOfSatisfying(
            UnreadableDigestException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.NOT_UTF8);
              assertThat(e.line()).isEqualTo(3);
            });
  }

  private static void assertUnreadable(String text, Reason reason, int line) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            UnreadableDigestException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  @Test
  void wordsBetweenTwoRulesAreNoFrontMatter() throws Exception {
    assertThat(read("---\n그냥 글입니다.\n\n***\n---\n").articles())
        .flatMap(DigestReaderTest::words)
        .containsExactly("그냥 글입니다.");
  }

  @Test
  void aPostWithoutAHeadingIsOneStory() throws Exception {
    Digest digest = read("---\ntitle: 제목\n---\n그냥 글.\n\n둘째 문단 **닫지 않음\n");
    assertThat(digest.articles()).extracting(Article::title).containsExactly("제목");
    assertThat(words(digest.articles().getFirst())).containsExactly("그냥 글.", "둘째 문단 닫지 않음");
  }

  @Test
  void aFileInDecomposedFormReadsAsOneInComposedForm() throws Exception {
    String text =
        """
        ---
        title: 오늘의 뉴스
        ---
        ## 독일 **내각**은
        [신문](https://n.example/1) - 발행일: 2026년 3월 29일
        ### 요약
        - **규제(법)**는 `가`
        ## 결론
        끝.
        """;
    assertThat(read(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .usingRecursiveComparison()
        .ignoringFields("file")
        .isEqualTo(read(text));
    assertThat(read(text).articles()).extracting(Article::source).containsExactly("신문");
  }

  @Test
  void topicsComeFromTheTagger() throws Exception {
    byte[] file = "## a\nb\n".getBytes(StandardCharsets.UTF_8);
    Digest digest =
        new DigestReader(SEOUL, article -> List.of("of-" + article.title()))
            .read("2026-01-01-a.md", file);
    assertThat(digest.articles().getFirst().topics()).containsExactly("of-a");
  }
}
