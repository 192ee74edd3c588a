package bot.briefing.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page speaks Korean and English alike. */
class PageTextsTest {
  @Test
  void bothLanguagesHaveTheSameKeysAndArgumentsAndDifferentWords() {
    var korean = PageTexts.of("ko");
    var english = PageTexts.of("en");
    assertThat(korean.keySet()).isEqualTo(english.keySet());
    korean.forEach(
        (key, value) -> {
          String other = english.getOrDefault(key, "");
          assertThat(arguments(value)).as(key).isEqualTo(arguments(other));
          assertThat(value).as(key).isNotBlank().isNotEqualTo(other);
        });
  }

  @Test
  void theEnglishTextsHaveNoHangul() {
    assertThat(PageTexts.of("en").values())
        .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsHangul}"));
  }

  private static List<String> arguments(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }
}
