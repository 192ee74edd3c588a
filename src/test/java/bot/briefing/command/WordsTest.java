package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.PlainText;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.text.Language;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private final Visit visit = Visit.on("2026-02-12");

  @BeforeEach
  void two_days() {
    visit.archive.add(
        digest(
            "2026-02-12-news",
            "ko",
            article("새 법", "Example News", "regulation"),
            article("새 서버", "Fujitsu Global", "chips")),
        digest(
            "2026-02-11-news",
            "ko",
            article("지난 법", "Example News", "regulation"),
            article("지난 서버", "Fujitsu Global", "chips")));
  }

  private void means(String words, String line) {
    assertThat(visit.type(words)).as(words).isEqualTo(visit.type(line));
  }

  @Test
  void plain_words_mean_what_a_person_means_by_them() {
    for (String words : List.of("오늘", "today", "Today!", "뉴스", "오늘 뉴스", "오늘 브리핑 보여줘")) {
      means(words, "/today");
    }
    means("규제", "/topic regulation");
    means("규제 소식 알려줘", "/topic regulation");
    means("ai act", "/topic regulation");
    means("fujitsu", "/source fujitsu");
    means("어제", "/date 2026-02-11");
    means("2월 11일", "/date 2026-02-11");
    means("도움말", "/help");
    means("주제 규제", "/topic regulation");
    means("topics", "/topics");
    means("주제 목록", "/topics");
    means("출처 목록 보여줘", "/sources");
    means("topic list", "/topics");
    means("/주제 목록", "/topics");
    means("안녕하세요", "/start");
    means(Normalizer.normalize("오늘", Normalizer.Form.NFD), "/today");
  }

  @Test
  void other_words_beside_a_name_do_no_harm() {
    means("/topic 규제 관련 뉴스", "/topic regulation");
    means("/topic 규제에 대해", "/topic regulation");
    means("/topic news about regulation", "/topic regulation");
    means("/source fujitsu 소식", "/source fujitsu");
  }

  @Test
  void commands_are_known_in_both_languages() {
    means("/오늘", "/today");
    means("/주제 규제", "/topic regulation");
    means(Normalizer.normalize("/출처 후지쯔", Normalizer.Form.NFD), "/source fujitsu");
    means("/TODAY", "/today");
    means("/topics regulation", "/topic regulation");
  }

  @Test
  void other_words_are_answered_with_what_would_help() {
    Answer answer = visit.type("고마워요 정말");
    assertThat(answer.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(Visit.firstLine(answer)).isEqualTo("무슨 뜻인지 잘 모르겠어요");
    assertThat(Visit.buttons(answer)).endsWith("오늘의 브리핑", "주제 목록", "도움말");
  }

  @Test
  void an_unknown_command_leads_to_the_nearest_right_one() {
    Answer today = visit.reading(Language.EN).type("/tody");
    assertThat(today.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
    assertThat(Visit.text(today)).isEqualTo("There is no command /tody\n\nDid you mean /today?");
    Answer topic = visit.type("/topik regulation");
    assertThat(Visit.text(topic)).contains("Did you mean /topic?");
    assertThat(Visit.buttons(topic)).first().isEqualTo("Regulation (2)");
    Answer date = visit.type("/dat yesterday");
    assertThat(Visit.buttons(date)).first().isEqualTo("Wed, 11 Feb 2026");
    assertThat(Visit.text(visit.reading(Language.KO).type("/오눌"))).contains("혹시 /today를 찾으셨나요?");
    assertThat(Visit.text(visit.type("/xyzzyplugh"))).contains("/help에서 볼 수 있어요");
    assertThat(Visit.buttons(visit.type("/regulation"))).first().isEqualTo("규제 (2)");
  }

  @Test
  void nothing_that_a_person_types_makes_it_throw() {
    for (String typed :
        List.of(
            "",
            " ",
            "/",
            "//",
            "/ ",
            "/start",
            "/start \u0000",
            "/topic",
            "😀".repeat(2048),
            "/" + "😀".repeat(2047),
            "/date " + "9".repeat(4000),
            "\u202e\u200f",
            "<script>alert(1)</script>",
            "@everyone **x** [a](b) {0} '' [은/는]",
            "a ".repeat(2000))) {
      assertThat(visit.type(typed).card().pieces()).as(typed).isNotEmpty();
    }
  }

  @Test
  void help_names_every_command_as_the_reader_types_it() {
    assertThat(Visit.text(visit.type("/help")))
        .contains("/today", "/topic 규제", "/date 어제", "/sources", "그냥 적어도 돼요");
    Asker discord =
        new Asker(new Chat(Platform.DISCORD, "1", null), Place.GROUP, Language.KO, null);
    Command help = new Command.Ask(Verb.HELP, "");
    assertThat(PlainText.of(visit.newsroom.answer(help, discord).card()))
        .contains("/오늘", "/주제 규제")
        .doesNotContain("/today", "그냥 적어도");
  }

  @Test
  void a_greeting_is_in_the_reader_s_language_with_ways_on() {
    assertThat(Visit.firstLine(visit.type("/start"))).startsWith("안녕하세요!");
    Answer answer = visit.reading(Language.EN).type("/start");
    assertThat(Visit.firstLine(answer)).startsWith("Hello!");
    assertThat(Visit.buttons(answer)).containsExactly("Today’s briefing", "Topics", "Help");
  }
}
