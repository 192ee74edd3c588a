package bot.briefing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LettersTest {
  @ParameterizedTest
  @CsvSource({
    "ㄱ,규제",
    "규,규제",
    "귲,규제",
    "규ㅈ,규제",
    "고,과학",
    "갑,값이",
    "값,갑시다",
    "반돛,반도체",
    "fuji,Fujitsu",
    "ＦＵＪＩ,fujitsu",
    "ai a,AI-Act",
    "cafe,Café"
  })
  void a_word_half_typed_begins_the_word(String typed, String word) {
    assertThat(Letters.of(word)).startsWith(Letters.of(typed));
  }

  @Test
  void letters_are_the_same_however_they_are_composed() {
    assertThat(Letters.of(Normalizer.normalize("값싼 반도체", Normalizer.Form.NFD)))
        .isEqualTo(Letters.of("값싼반도체"));
  }

  @ParameterizedTest
  @CsvSource({"today,tody,1", "today,toady,1", "topics,topcis,1", "규제,규재,1", "오늘,오눌,1", "a,'',1"})
  void distance_counts_single_letters(String one, String other, int distance) {
    assertThat(Letters.distance(Letters.of(one), Letters.of(other))).isEqualTo(distance);
    assertThat(Letters.distance(Letters.of(other), Letters.of(one))).isEqualTo(distance);
  }

  @Property(tries = 300)
  void the_distance_is_the_same_both_ways_and_no_more_than_the_longer_text(
      @ForAll @AlphaChars @StringLength(max = 8) String one,
      @ForAll @AlphaChars @StringLength(max = 8) String other) {
    int distance = Letters.distance(one, other);

    assertThat(distance).isEqualTo(Letters.distance(other, one));
    assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
    assertThat(distance == 0).isEqualTo(one.equals(other));
  }
}
