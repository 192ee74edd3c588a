package bot.briefing.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may have meant. */
final class NearestTest {
  private static final Taxonomy OURS = read();

  private static Taxonomy read() {
    try {
      return TaxonomyFiles.read(Path.of("content"));
    } catch (TaxonomyException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "regluation, regulation",
    "reguation, regulation",
    "regul, regulation",
    "규재, regulation",
    "귳제, regulation",
    "규제르, regulation",
    "오픈소수, open-source",
    "파인튜님, training",
    "에이젼트, agents",
    "반도채는, hardware",
    "agnets, agents",
    "halthcare, healthcare",
    "sovereinty, privacy",
    "robitics, robotics",
  })
  void aSlipLeadsToTheTopicThatWasMeant(String typed, String id) {
    assertThat(OURS.nearestTopics(typed, 3)).first().extracting(Topic::id).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "rbwp, regulation",
    "dpdlwjsxm, agents",
    "qksehcp, hardware",
    "ㅁㅎ둣, agents",
    "ㄱㄷ혀ㅣㅁ샤ㅐㅜ, regulation",
  })
  void aKeyboardInTheWrongLanguageIsSeenThrough(String typed, String id) {
    assertThat(OURS.nearestTopics(typed, 3)).first().extracting(Topic::id).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "fujisu, Fujitsu Global",
    "후지츄, Fujitsu Global",
    "gnwlWm, Fujitsu Global",
    "oracel, Oracle News",
    "tribun, Grand Pinnacle Tribune",
    "computerwrld.com, Computerworld",
  })
  void aSlipLeadsToTheSourceThatWasMeant(String typed, String name) {
    assertThat(OURS.nearestSources(OURS.sources(), typed, 3))
        .first()
        .extracting(Source::name)
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?!", "zzzzzzzz", "김치찌개", "weather in Busan", "가나다라마바사"})
  void whatIsNearNothingLeadsNowhere(String typed) {
    assertThat(OURS.nearestTopics(typed, 3)).isEmpty();
    assertThat(OURS.nearestSources(OURS.sources(), typed, 3)).isEmpty();
  }

  @Test
  void sourcesAreLookedForAmongThoseThatAreGiven() {
    List<Source> digests = List.of(new Source("Daily Planet", List.of(), List.of()));

    assertThat(OURS.nearestSources(digests, "dayly planet", 3)).isEqualTo(digests);
    assertThat(OURS.nearestSources(digests, "fujitsu", 3)).isEmpty();
  }

  @Test
  void noMoreAreNamedThanAskedFor() {
    assertThat(OURS.nearestSources(OURS.sources(), "news", 1)).hasSize(1);
    assertThat(OURS.nearestSources(OURS.sources(), "news", 5)).hasSizeGreaterThan(1);
  }

  @Test
  void koreanIsComparedByItsLetters() {
    assertThat(Keystrokes.of("규제")).isEqualTo("rbwp");
    assertThat(Keystrokes.of("값")).isEqualTo("rkqt");
    assertThat(Keystrokes.of("의과 GPU")).isEqualTo("dmlrhk" + "gpu");
  }
}
