package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever starts the jar with an older Java learns which one it needs. */
final class EntryTest {
  private static final int JAVA_8 = 52;
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

  @Test
  void java_8_can_read_it() throws IOException {
    try (DataInputStream file =
        new DataInputStream(
            Objects.requireNonNull(Entry.class.getResourceAsStream("Entry.class")))) {
      file.skipNBytes(6);
      assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.8, 8", "9, 9", "17, 17", "25, 25", "26, 26"})
  void each_java_says_its_own_number(String version, int feature) {
    assertThat(Entry.feature(version)).isEqualTo(feature);
  }

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, , false",
    "ko_KR.UTF-8, en_US.UTF-8, false",
    "en_US.UTF-8, ko_KR.UTF-8, true",
    "en_US.UTF-8, '', false",
    "C, , true"
  })
  void it_is_said_in_the_language_of_the_locale(String lang, String all, boolean korean) {
    Map<String, String> environment =
        all == null ? Map.of("LANG", lang) : Map.of("LANG", lang, "LC_ALL", all);
    String said = Entry.refusal("17", environment);
    assertThat(said).contains("Java 25", "Java 17", "target/briefing-bot", "JDK");
    assertThat(HANGUL.matcher(said).find()).isEqualTo(korean);
  }
}
