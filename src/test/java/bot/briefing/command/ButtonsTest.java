package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.articles;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.text.Language;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ButtonsTest {
  private final Visit visit = Visit.on("2026-02-12");

  @Test
  void one_reads_from_article_to_article_and_back_to_the_overview() {
    visit.archive.add(digest("2026-02-12-news", "ko", articles(3)));
    Answer today = visit.type("/today");
    Answer first = visit.press(Visit.entries(today).getFirst().open().action());
    assertThat(Visit.firstLine(first)).startsWith("기사 1");
    assertThat(Visit.buttons(first)).containsExactly("전체 기사", "다음 기사 ›");
    Answer second = visit.press(first, "다음 기사 ›");
    assertThat(Visit.buttons(second)).containsExactly("‹ 이전 기사", "전체 기사", "다음 기사 ›");
    Answer last = visit.press(second, "다음 기사 ›");
    assertThat(Visit.buttons(last)).containsExactly("‹ 이전 기사", "전체 기사");
    assertThat(Visit.text(visit.press(last, "전체 기사"))).isEqualTo(Visit.text(today));
  }

  @Test
  void article_500_is_a_page_and_a_tap_away() {
    visit.archive.add(digest("2026-02-12-news", "ko", articles(500)));
    Answer today = visit.type("/today");
    List<Action> pages = Objects.requireNonNull(today.card().pager()).pages();
    assertThat(pages).hasSize(20);
    Answer last = visit.press(pages.getLast());
    Answer article = visit.press(Visit.entries(last).getLast().open().action());
    assertThat(Visit.firstLine(article)).startsWith("기사 500");
    assertThat(Visit.text(visit.press(article, "전체 기사"))).isEqualTo(Visit.text(last));
  }

  @Test
  void a_digest_that_is_gone_is_said_so_with_a_way_to_today() {
    Digest gone = digest("2026-02-10-news", "ko", article("기사", "Example News"));
    visit.archive.add(digest("2026-02-12-news", "ko"));
    for (Action action :
        List.of(
            new Action.Overview(gone.id(), 3),
            new Action.Read(gone.id(), gone.articles().getFirst().id()))) {
      Answer answer = visit.press(action);
      assertThat(answer.outcome()).isEqualTo(Outcome.NOTHING);
      assertThat(Visit.firstLine(answer)).isEqualTo("이 브리핑은 이제 없어요");
      assertThat(Visit.firstLine(visit.press(answer, "오늘의 브리핑"))).contains("2026-02-12-news");
    }
  }

  @Test
  void an_article_that_is_gone_leads_to_what_its_digest_holds_now() {
    Digest digest = digest("2026-02-12-news", "ko", article("남은 기사", "Example News"));
    visit.archive.add(digest);
    Answer answer = visit.press(new Action.Read(digest.id(), ShortHash.of("지운 기사")));
    assertThat(Visit.text(answer)).startsWith("찾으시는 기사는 이제 이 브리핑에 없어요.").contains("남은 기사");
  }

  @Test
  void an_old_button_shows_nothing_of_the_future() {
    Digest tomorrow = digest("2026-02-13-news", "ko", article("내일", "Example News", "chips"));
    visit.archive.add(digest("2026-02-12-news", "ko"), tomorrow);
    assertThat(visit.press(new Action.Overview(tomorrow.id(), 0)).outcome())
        .isEqualTo(Outcome.NOTHING);
    assertThat(Visit.text(visit.press(new Action.OnTopic(ShortHash.of("chips"), 0))))
        .doesNotContain("내일");
  }

  @Test
  void a_button_shows_the_reader_s_edition_where_the_story_is_in_it() {
    Article shared = article("함께", "Example News");
    Article only = article("한국어만", "Example News");
    Digest korean = digest("2026-02-12-news", "ko", shared, only);
    Article translated =
        new Article("Shared", shared.url(), "Example News", null, List.of(), List.of());
    visit.archive.add(korean, digest("2026-02-12-news.en", "en", translated));
    visit.reading(Language.EN);
    assertThat(Visit.firstLine(visit.press(new Action.Overview(korean.id(), 0))))
        .isEqualTo("News 2026-02-12-news.en");
    assertThat(Visit.firstLine(visit.press(new Action.Read(korean.id(), shared.id()))))
        .startsWith("Shared");
    Answer stays = visit.press(new Action.Read(korean.id(), only.id()));
    assertThat(Visit.firstLine(stays)).startsWith("한국어만");
    assertThat(Visit.buttons(stays)).containsExactly("‹ Previous", "All stories");
  }

  @Test
  void a_topic_that_is_unknown_leads_to_the_list() {
    visit.archive.add(digest("2026-02-12-news", "ko", article("칩", "Example News", "chips")));
    Answer topic = visit.press(new Action.OnTopic(ShortHash.of("gone"), 0));
    assertThat(topic.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(Visit.buttons(topic)).contains("반도체 (1)");
    Answer source = visit.press(new Action.FromSource(ShortHash.of("gone"), 0));
    assertThat(Visit.buttons(source)).contains("Example News (1)");
  }

  @Test
  void every_button_of_an_answer_is_answered() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("칩", "Example News", "chips")),
        digest("2026-02-11-news", "ko", article("칩 둘", "Fujitsu Global", "chips")));
    for (String line :
        List.of("/today", "/topic chips", "/topics", "/sources", "/help", "/start")) {
      Answer answer = visit.type(line);
      assertThat(Visit.buttons(answer)).as(line).isNotEmpty();
      for (String label : Visit.buttons(answer)) {
        assertThat(visit.press(answer, label).outcome())
            .as(line + " " + label)
            .isIn(Outcome.FOUND, Outcome.NOTHING);
      }
    }
  }

  @Test
  void a_turn_shows_the_same_card_at_a_further_part() {
    visit.archive.add(digest("2026-02-12-news", "ko", articles(2)));
    Action overview = Objects.requireNonNull(visit.type("/today").card().self());
    Answer turned = visit.press(new Action.Turn(overview, 2));
    assertThat(turned.part()).isEqualTo(2);
    assertThat(turned.card()).isEqualTo(visit.press(overview).card());
  }

  @Test
  void a_button_of_another_version_is_answered_politely() {
    Answer answer = visit.type("/start 9zz");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(Visit.firstLine(answer)).isEqualTo("이 버튼은 더 쓸 수 없어요");
    assertThat(Visit.buttons(answer)).containsExactly("오늘의 브리핑", "주제 목록", "도움말");
  }

  @Test
  void what_a_button_does_can_be_typed() {
    Digest digest = digest("2026-02-12-news", "ko", article("칩", "Example News", "chips"));
    visit.archive.add(digest);
    DigestId id = digest.id();
    ShortHash article = digest.articles().getFirst().id();
    Newsroom newsroom = visit.newsroom;
    assertThat(newsroom.spell(new Action.Today())).isEqualTo("/today");
    assertThat(newsroom.spell(new Action.Help())).isEqualTo("/help");
    assertThat(newsroom.spell(new Action.Topics(0))).isEqualTo("/topics");
    assertThat(newsroom.spell(new Action.OnDate(digest.date()))).isEqualTo("/date 2026-02-12");
    assertThat(newsroom.spell(new Action.Overview(id, 0))).isEqualTo("/date 2026-02-12");
    assertThat(newsroom.spell(new Action.OnTopic(ShortHash.of("chips"), 0)))
        .isEqualTo("/topic chips");
    assertThat(newsroom.spell(new Action.FromSource(ShortHash.of("Example News"), 0)))
        .isEqualTo("/source Example News");
    for (Action action :
        List.of(
            new Action.Read(id, article),
            new Action.Overview(id, 7),
            new Action.OnTopic(ShortHash.of("gone"), 0),
            new Action.Topics(2))) {
      assertThat(newsroom.spell(action)).startsWith("/start 1");
      assertThat(visit.type(newsroom.spell(action))).isEqualTo(visit.press(action));
    }
  }
}
