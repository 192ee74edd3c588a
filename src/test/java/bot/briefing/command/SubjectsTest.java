package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static bot.briefing.briefing.Written.topic;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Pager;
import bot.briefing.card.ShortHash;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubjectsTest {
  private final Visit visit = Visit.on("2026-02-12");

  private static List<String> headlines(Answer answer) {
    return Visit.entries(answer).stream().map(entry -> Block.textOf(entry.headline())).toList();
  }

  private static Pager pager(Answer answer) {
    return Objects.requireNonNull(answer.card().pager());
  }

  @Test
  void a_topic_is_looked_for_in_the_latest_digest_then_back_through_thirty_days() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("새 규제", "Example News", "regulation")),
        digest("2026-02-01-news", "ko", article("지난 규제", "Example News", "regulation")),
        digest("2026-01-13-news", "ko", article("서른 날 전 규제", "Example News", "regulation")),
        digest("2026-01-12-news", "ko", article("너무 오래된 규제", "Example News", "regulation")));
    Answer answer = visit.type("/topic 규제");
    assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(headlines(answer)).containsExactly("새 규제", "지난 규제", "서른 날 전 규제");
    assertThat(Visit.text(answer))
        .startsWith("규제\n\n기사 3건 · 2026년 1월 13일 ~ 2026년 2월 12일")
        .contains("Example News · 2026년 2월 1일");
  }

  @Test
  void the_thirty_days_are_counted_from_the_latest_digest_not_from_today() {
    visit.archive.add(
        digest("2025-06-30-news", "ko", article("하나", "Example News", "chips")),
        digest("2025-06-01-news", "ko", article("둘", "Example News", "chips")));
    assertThat(headlines(visit.type("/topic chips"))).containsExactly("하나", "둘");
  }

  @Test
  void editions_count_once_and_the_reader_s_own_is_preferred() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("한국어", "Example News", "chips")),
        digest("2026-02-12-news.en", "en", article("English", "Example News", "chips")),
        digest("2026-02-11-news", "ko", article("한국어뿐", "Example News", "chips")));
    assertThat(headlines(visit.type("/topic chips"))).containsExactly("한국어", "한국어뿐");
    assertThat(headlines(visit.reading(Language.EN).type("/topic chips")))
        .containsExactly("English", "한국어뿐");
  }

  @Test
  void exactly_one_story_is_shown_whole() {
    visit.archive.add(
        digest("2026-02-11-news", "ko", article("새 법", "Example News", "regulation")));
    Answer answer = visit.type("/topic AI Act");
    assertThat(Visit.text(answer))
        .startsWith("‘규제’ 주제의 기사는 이것뿐이에요. 2026년 2월 11일 (수) 브리핑에 실렸어요.\n\n새 법")
        .contains("새 법의 시사점입니다.");
  }

  @Test
  void the_last_result_of_many_is_reachable() {
    visit.archive.add(
        digest(
            "2026-02-12-news",
            "ko",
            IntStream.rangeClosed(1, 31)
                .mapToObj(number -> article("규제 " + number, "Example News", "regulation"))
                .toArray(Article[]::new)));
    Answer first = visit.type("/topic 규제");
    assertThat(headlines(first)).hasSize(10).startsWith("규제 1");
    assertThat(pager(first).pages()).hasSize(4);
    Answer last = visit.press(pager(first).pages().getLast());
    assertThat(headlines(last)).containsExactly("규제 31");
    assertThat(Visit.entries(last).getFirst().number()).isEqualTo(31);
    assertThat(headlines(visit.press(new Action.OnTopic(ShortHash.of("regulation"), 99))))
        .containsExactly("규제 31");
  }

  @Test
  void a_source_is_found_by_name_alias_or_domain() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("서버", "Fujitsu Global")),
        digest("2026-02-11-news", "ko", article("칩", "Fujitsu Global")));
    for (String name : List.of("fujitsu", "후지쯔", "Fujitsu Global", "fujitsu.com", "ＦＵＪＩＴＳＵ")) {
      assertThat(headlines(visit.type("/source " + name))).as(name).containsExactly("서버", "칩");
    }
  }

  @Test
  void an_unknown_name_is_said_back_with_the_nearest_ones_as_buttons() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("기사", "Fujitsu Global", "chips")));
    Answer topic = visit.type("/topic 규재");
    assertThat(topic.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.firstLine(topic)).isEqualTo("‘규재’라는 주제는 없어요");
    assertThat(Visit.buttons(topic)).contains("규제", "주제 목록");
    Answer source = visit.reading(Language.EN).type("/source fujitzu");
    assertThat(Visit.firstLine(source)).isEqualTo("There is no source “fujitzu”");
    assertThat(Visit.buttons(source)).contains("Fujitsu Global (1)", "Sources");
  }

  @Test
  void a_name_like_no_other_is_answered_with_what_there_are_stories_of() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("기사", "Fujitsu Global", "chips")));
    Answer answer = visit.type("/topic qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.buttons(answer)).containsExactly("반도체 (1)", "주제 목록", "도움말");
  }

  @Test
  void a_known_topic_without_stories_offers_those_that_have_some() {
    visit.archive.add(
        digest(
            "2026-02-12-news",
            "ko",
            article("하나", "Example News", "chips"),
            article("둘", "Example News", "chips")));
    Answer answer = visit.type("/topic robots");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.firstLine(answer)).isEqualTo("‘로봇’ 주제의 최근 기사가 없어요");
    assertThat(Visit.buttons(answer)).startsWith("반도체 (2)").doesNotContain("규제");
  }

  @Test
  void a_source_asked_for_as_a_topic_is_answered_all_the_same() {
    visit.archive.add(
        digest(
            "2026-02-12-news",
            "ko",
            article("서버", "Fujitsu Global", "chips"),
            article("칩", "Fujitsu Global", "chips")));
    assertThat(Visit.text(visit.type("/topic 후지쯔")))
        .startsWith("‘Fujitsu Global’은 출처예요. 이 출처의 기사를 보여 드릴게요.")
        .contains("1. 서버");
    assertThat(Visit.text(visit.type("/source 반도체")))
        .startsWith("‘반도체’는 주제예요. 이 주제의 기사를 보여 드릴게요.")
        .contains("2. 칩");
  }

  @Test
  void topics_with_stories_come_first_with_their_counts() {
    visit.archive.add(
        digest(
            "2026-02-12-news",
            "ko",
            article("하나", "Example News", "robots"),
            article("둘", "Example News", "robots", "chips")),
        digest("2026-02-14-news", "ko", article("아직", "Example News", "regulation")));
    Answer answer = visit.type("/topics");
    assertThat(Visit.buttons(answer)).containsExactly("로봇 (2)", "반도체 (1)", "규제");
    assertThat(Visit.buttons(visit.type("/topic"))).isEqualTo(Visit.buttons(answer));
    assertThat(Visit.text(answer)).contains("/topic 로봇");
    assertThat(Visit.buttons(visit.reading(Language.EN).type("/sources")))
        .containsExactly("Example News (2)", "Fujitsu Global");
  }

  @Test
  void a_long_list_of_topics_has_pages() {
    visit.archive.add(digest("2026-02-12-news", "ko"));
    visit.with(
        new Taxonomy(
            IntStream.rangeClosed(1, 45)
                .mapToObj(number -> topic("t" + number, "주제 " + number, "Topic " + number))
                .toList(),
            List.of()));
    Answer first = visit.type("/topics");
    assertThat(pager(first).pages()).hasSize(3);
    assertThat(Visit.buttons(visit.press(pager(first).pages().getLast())))
        .containsExactly("주제 41", "주제 42", "주제 43", "주제 44", "주제 45");
  }

  @Test
  void a_source_that_no_file_names_is_found_by_the_digest_s_own_words() {
    Digest digest =
        digest(
            "2026-02-12-news",
            "ko",
            article("하나", "Fujitsu Global"),
            article("둘", "Fujitsu Global"));
    visit.archive.add(digest);
    visit.with(
        new Taxonomy(
            List.of(),
            List.of(new bot.briefing.topic.Source("Fujitsu Global", List.of(), List.of()))));
    assertThat(headlines(visit.type("/source FUJITSU global"))).containsExactly("하나", "둘");
  }

  @Test
  void a_story_added_later_is_in_the_next_answer() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("하나", "Example News", "chips")));
    assertThat(Visit.text(visit.type("/topic chips"))).contains("이것뿐");
    visit.archive.add(digest("2026-02-11-news", "ko", article("둘", "Example News", "chips")));
    assertThat(headlines(visit.type("/topic chips"))).containsExactly("하나", "둘");
  }

  @Test
  void hostile_words_are_said_back_short_and_on_one_line() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("하나", "Example News")));
    Answer answer = visit.type("/topic " + "\u202e@everyone\n<script>[은/는]" + "😀".repeat(2000));
    assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.firstLine(answer))
        .startsWith("‘@everyone <script>[은/는]😀")
        .hasSizeLessThan(60)
        .doesNotContain("\u202e");
    assertThat(Visit.firstLine(visit.type("/topic \u200b\u200f"))).isEqualTo("주제");
  }
}
