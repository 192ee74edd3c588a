package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones as people name them. */
final class ZonesTest {
  @ParameterizedTest
  @CsvSource({
    "서울, Asia/Seoul",
    "KST, Asia/Seoul",
    "한국, Asia/Seoul",
    "seoul, Asia/Seoul",
    "asia/seoul, Asia/Seoul",
    "Asia/Seoul, Asia/Seoul",
    "도쿄, Asia/Tokyo",
    "jst, Asia/Tokyo",
    "뉴욕, America/New_York",
    "New York, America/New_York",
    "new_york, America/New_York",
    "america/new_york, America/New_York",
    "ＮＥＷ ＹＯＲＫ, America/New_York",
    "São Paulo, America/Sao_Paulo",
    "UTC+9, +09:00",
    "GMT+9, +09:00",
    "utc +9, +09:00",
    "UTC-3:30, -03:30",
    "+0530, +05:30",
    "UTC, UTC",
    "gmt, UTC",
    "UTC+0, UTC",
    "Ulaanbaatar, Asia/Ulaanbaatar",
    "PST, America/Los_Angeles",
  })
  void a_zone_by_city_habit_offset_or_id(String typed, String zone) {
    assertThat(Zones.meant(typed)).containsExactly(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CST", "ist", "BST", "EST", "MST", "AST"})
  void an_ambiguous_one_means_several(String typed) {
    assertThat(Zones.meant(typed)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "UTC+25", "8", "규제"})
  void what_is_no_zone_means_none(String typed) {
    assertThat(Zones.meant(typed)).isEmpty();
  }

  @Test
  void a_mistyped_one_has_its_nearest() {
    assertThat(Zones.nearest("seuol", 3)).contains(ZoneId.of("Asia/Seoul"));
    assertThat(Zones.nearest("도꾜", 3)).contains(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void it_completes_while_it_is_being_typed() {
    assertThat(Zones.completing("서", 5)).first().isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(Zones.completing("new", 5)).contains(ZoneId.of("America/New_York"));
    assertThat(Zones.completing("", 25)).hasSize(25).first().isEqualTo(ZoneId.of("Asia/Seoul"));
  }

  @Test
  void its_name_is_its_city_in_the_readers_language() {
    assertThat(Zones.name(ZoneId.of("Asia/Seoul"), Language.KO)).isEqualTo("서울");
    assertThat(Zones.name(ZoneId.of("Asia/Seoul"), Language.EN)).isEqualTo("Seoul");
    assertThat(Zones.name(ZoneId.of("+09:00"), Language.KO)).isEqualTo("UTC+09:00");
    assertThat(Zones.name(ZoneId.of("Asia/Ulaanbaatar"), Language.EN)).isEqualTo("Ulaanbaatar");
  }

  @Test
  void each_id_of_the_time_zone_database_is_one() {
    List<String> ids =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("SystemV") && !id.startsWith("Etc"))
            .toList();
    assertThat(ids).isNotEmpty().allMatch(id -> !Zones.meant(id).isEmpty());
  }
}
