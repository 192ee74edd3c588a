package bot.briefing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class TextsTest {
  private final Texts korean = Texts.in(Language.KO);
  private final Texts english = Texts.in(Language.EN);

  @Test
  void stories_are_counted_as_people_count_them() {
    assertThat(english.say("card.stories", 0)).isEqualTo("No stories");
    assertThat(english.say("card.stories", 1)).isEqualTo("1 story");
    assertThat(english.say("card.stories", 1500)).isEqualTo("1,500 stories");
    assertThat(korean.say("card.stories", 0)).isEqualTo("기사 없음");
    assertThat(korean.say("card.stories", 12)).isEqualTo("기사 12건");
  }

  @Test
  void a_particle_follows_the_name_that_was_put_in() {
    assertThat(korean.say("topic.missing", "규제")).isEqualTo("‘규제’라는 주제는 없어요");
    assertThat(korean.say("topic.missing", "로봇")).isEqualTo("‘로봇’이라는 주제는 없어요");
    assertThat(korean.say("date.unclear", "2월 31일")).isEqualTo("‘2월 31일’은 날짜로 읽을 수 없어요");
  }

  @Test
  void what_a_person_typed_is_said_back_to_the_letter() {
    assertThat(korean.say("topic.missing", "{0} '[은/는]' [x")).startsWith("‘{0} '[은/는]' [x’");
    assertThat(english.say("topic.missing", "{1} ''")).isEqualTo("There is no topic “{1} ''”");
  }

  @Test
  void a_day_is_written_as_its_language_writes_it() {
    LocalDate day = LocalDate.of(2026, 2, 3);
    assertThat(Days.in(Language.KO).plain(day)).isEqualTo("2026년 2월 3일");
    assertThat(Days.in(Language.KO).withWeekday(day)).isEqualTo("2026년 2월 3일 (화)");
    assertThat(Days.in(Language.EN).plain(day)).isEqualTo("3 Feb 2026");
    assertThat(Days.in(Language.EN).withWeekday(day)).isEqualTo("Tue, 3 Feb 2026");
  }
}
