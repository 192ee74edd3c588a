package bot.briefing.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person means by what they typed. */
final class ResolvingTest {
  private static final Taxonomy OURS = read();

  private static Taxonomy read() {
    try {
      return TaxonomyFiles.read(Path.of("content"));
    } catch (TaxonomyException e) {
      throw new AssertionError(e);
    }
  }

  private static Source source(String name, String... domains) {
    return new Source(name, List.of(), List.of(domains));
  }

  @ParameterizedTest
  @CsvSource({
    "regulation, regulation",
    "Regulations, regulation",
    "규제, regulation",
    "규제는, regulation",
    "규제를?, regulation",
    "AI Act, regulation",
    "ai-act, regulation",
    "ＡＩ법, regulation",
    "AI 법은, regulation",
    "반도체, hardware",
    "칩, hardware",
    "엔비디아, hardware",
    "LLM, language-models",
    "llms, language-models",
    "오픈 소스, open-source",
    "Open Source, open-source",
    "open_source, open-source",
    "자율 주행차, driving",
    "m&a, business",
    "데이터 센터, data-centers",
  })
  void aTopicIsFoundByAnyOfItsNames(String typed, String id) {
    assertThat(OURS.topic(typed).map(Topic::id)).hasValue(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "는", "요리", "regul", "nothing of the kind"})
  void whatNobodyIsCalledMeansNoTopic(String typed) {
    assertThat(OURS.topic(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fujitsu, Fujitsu Global",
    "FUJITSU, Fujitsu Global",
    "Fujitsu Global, Fujitsu Global",
    "fujitsuglobal, Fujitsu Global",
    "후지쯔, Fujitsu Global",
    "후지쓰는, Fujitsu Global",
    "fujitsu.com, Fujitsu Global",
    "www.fujitsu.com, Fujitsu Global",
    "Fujitsu.com에서, Fujitsu Global",
    "global.fujitsu.com, Fujitsu Global",
    "https://www.fujitsu.com/global/about/, Fujitsu Global",
    "ｆｕｊｉｔｓｕ．ｃｏｍ, Fujitsu Global",
    "xinhua, Xinhua News",
    "신화 통신, Xinhua News",
    "news.cn, Xinhua News",
    "오라클의, Oracle News",
    "컴퓨터 월드, Computerworld",
    "computer world, Computerworld",
    "grand pinnacle, Grand Pinnacle Tribune",
    "tribune, Grand Pinnacle Tribune",
    "피너클, Grand Pinnacle Tribune",
  })
  void aSourceIsFoundByNameAliasDomainOrAPartThatOnlyItHas(String typed, String name) {
    assertThat(OURS.source(typed).map(Source::name)).hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?!", "news", "world", "월드", "o", "or", "example.com", "cn"})
  void whatSeveralSourcesOrNoneHaveMeansNoSource(String typed) {
    assertThat(OURS.source(typed)).isEmpty();
  }

  @Test
  void aSourceThatOnlyDigestsNameIsFoundByItsWordsAndItsDomain() {
    List<Source> digests =
        List.of(source("The Daily Planet", "planet.example"), source("데일리 플래닛 코리아"));

    assertThat(OURS.source(digests, "daily planet")).hasValue(digests.get(0));
    assertThat(OURS.source(digests, "the daily")).hasValue(digests.get(0));
    assertThat(OURS.source(digests, "https://news.planet.example/1")).hasValue(digests.get(0));
    assertThat(OURS.source(digests, "데일리는")).hasValue(digests.get(1));
    assertThat(OURS.source(digests, "fujitsu")).isEmpty();
  }

  @Test
  void wordsAtTheBeginningOfANameWinOverThoseInsideAnother() {
    List<Source> digests = List.of(source("Tech Weekly"), source("Fintech Daily"));

    assertThat(OURS.source(digests, "tech")).hasValue(digests.getFirst());
  }

  @Test
  void theLongestDomainThatFitsIsTheSource() {
    Taxonomy taxonomy =
        new Taxonomy(
            List.of(),
            List.of(source("Group", "group.example"), source("Lab", "lab.group.example")));

    assertThat(taxonomy.source("https://www.lab.group.example/x").map(Source::name))
        .hasValue("Lab");
    assertThat(taxonomy.source("shop.group.example").map(Source::name)).hasValue("Group");
    assertThat(taxonomy.source("notgroup.example")).isEmpty();
  }

  @Test
  void anArticlesSourceIsTheOneThatItNames() {
    assertThat(OURS.source(Stories.from("FUJITSU", "https://example.com/1")).map(Source::name))
        .hasValue("Fujitsu Global");
  }

  @Test
  void anArticlesSourceIsTheOneOfItsLinkWhereItsNameIsUnknown() {
    assertThat(
            OURS.source(Stories.from("Press room", "https://pr.fujitsu.com/1")).map(Source::name))
        .hasValue("Fujitsu Global");
    assertThat(OURS.source(Stories.from(null, "http://www.news.cn/1")).map(Source::name))
        .hasValue("Xinhua News");
  }

  @Test
  void aSourceInNoFileIsMadeOfTheArticlesOwnWords() {
    assertThat(OURS.source(Stories.from("The Daily Planet", "https://www.planet.example/1")))
        .hasValue(source("The Daily Planet", "planet.example"));
    assertThat(OURS.source(Stories.from(null, "https://www.planet.example/1")))
        .hasValue(source("planet.example", "planet.example"));
    assertThat(OURS.source(Stories.from("The Daily Planet", null)))
        .hasValue(source("The Daily Planet"));
    assertThat(OURS.source(Stories.from(null, "http://Localhost:8080/1")))
        .hasValue(source("localhost", "localhost"));
    assertThat(OURS.source(Stories.from(null, null))).isEmpty();
  }

  @Test
  void aShortNameInAnArticleIsNotTakenForAKnownSourceThatBeginsLikeIt() {
    assertThat(OURS.source(Stories.from("Grand", null)).map(Source::name)).hasValue("Grand");
  }

  @Test
  void twoTopicsOrSourcesOfOneNameAreRefused() {
    assertThatThrownBy(
            () -> new Taxonomy(List.of(), List.of(source("Planet"), source("PLANET", "a.example"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PLANET");
  }

  @Property(tries = 500)
  void nothingThatAPersonTypesIsTooOdd(@ForAll String typed) {
    OURS.topic(typed);
    OURS.source(typed);
    assertThat(OURS.nearestTopics(typed, 3)).hasSizeLessThanOrEqualTo(3);
    assertThat(OURS.nearestSources(OURS.sources(), typed, 3)).hasSizeLessThanOrEqualTo(3);
  }
}
