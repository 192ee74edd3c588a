package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.command.Answer.Outcome;
import bot.briefing.text.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TodayTest {
  private final Visit visit = Visit.on("2026-02-12");

  @Test
  void today_is_the_latest_digest() {
    visit.archive.add(
        digest("2026-02-11-news", "ko", article("어제의 기사", "Example News")),
        digest("2026-02-12-news", "ko", article("오늘의 기사", "Example News")));
    Answer answer = visit.type("/today");
    assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(Visit.text(answer))
        .startsWith("뉴스 2026-02-12-news\n\n기사 1건 · 2026년 2월 12일")
        .contains("1. 오늘의 기사", "핵심: 오늘의 기사의 요약입니다.", "Example News")
        .doesNotContain("어제의 기사");
  }

  @Test
  void of_several_of_one_day_the_latest_publication_is_today_s() {
    visit.archive.add(
        digest("2026-02-12-evening", "ko", LocalTime.of(11, 0), List.of(), List.of()),
        digest("2026-02-12-morning", "ko", LocalTime.of(7, 0), List.of(), List.of()));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-evening");
  }

  @Test
  void a_translation_does_not_make_a_digest_newer() {
    visit.archive.add(
        digest("2026-02-12-morning", "ko", LocalTime.of(7, 0), List.of(), List.of()),
        digest("2026-02-12-late", "ko", LocalTime.of(9, 0), List.of(), List.of()),
        digest("2026-02-12-morning.en", "en", LocalTime.of(10, 0), List.of(), List.of()));
    assertThat(Visit.firstLine(visit.reading(Language.EN).type("/today")))
        .isEqualTo("뉴스 2026-02-12-late");
  }

  @Test
  void an_older_digest_is_shown_with_the_day_in_its_first_line() {
    visit.archive.add(digest("2026-02-10-news", "ko", article("기사", "Example News")));
    assertThat(Visit.firstLine(visit.type("/today")))
        .isEqualTo("오늘 브리핑은 아직 없어요. 2026년 2월 10일 (화) 브리핑을 보여 드릴게요.");
    assertThat(Visit.firstLine(visit.reading(Language.EN).type("/today")))
        .isEqualTo("Today’s briefing isn’t out yet. Here is the one from Tue, 10 Feb 2026.");
  }

  @Test
  void today_is_reckoned_in_the_reader_s_zone_where_that_is_known() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("기사", "Example News")));
    visit.at(Instant.parse("2026-02-11T23:30:00Z"));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    assertThat(Visit.firstLine(visit.from("America/New_York").type("/today")))
        .isEqualTo("2026년 2월 12일 (목) 브리핑이에요.");
  }

  @Test
  void a_reader_gets_the_edition_of_their_language_else_the_default_s() {
    visit.archive.add(
        digest("2026-02-12-news", "ko"),
        digest("2026-02-12-news.en", "en"),
        digest("2026-02-12-news.ja", "ja"));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    assertThat(Visit.firstLine(visit.reading(Language.EN).type("/today")))
        .isEqualTo("News 2026-02-12-news.en");
    visit.archive.remove("2026-02-12-news.en");
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    visit.archive.remove("2026-02-12-news");
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("News 2026-02-12-news.ja");
  }

  @Test
  void a_digest_of_the_future_is_not_shown_before_its_instant() {
    visit.archive.add(
        digest("2026-02-12-news", "ko"),
        digest("2026-02-12-news.en", "en", LocalTime.of(15, 0), List.of(), List.of()),
        digest("2026-02-13-news", "ko"));
    visit.reading(Language.EN);
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-12-news");
    visit.at(Instant.parse("2026-02-12T06:00:00Z"));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("News 2026-02-12-news.en");
    visit.at(Instant.parse("2026-02-12T23:00:00Z"));
    assertThat(Visit.firstLine(visit.type("/today"))).isEqualTo("뉴스 2026-02-13-news");
  }

  @Test
  void no_digest_yet_is_said_so() {
    for (String line : List.of("/today", "/topic 규제", "/source fujitsu", "/date 어제")) {
      Answer answer = visit.type(line);
      assertThat(answer.outcome()).as(line).isEqualTo(Outcome.NOTHING);
      assertThat(Visit.firstLine(answer)).as(line).isEqualTo("아직 브리핑이 없어요");
    }
  }

  @Test
  void content_that_cannot_be_read_is_said_so() {
    visit.archive.isUnreadable();
    Answer answer = visit.reading(Language.EN).type("/today");
    assertThat(answer.outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(Visit.firstLine(answer)).isEqualTo("I can’t read the briefings right now");
  }

  @Test
  void a_corrected_digest_shows_its_new_words_at_once() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("잘못된 기사", "Example News")));
    assertThat(Visit.text(visit.type("/today"))).contains("잘못된 기사");
    visit.archive.replace(digest("2026-02-12-news", "ko", article("고친 기사", "Example News")));
    assertThat(Visit.text(visit.type("/today"))).contains("고친 기사").doesNotContain("잘못된 기사");
  }
}
