package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.card.Block;
import bot.briefing.content.UnreadableDigestException.Reason;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
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

  private static List<String> words(Article article) {
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
  void storiesMayStandUnderCategoriesWithTheirSourcesToldInManyWays() throws Exception {
    Digest digest =
        read(
            """
            # 오늘의 AI 뉴스

            ## 한눈에 보기
            - 첫째 소식

            ## 정책

            ### 1. EU, AI법 시행
            > 📎 원문: [Reuters](https://r.example/1)

            본문 **첫(줄)**입니다.
            둘째 줄.

            ### 2. 행정명령
            - 요점

            [🔗 원문](https://r.example/2)

            ## 기술

            ### 3. [모델 공개](https://r.example/3)
            내용.

            ### 4. 넷째
            **출처**:
            - [The Verge](https://v.example/4)

            **핵심 요약**
            - 가

            ### 5. 다섯째
            글.
            → 원문: [AP](https://a.example/5) (2026.03.29)

            ## 결론
            마무리 말.
            """);
    assertThat(digest.articles())
        .extracting(Article::title)
        .containsExactly("EU, AI법 시행", "행정명령", "모델 공개", "넷째", "다섯째");
    assertThat(digest.articles())
        .extracting(article -> article.url() + " " + article.source())
        .containsExactly(
            "https://r.example/1 Reuters",
            "https://r.example/2 null",
            "https://r.example/3 null",
            "https://v.example/4 The Verge",
            "https://a.example/5 AP");
    assertThat(digest.articles().get(4).date()).isEqualTo(LocalDate.of(2026, 3, 29));
    assertThat(words(digest.articles().getFirst())).containsExactly("본문 첫(줄)입니다. 둘째 줄.");
    assertThat(digest.articles().get(3).sections())
        .extracting(Section::heading)
        .containsExactly("핵심 요약");
    assertThat(digest.remainder())
        .extracting(Block::text)
        .containsExactly("한눈에 보기", "첫째 소식", "정책", "기술", "결론", "마무리 말.");
  }

  @Test
  void aParagraphThatIsOneBoldLinkIsAStory() throws Exception {
    Digest digest =
        read(
            """
            ## 정책
            **[EU가 법을 시행](https://a.example/1)**
            요약 문장.

            **[미국이 명령](https://a.example/2)**

            두 번째 요약.
            """);
    assertThat(digest.articles()).extracting(Article::title).containsExactly("EU가 법을 시행", "미국이 명령");
    assertThat(words(digest.articles().getFirst())).containsExactly("요약 문장.");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("정책");
  }

  @Test
  void anItemOfAListThatBeginsWithALinkIsAStory() throws Exception {
    Digest digest =
        read(
            """
            ## 오늘의 주요 뉴스
            - **[EU가 법을 시행](https://a.example/1)** — 요약 문장.
              - 세부
              - 출처: Reuters, 2026-03-29
            - [미국이 명령](https://a.example/2): 둘.

            끝맺음.
            """);
    assertThat(digest.articles())
        .extracting(article -> article.title() + " " + article.url() + " " + article.source())
        .containsExactly(
            "EU가 법을 시행 https://a.example/1 Reuters", "미국이 명령 https://a.example/2 null");
    assertThat(words(digest.articles().getFirst())).containsExactly("요약 문장.", "세부");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("오늘의 주요 뉴스", "끝맺음.");
  }

  @Test
  void aBoldLineWithItsSourceBelowIsAStory() throws Exception {
    Digest digest =
        read(
            """
            **1. 첫 소식**
            내용.
            출처: [Reuters](https://a.example/1)

            **2. 둘째 소식**

            - 발행일: 2026-03-29
            - 출처: [AP](https://a.example/2)
            """);
    assertThat(digest.articles())
        .extracting(article -> article.title() + " " + article.source() + " " + article.date())
        .containsExactly("첫 소식 Reuters null", "둘째 소식 AP 2026-03-29");
  }

  @Test
  void anEnglishSourceLineIsUnderstoodInAnyOrder() throws Exception {
    Digest digest =
        read(
            """
            ## One
            [Fujitsu](https://f.example/1) - Published: 2026-03-29

            ### Summary
            - a

            ---

            ## Two
            Published: March 29, 2026 | Source: [Oracle](https://o.example/1)

            Text.
            """);
    assertThat(digest.articles())
        .extracting(article -> article.source() + " " + article.date())
        .containsExactly("Fujitsu 2026-03-29", "Oracle 2026-03-29");
    assertThat(words(digest.articles().get(1))).containsExactly("Text.");
  }

  @Test
  void whatASourceLineSaysBeyondItsFieldsStays() throws Exception {
    Article article =
        read("## a\n[N](https://n.example) - 발행일: 2026-03-29 - 홍길동 기자\n").articles().getFirst();
    assertThat(article.source()).isEqualTo("N");
    assertThat(words(article)).singleElement().asString().contains("홍길동 기자");
  }

  @Test
  void aLinkInsideASentenceIsNoSource() throws Exception {
    Article article = read("## a\n자세한 [링크](https://n.example)를 보라.\n").articles().getFirst();
    assertThat(article.url()).isNull();
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
  void whatStandsBesideALinkedHeadlineIsItsSourceOrItsText() throws Exception {
    Digest digest =
        read(
            """
            **[하나](https://a.example/1)** — *Google Blog, March 29, 2026*

            글.

            **[둘](https://a.example/2)** (2026-03-28)
            둘째 글.

            **[셋](https://a.example/3)**: 한 줄 요약.

            **[누구](https://a.example/4)**는 이렇게 말했다.

            **마무리**

            끝.
            """);
    assertThat(digest.articles())
        .extracting(story -> story.title() + " " + story.source() + " " + story.date())
        .containsExactly("하나 Google Blog 2026-03-29", "둘 null 2026-03-28", "셋 null null");
    assertThat(words(digest.articles().getLast())).containsExactly("한 줄 요약.", "누구는 이렇게 말했다.");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("마무리", "끝.");
  }

  @Test
  void anItemMayNameItsSourceInParentheses() throws Exception {
    Digest digest =
        read(
            """
            - [하나](https://a.example/1) (Reuters)
            - [둘](https://a.example/2) (AP, 2026-03-28): 요약.
            - [셋](https://a.example/3) (유료)
            - [넷](https://a.example/4) - 요약이다.
            - https://a.example/5
            """);
    assertThat(digest.articles())
        .extracting(story -> story.title() + " " + story.source() + " " + words(story))
        .containsExactly(
            "하나 Reuters []", "둘 AP [요약.]", "셋 null [(유료)]", "넷 null [요약이다., https://a.example/5]");
  }

  @Test
  void aSourceMayBeTheLastLineOrStandInParenthesesAtTheEnd() throws Exception {
    Digest digest =
        read(
            """
            ## 하나
            글.
            <https://a.example/1>

            ## 둘
            글이 이어진다 ([The Verge](https://a.example/2)).

            ## 三
            出典：[ITmedia](https://a.example/3)（2026年3月29日）
            글.

            ## 넷
            - 요점
            - 📎 [AP](https://a.example/4)
            """);
    assertThat(digest.articles())
        .extracting(story -> story.url() + " " + story.source() + " " + story.date())
        .containsExactly(
            "https://a.example/1 null null",
            "https://a.example/2 The Verge null",
            "https://a.example/3 ITmedia 2026-03-29",
            "https://a.example/4 AP null");
    assertThat(digest.articles())
        .flatMap(DigestReaderTest::words)
        .containsExactly("글.", "글이 이어진다 (The Verge).", "글.", "요점");
  }

  @Test
  void aLineInBoldIsAStoryWhoseSourceAnItemNames() throws Exception {
    Digest digest =
        read(
            """
            **🔹 하나**
            - 요점
            - 🔗 https://a.example/1

            **🔹 둘**
            - 🔗 [구글](https://a.example/2)
            """);
    assertThat(digest.articles())
        .extracting(story -> story.title() + " " + story.url())
        .containsExactly("🔹 하나 https://a.example/1", "🔹 둘 https://a.example/2");
  }

  @Test
  void linesInBoldAreNumberedStoriesAndTheEndingIsNone() throws Exception {
    Digest digest =
        read(
            """
            **1. 하나**

            글.

            출처: 구글 블로그 (https://a.example/1)

            **2. 둘**

            출처: AP https://a.example/2/2026-01-01/x

            **마무리**

            끝.
            """);
    assertThat(digest.articles())
        .extracting(story -> story.title() + " " + story.source() + " " + story.url())
        .containsExactly("하나 구글 블로그 https://a.example/1", "둘 AP https://a.example/2/2026-01-01/x");
    assertThat(digest.articles().getLast().date()).isNull();
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("마무리", "끝.");
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
