package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.day;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DatesTest {
  private final Visit visit = Visit.on("2026-02-12");

  @BeforeEach
  void three_days() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("열이틀", "Example News")),
        digest("2026-02-11-news", "ko", article("열하루", "Example News")),
        digest("2026-02-08-news", "ko", article("여드레", "Example News")));
  }

  @Test
  void a_day_s_digest_is_shown() {
    for (String typed : List.of("2026-02-11", "2월 11일", "어제", "yesterday", "11 Feb 2026")) {
      Answer answer = visit.type("/date " + typed);
      assertThat(answer.outcome()).as(typed).isEqualTo(Outcome.FOUND);
      assertThat(Visit.text(answer)).as(typed).contains("열하루");
    }
  }

  @Test
  void yesterday_is_the_reader_s_where_their_zone_is_known() {
    visit.at(Instant.parse("2026-02-12T18:00:00Z"));
    assertThat(Visit.text(visit.type("/date 어제"))).contains("열이틀");
    assertThat(Visit.text(visit.from("Europe/Berlin").type("/date 어제"))).contains("열하루");
  }

  @Test
  void a_day_without_one_offers_the_nearest_before_and_after() {
    Answer answer = visit.type("/date 2026-02-09");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.firstLine(answer)).isEqualTo("2026년 2월 9일 (월) 브리핑은 없어요");
    assertThat(Visit.buttons(answer)).startsWith("2026년 2월 8일 (일)", "2026년 2월 11일 (수)");
    assertThat(Visit.text(visit.press(answer, "2026년 2월 8일 (일)"))).contains("여드레");
    assertThat(Visit.buttons(visit.reading(Language.EN).type("/date 2030-01-01")))
        .startsWith("Thu, 12 Feb 2026");
  }

  @Test
  void several_digests_of_a_day_are_all_listed() {
    visit.archive.add(
        digest("2026-02-11-evening", "ko", LocalTime.of(18, 0), List.of(), List.of()),
        digest("2026-02-11-news.en", "en", article("Eleventh", "Example News")));
    Answer answer = visit.type("/date 2026-02-11");
    assertThat(Visit.text(answer))
        .startsWith("2026년 2월 11일 (수)\n\n이날의 브리핑 2건")
        .contains("1. 뉴스 2026-02-11-evening", "2. 뉴스 2026-02-11-news", "열하루");
    assertThat(Visit.text(visit.press(Visit.entries(answer).getLast().open().action())))
        .contains("1. 열하루");
    assertThat(Visit.text(visit.press(new Action.OnDate(day("2026-02-11")))))
        .isEqualTo(Visit.text(answer));
  }

  @Test
  void a_day_of_the_future_has_nothing_yet() {
    visit.archive.add(digest("2026-02-13-news", "ko", article("내일", "Example News")));
    Answer answer = visit.type("/date 2026-02-13");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.buttons(answer)).startsWith("2026년 2월 12일 (목)");
    assertThat(Visit.buttons(visit.type("/date"))).first().isEqualTo("2026년 2월 12일 (목)");
  }

  @Test
  void what_is_no_day_is_answered_with_how_to_write_one() {
    Answer answer = visit.type("/date 2026-02-30");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(Visit.text(answer))
        .startsWith("‘2026-02-30’은 날짜로 읽을 수 없어요")
        .contains("/date 2026-02-12");
    assertThat(Visit.buttons(answer)).hasSize(3);
  }
}
