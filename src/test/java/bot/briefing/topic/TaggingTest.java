package bot.briefing.topic;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.content.Article;
import bot.briefing.text.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article is about. */
final class TaggingTest {
  private static Topic topic(String id, String... keywords) {
    return new Topic(
        id,
        Map.of(Language.KO, "이름 " + id, Language.EN, "name " + id),
        List.of(),
        List.of(keywords));
  }

  private static List<String> tags(Article article, Topic... topics) {
    return new Taxonomy(List.of(topics), List.of()).topics(article);
  }

  @ParameterizedTest
  @CsvSource({
    "규제, 정부가 규제를 완화한다",
    "규제, 규제는 필요하다",
    "규제, ‘규제’가 온다",
    "규제, 규제준수 비용이 늘었다",
    "규제, AI규제 시대",
    "금융|규제, 금융규제 완화",
    "AI 법, EU AI법은 8월에 시행된다",
    "AI 법, EU AI 법의 시행",
    "AI 법, EU ＡＩ 법을 보라",
    "AI법, EU AI 법의 시행",
    "칩, 칩을 만든다",
    "칩, AI 칩으로만 훈련했다",
    "에이전트, 멀티에이전트 시스템",
    "파국적 망각, 파국적망각을 막는다",
    "파국적망각, 파국적 망각을 막는다",
    "데이터 센터, 새 데이터센터가 선다",
    "AI, The AI race",
    "ai, The AI’s race",
    "agent, Agents at work",
    "bus, Buses at work",
    "GPT, GPT5 is here",
    "open source, An OPEN-SOURCE model",
    "open source, An opensource model",
    "fine-tuning, Finetuning a model",
    "RAG, RAG를 쓴다",
    "node.js, We use Node.js today",
    "AI, AI🚀규제",
    "규제, AI🚀규제",
  })
  void aKeywordIsFoundHoweverItIsWritten(String keywords, String headline) {
    Topic topic = topic("it", keywords.split("\\|", -1));

    assertThat(tags(Stories.story(headline), topic)).containsExactly("it");
    assertThat(tags(Stories.story(Normalizer.normalize(headline, Normalizer.Form.NFD)), topic))
        .containsExactly("it");
  }

  @ParameterizedTest
  @CsvSource({
    "AI, A Fair deal",
    "AI, The airport",
    "RAG, Cloud storage prices",
    "agent, An agency",
    "법, 방법을 찾다",
    "법, 법칙을 찾다",
    "AI 법, AI 방법",
    "칩, 칩거한 작가",
    "투자, 재투자자",
    "이미지, 이미 지난 일",
    "open model, It is open. Model makers wait",
    "AI 법, 바로 AI. 법은 나중이다",
  })
  void aKeywordIsNotFoundInsideAnUnrelatedWord(String keyword, String headline) {
    assertThat(tags(Stories.story(headline), topic("it", keyword))).isEmpty();
  }

  @Test
  void aHeadlineSaysItAloneButATextHasToSayItMoreThanOnce() {
    Topic finance = topic("finance", "금융", "은행");

    assertThat(tags(Stories.story("금융 소식", "본문"), finance)).containsExactly("finance");
    assertThat(tags(Stories.story("소식", "제조, 금융, 의료에 쓰인다"), finance)).isEmpty();
    assertThat(tags(Stories.story("소식", "금융이 바뀐다", "은행과 금융"), finance)).containsExactly("finance");
  }

  @Test
  void aBoldWordInTheTextCountsTwice() {
    Topic finance = topic("finance", "금융");

    assertThat(tags(Stories.story("소식", "**금융**: 금융이 바뀐다"), finance)).containsExactly("finance");
    assertThat(tags(Stories.story("소식", "**금융**: 은행이 바뀐다"), finance)).isEmpty();
  }

  @Test
  void oneWordThatIsRepeatedInTheTextIsNotEnough() {
    assertThat(tags(Stories.story("소식", "금융, 금융, 금융, 금융, 금융"), topic("finance", "금융"))).isEmpty();
  }

  @Test
  void anArticleHasItsFiveStrongestTopicsInTheOrderOfTheTaxonomy() {
    Topic[] topics =
        IntStream.range(0, 8)
            .mapToObj(i -> topic("t" + i, "word" + i, "other" + i))
            .toArray(Topic[]::new);
    String headline = "word0 word1 word2 word3 word4 word5 word6 word7";

    assertThat(tags(Stories.story(headline, "word7 other6 word5"), topics))
        .containsExactly("t0", "t1", "t5", "t6", "t7");
  }

  @Test
  void aTopicWithoutKeywordsIsNeverFound() {
    assertThat(tags(Stories.story("anything at all"), topic("none"))).isEmpty();
  }

  @Property(tries = 300)
  void noTextIsTooOddToBeTagged(@ForAll String headline, @ForAll String text) {
    assertThat(tags(Stories.story("x" + headline, "y" + text), topic("it", "a b", "가나 다")))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void fiveHundredArticlesAreTaggedInAMomentWithAFullTaxonomy() throws Exception {
    Taxonomy ours = TaxonomyFiles.read(Path.of("content"));
    List<Article> six = Stories.of(Path.of("content/_posts/2026-02-12-ai-news.md"));
    List<Article> many = new ArrayList<>();
    Collections.nCopies(84, six).forEach(many::addAll);
    many.forEach(ours::topics);

    // The thread's own time: what else the machine does is not the tagger's fault.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[5];
    for (int round = 0; round < nanos.length; round++) {
      long start = threads.getCurrentThreadCpuTime();
      many.forEach(ours::topics);
      nanos[round] = threads.getCurrentThreadCpuTime() - start;
    }

    assertThat(Duration.ofNanos(Arrays.stream(nanos).min().orElseThrow()))
        .isLessThan(Duration.ofMillis(300));
  }
}
