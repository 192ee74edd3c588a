package bot.briefing.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DayWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 14);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-12|2026-02-12",
        "2026-2-12|2026-02-12",
        "2026.2.12|2026-02-12",
        "2026. 2. 12.|2026-02-12",
        "2026/02/12|2026-02-12",
        "20260212|2026-02-12",
        "2026년 2월 12일|2026-02-12",
        "2026년2월12일|2026-02-12",
        "２０２６-０２-１２|2026-02-12",
        "2월 12일|2026-02-12",
        "12월 24일|2025-12-24",
        "2월 29일|2024-02-29",
        "02-12|2026-02-12",
        "2/12|2026-02-12",
        "12 Feb 2026|2026-02-12",
        "12 February|2026-02-12",
        "12th Feb|2026-02-12",
        "Feb 12, 2026|2026-02-12",
        "Sept 1|2025-09-01",
        "오늘|2026-02-14",
        "today|2026-02-14",
        "어제|2026-02-13",
        "Yesterday|2026-02-13",
        "그저께|2026-02-12"
      })
  void a_day_is_read_as_people_write_it(String typed, LocalDate day) {
    assertThat(DayWords.day(typed, TODAY)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13-01",
        "99999999",
        "12 Foo 2026",
        "31 Feb",
        "1.5",
        "GLM-5",
        "규제",
        "2026",
        "2026-02-12-ai-news"
      })
  void what_is_no_day_is_none(String typed) {
    assertThat(DayWords.day(typed, TODAY)).isEmpty();
  }
}
