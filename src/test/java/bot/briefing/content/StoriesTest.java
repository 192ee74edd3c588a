package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How stories, and their sources, are told in digests that people write. */
class StoriesTest {
  private static final String NAME = "2026-03-30-news.md";

  @Test
  void storiesMayStandUnderCategoriesWithTheirSourcesToldInManyWays() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
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
    assertThat(DigestReaderTest.words(digest.articles().getFirst()))
        .containsExactly("본문 첫(줄)입니다. 둘째 줄.");
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
        DigestReaderTest.read(
            NAME,
            """
            ## 정책
            **[EU가 법을 시행](https://a.example/1)**
            요약 문장.

            **[미국이 명령](https://a.example/2)**

            두 번째 요약.
            """);
    assertThat(digest.articles()).extracting(Article::title).containsExactly("EU가 법을 시행", "미국이 명령");
    assertThat(DigestReaderTest.words(digest.articles().getFirst())).containsExactly("요약 문장.");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("정책");
  }

  @Test
  void anItemOfAListThatBeginsWithALinkIsAStory() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
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
    assertThat(DigestReaderTest.words(digest.articles().getFirst()))
        .containsExactly("요약 문장.", "세부");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("오늘의 주요 뉴스", "끝맺음.");
  }

  @Test
  void aBoldLineWithItsSourceBelowIsAStory() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
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
        DigestReaderTest.read(
            NAME,
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
    assertThat(DigestReaderTest.words(digest.articles().get(1))).containsExactly("Text.");
  }

  @Test
  void whatASourceLineSaysBeyondItsFieldsStays() throws Exception {
    Article article =
        DigestReaderTest.read(NAME, "## a\n[N](https://n.example) - 발행일: 2026-03-29 - 홍길동 기자\n")
            .articles()
            .getFirst();
    assertThat(article.source()).isEqualTo("N");
    assertThat(DigestReaderTest.words(article)).singleElement().asString().contains("홍길동 기자");
  }

  @Test
  void aLinkInsideASentenceIsNoSource() throws Exception {
    Article article =
        DigestReaderTest.read(NAME, "## a\n자세한 [링크](https://n.example)를 보라.\n")
            .articles()
            .getFirst();
    assertThat(article.url()).isNull();
  }

  @Test
  void whatStandsBesideALinkedHeadlineIsItsSourceOrItsText() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
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
    assertThat(DigestReaderTest.words(digest.articles().getLast()))
        .containsExactly("한 줄 요약.", "누구는 이렇게 말했다.");
    assertThat(digest.remainder()).extracting(Block::text).containsExactly("마무리", "끝.");
  }

  @Test
  void anItemMayNameItsSourceInParentheses() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
            """
            - [하나](https://a.example/1) (Reuters)
            - [둘](https://a.example/2) (AP, 2026-03-28): 요약.
            - [셋](https://a.example/3) (유료)
            - [넷](https://a.example/4) - 요약이다.
            - https://a.example/5
            """);
    assertThat(digest.articles())
        .extracting(
            story -> story.title() + " " + story.source() + " " + DigestReaderTest.words(story))
        .containsExactly(
            "하나 Reuters []", "둘 AP [요약.]", "셋 null [(유료)]", "넷 null [요약이다., https://a.example/5]");
  }

  @Test
  void aSourceMayBeTheLastLineOrStandInParenthesesAtTheEnd() throws Exception {
    Digest digest =
        DigestReaderTest.read(
            NAME,
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
        DigestReaderTest.read(
            NAME,
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
        DigestReaderTest.read(
            NAME,
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
}
