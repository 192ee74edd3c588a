package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
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
  void what_is_withheld_is_gone_from_every_answer_and_comes_back_to_it() {
    visit.archive.add(digest("2026-02-11-news", "ko", article("어제", "Other News", "chips")));
    List<String> lines =
        List.of("/today", "/topic 규제", "/topics", "/source example news", "/date 2026-02-12", "규제");
    List<String> before = lines.stream().map(line -> Visit.text(visit.type(line))).toList();
    List<String> names = visit.complete(Verb.Argument.DATE, "");
    Action story = Visit.entries(visit.type("/today")).getFirst().open().action();

    boolean _ = visit.library.withhold(Set.of("2026-02-12:2026-02-12-news"));
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(Visit.text(visit.type(line)))
                    .isNotEqualTo(before.get(lines.indexOf(line)))
                    .doesNotContain("기사입니다", "2026-02-12-news"));
    assertThat(visit.complete(Verb.Argument.DATE, "")).isNotEqualTo(names);
    assertThat(Visit.firstLine(visit.press(story)))
        .isEqualTo(Texts.in(Language.KO).say("gone.title"));

    boolean _ = visit.library.withhold(Set.of());
    assertThat(lines.stream().map(line -> Visit.text(visit.type(line))).toList()).isEqualTo(before);
    assertThat(visit.complete(Verb.Argument.DATE, "")).isEqualTo(names);
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
