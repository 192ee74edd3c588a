package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is kept for as long as it holds, and not a moment longer. */
final class AnswersTest {
  private static final Instant NOON = Instant.parse("2026-02-12T03:00:00Z");

  private final Visit visit = Visit.on("2026-02-12");

  @BeforeEach
  void publish() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("기사", "Example News", "regulation")));
  }

  @Test
  void the_same_question_gets_the_very_same_answer() {
    for (String line : List.of("/today", "/topic 규제", "규제", "/source example news", "/nonsense")) {
      assertThat(visit.type(line).card()).as(line).isSameAs(visit.type(line).card());
    }
  }

  @Test
  void another_language_and_another_zone_are_another_question() {
    String korean = Visit.text(visit.type("/topics"));
    assertThat(Visit.text(visit.reading(Language.EN).type("/topics"))).isNotEqualTo(korean);
    visit.at(Instant.parse("2026-02-11T23:30:00Z")).reading(Language.KO);
    String seoul = Visit.firstLine(visit.type("/today"));
    assertThat(Visit.firstLine(visit.from("America/New_York").type("/today"))).isNotEqualTo(seoul);
  }

  @Test
  void a_digest_appears_at_its_very_instant() {
    visit.archive.add(
        digest("2026-02-12-noon", "ko", LocalTime.of(12, 0, 1), List.of(), List.of()));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    assertThat(Visit.firstLine(visit.at(NOON.plusMillis(999)).type("/today")))
        .isEqualTo("뉴스 2026-02-12-news");
    assertThat(Visit.firstLine(visit.at(NOON.plusSeconds(1)).type("/today")))
        .isEqualTo("뉴스 2026-02-12-noon");
  }

  @Test
  void a_clock_that_is_set_back_takes_a_digest_with_it() {
    visit.archive.add(
        digest("2026-02-12-noon", "ko", LocalTime.of(12, 0, 1), List.of(), List.of()));
    assertThat(Visit.firstLine(visit.at(NOON.plusSeconds(2)).type("/today")))
        .isEqualTo("뉴스 2026-02-12-noon");
    assertThat(Visit.firstLine(visit.at(NOON).type("/today"))).isEqualTo("뉴스 2026-02-12-news");
  }

  @Test
  void today_ends_at_midnight_where_the_reader_is() {
    visit.from("Asia/Kathmandu").at(Instant.parse("2026-02-12T18:14:59.999Z"));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    visit.at(Instant.parse("2026-02-12T18:15:00Z"));
    assertThat(Visit.firstLine(visit.type("/today"))).startsWith("오늘 브리핑은 아직 없어요.");
  }
}
