package bot.briefing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that a person takes for the same. */
final class FoldTest {
  @ParameterizedTest
  @CsvSource({
    "AI 법, ai법",
    "ＡＩ 법, ai법",
    "Ａ．Ｉ．, ai",
    "Open-Source, opensource",
    "데이터 센터, 데이터센터",
    "‘M&A’, ma",
    "GPT-4.5, gpt45",
    "STRASSE, strasse",
    "Straße, strasse",
    "규제!?, 규제",
    "❤️ 규제, 규제",
    "①, 1",
  })
  void theKeyIsWhatTwoWritingsHaveInCommon(String text, String key) {
    assertThat(Fold.key(text)).isEqualTo(key);
    assertThat(Fold.key(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(key);
  }

  @Test
  void aTextWithoutLettersAndDigitsHasAnEmptyKeyAndNoReading() {
    assertThat(Fold.key(" ?! 🙂 ")).isEmpty();
    assertThat(Fold.readings(" ?! 🙂 ")).isEmpty();
    assertThat(Fold.words(" ?! 🙂 ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "규제는, 규제",
    "규제를, 규제",
    "규제에서는, 규제",
    "AI법은, ai법",
    "에이전트들의, 에이전트",
    "LLM의, llm",
    "chips, chip",
    "chip, chips",
    "policies, policy",
    "buses, bus",
    "GPU는, gpus",
  })
  void aReadingIsWithoutParticlesAndInEitherNumber(String typed, String reading) {
    assertThat(Fold.readings(typed)).contains(reading);
  }

  @ParameterizedTest
  @CsvSource({"가, 가", "이, 이", "도로, 도로"})
  void aWordThatLooksLikeAParticleIsFirstOfAllItself(String typed, String reading) {
    assertThat(Fold.readings(typed)).first().isEqualTo(reading);
    assertThat(Fold.readings(typed)).doesNotContain("");
  }

  @Test
  void wordsAreWhatStandsBetweenSpacesAndPunctuation() {
    assertThat(Fold.words("Grand Pinnacle-Tribune, 신화·통신"))
        .containsExactly("grand", "pinnacle", "tribune", "신화", "통신");
  }

  @Test
  void particlesInARowAreNothingElse() {
    assertThat(Fold.isParticles("으로만")).isTrue();
    assertThat(Fold.isParticles("")).isTrue();
    assertThat(Fold.isParticles("안")).isFalse();
  }

  @Property
  void theKeyOfAKeyIsItself(
      @ForAll
          @Chars({' ', '-', '.', 'ß', 'É'})
          @CharRange(from = '가', to = '힣')
          @CharRange(from = '!', to = '~')
          @CharRange(from = '！', to = '～')
          String text) {
    String key = Fold.key(text);

    assertThat(Fold.key(key)).isEqualTo(key);
    assertThat(Fold.key(key.toUpperCase(Locale.ROOT))).isEqualTo(key);
    assertThat(Fold.key(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(key);
  }

  @Property
  void noTextIsTooOddToBeFolded(@ForAll String text) {
    assertThat(Fold.readings(text)).doesNotContain("");
    assertThat(String.join("", Fold.words(text)).isEmpty()).isEqualTo(Fold.key(text).isEmpty());
  }
}
