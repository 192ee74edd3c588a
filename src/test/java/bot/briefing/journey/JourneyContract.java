package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.command.Verb;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.text.Language;
import bot.briefing.topic.Topic;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a person gets on any platform, in either language. A platform adds only how they speak,
 * press and read there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class JourneyContract<S extends Scene> {
  private static final int FUJITSU = 1;
  private static final int GERMANY = 4;

  private final S scene;

  @TempDir private Path empty = Path.of("");

  JourneyContract(S scene) {
    this.scene = scene;
  }

  final S scene() {
    return scene;
  }

  @BeforeAll
  void open() {
    scene.serve(Newsrooms.ours());
  }

  @AfterAll
  void close() {
    scene.close();
    assertThat(scene.book().entries())
        .as("what the platform refused")
        .filteredOn(entry -> entry.status() >= 400 && !isOfAnEndedBot(entry))
        .extracting(Book.Entry::toString)
        .isEmpty();
  }

  /** Telegram ends the poll of a bot that is gone when the next one polls. */
  private static boolean isOfAnEndedBot(Book.Entry entry) {
    return entry.method().equals("getUpdates") && entry.status() == 409;
  }

  static String in(Language language, String korean, String english) {
    return language == Language.KO ? korean : english;
  }

  final Seen ask(Reader reader, Language language, Verb verb, String argument) {
    return reader.ask((scene.command(verb, language) + " " + argument).strip());
  }

  private static Article article(Language language, int index) {
    return Newsrooms.digest(language).articles().get(index);
  }

  static void shows(Seen seen, Article article) {
    assertThat(seen.text()).contains(article.title(), String.valueOf(article.source()));
    assertThat(seen.links()).contains(String.valueOf(article.url()));
  }

  private static void showsAll(Seen seen, Language language) {
    Digest digest = Newsrooms.digest(language);
    assertThat(seen.text())
        .contains(digest.title(), in(language, "기사 6건", "6 stories"))
        .contains(in(language, "2026년 2월 12일", "12 Feb 2026"))
        .contains(digest.articles().stream().map(Article::title).toList())
        .doesNotContain("**");
  }

  @ParameterizedTest
  @EnumSource
  void today_shows_the_day_and_each_of_its_stories(Language language) {
    Seen today = ask(scene.alone(language), language, Verb.TODAY, "");

    showsAll(today, language);
    assertThat(today.text()).doesNotContain("아직", "isn’t out yet");
    assertThat(today.bold()).contains(in(language, "세금 공제", "Tax deduction"));
  }

  @ParameterizedTest
  @EnumSource
  void a_topic_is_found_by_any_of_its_names(Language language) {
    for (String name : List.of("regulation", "규제", "AI Act", "ＲＥＧＵＬＡＴＩＯＮ")) {
      Seen answer = ask(scene.alone(language), language, Verb.TOPIC, name);

      shows(answer, article(language, GERMANY));
      assertThat(answer.text())
          .contains(in(language, "‘규제’ 주제의 기사는 이것뿐이에요", "The only story on “Regulation”"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_source_is_found_by_name_alias_or_domain(Language language) {
    for (String name : List.of("fujitsu", "후지쯔", "Fujitsu Global", "fujitsu.com")) {
      shows(ask(scene.alone(language), language, Verb.SOURCE, name), article(language, FUJITSU));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_day_is_found_by_its_date(Language language) {
    showsAll(ask(scene.alone(language), language, Verb.DATE, "2026-02-12"), language);
  }

  @ParameterizedTest
  @EnumSource
  void a_day_without_a_briefing_offers_the_nearest(Language language) {
    Reader reader = scene.alone(language);

    Seen none = ask(reader, language, Verb.DATE, in(language, "어제", "yesterday"));

    assertThat(none.text())
        .contains(in(language, "2026년 2월 11일 (수) 브리핑은 없어요", "no briefing for Wed, 11 Feb 2026"));
    showsAll(reader.press(none, in(language, "2월 12일", "12 Feb 2026")), language);
  }

  @ParameterizedTest
  @EnumSource
  void the_topics_are_listed_and_each_can_be_opened(Language language) {
    Reader reader = scene.alone(language);

    Seen topics = ask(reader, language, Verb.TOPICS, "");

    assertThat(topics.text()).contains(in(language, "주제", "Topics"));
    shows(
        reader.press(topics, in(language, "규제 (1)", "Regulation (1)")), article(language, GERMANY));
  }

  @ParameterizedTest
  @EnumSource
  void every_topic_stands_on_one_of_the_pages(Language language) {
    Reader reader = scene.alone(language);
    Seen first = ask(reader, language, Verb.TOPICS, "");
    Seen second = reader.press(first, "›");

    for (Topic topic : Newsrooms.TAXONOMY.topics()) {
      assertThat(first.find(topic.name(language)).or(() -> second.find(topic.name(language))))
          .as(topic.name(language))
          .isPresent();
    }
    assertThat(second.text()).contains(in(language, "주제", "Topics"));
    assertThat(reader.press(second, "‹").knobs()).isEqualTo(first.knobs());
  }

  @ParameterizedTest
  @EnumSource
  void the_sources_are_listed_and_each_can_be_opened(Language language) {
    Reader reader = scene.alone(language);

    Seen sources = ask(reader, language, Verb.SOURCES, "");

    assertThat(sources.text()).contains(in(language, "출처", "Sources"));
    shows(reader.press(sources, "Fujitsu"), article(language, FUJITSU));
  }

  @ParameterizedTest
  @EnumSource
  void help_names_every_command_in_the_readers_language(Language language) {
    Seen help = ask(scene.alone(language), language, Verb.HELP, "");

    for (Verb verb : Verb.values()) {
      assertThat(help.text()).contains(scene.command(verb, language));
    }
    assertThat(help.text()).contains(in(language, "이렇게 물어보세요", "What you can ask me"));
    if (language == Language.EN) {
      assertThat(help.text()).doesNotContainPattern("[가-힣]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void buttons_lead_through_the_stories_and_back(Language language) {
    Reader reader = scene.alone(language);
    Seen today = ask(reader, language, Verb.TODAY, "");

    Seen first = reader.press(today, opening(today, language, 0));
    shows(first, article(language, 0));
    assertThat(first.find(in(language, "이전 기사", "Previous"))).isEmpty();

    Seen second = reader.press(first, in(language, "다음 기사", "Next"));
    shows(second, article(language, FUJITSU));
    shows(reader.press(second, in(language, "이전 기사", "Previous")), article(language, 0));
    Seen last = reader.screen().getLast();

    showsAll(reader.press(last, in(language, "전체 기사", "All stories")), language);
    Seen overview = reader.screen().getLast();
    Seen topic = reader.press(overview, in(language, "정책·정부", "Policy & government"));
    assertThat(topic.text())
        .contains(article(language, 0).title(), article(language, GERMANY).title());
  }

  /** The button or entry that opens a story of an overview. */
  abstract Seen.Knob opening(Seen overview, Language language, int index);

  @ParameterizedTest
  @EnumSource
  void every_story_opens_whole_and_no_star_is_left(Language language) {
    Reader reader = scene.alone(language);
    Seen seen =
        reader.press(
            ask(reader, language, Verb.TODAY, ""), opening(reader.screen().getLast(), language, 0));
    for (Article article : Newsrooms.digest(language).articles()) {
      shows(seen, article);
      assertThat(seen.text()).doesNotContain("**");
      assertThat(Cards.bare(seen.text()))
          .contains(Cards.words(article).stream().map(Cards::bare).toList());
      if (seen.find(in(language, "다음 기사", "Next")).isPresent()) {
        seen = reader.press(seen, in(language, "다음 기사", "Next"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_misspelt_topic_offers_the_right_one(Language language) {
    Reader reader = scene.alone(language);

    Seen missing = ask(reader, language, Verb.TOPIC, in(language, "규졔", "regulatoin"));

    assertThat(missing.text())
        .contains(in(language, "‘규졔’라는 주제는 없어요", "There is no topic “regulatoin”"));
    shows(reader.press(missing, in(language, "규제", "Regulation")), article(language, GERMANY));
  }

  @ParameterizedTest
  @EnumSource
  void a_misspelt_source_offers_the_right_one(Language language) {
    Reader reader = scene.alone(language);

    Seen missing = ask(reader, language, Verb.SOURCE, "fujitus");

    assertThat(missing.text()).contains("fujitus");
    shows(reader.press(missing, "Fujitsu"), article(language, FUJITSU));
  }

  @Test
  void a_button_of_an_old_message_works_after_a_restart() {
    Reader reader = scene.alone(Language.EN);
    Seen old = ask(reader, Language.EN, Verb.TODAY, "");
    scene.serve(Newsrooms.ours());

    shows(reader.press(old, opening(old, Language.EN, 2)), article(Language.EN, 2));
  }

  @Test
  void a_button_whose_digest_is_gone_says_so_politely() {
    Reader korean = scene.alone(Language.KO);
    Reader english = scene.alone(Language.EN);
    Seen old = ask(korean, Language.KO, Verb.TODAY, "");
    Seen other = ask(english, Language.EN, Verb.TODAY, "");
    scene.serve(Newsrooms.over(empty, Newsrooms.NOW));
    try {
      assertThat(korean.press(old, opening(old, Language.KO, 0)).text()).contains("이 브리핑은 이제 없어요");
      assertThat(english.press(other, opening(other, Language.EN, 0)).text())
          .contains("This briefing is no longer here");
      assertThat(ask(english, Language.EN, Verb.TODAY, "").text()).contains("No briefing yet");
    } finally {
      scene.serve(Newsrooms.ours());
    }
  }

  @Test
  void the_next_day_the_briefing_is_yesterdays_and_says_so() {
    scene.serve(Newsrooms.over(Newsrooms.CONTENT, Newsrooms.NOW.plus(1, ChronoUnit.DAYS)));
    try {
      for (Language language : Language.values()) {
        Reader reader = scene.alone(language);
        showsAll(ask(reader, language, Verb.DATE, in(language, "어제", "yesterday")), language);
        assertThat(ask(reader, language, Verb.TODAY, "").text())
            .startsWith(
                in(
                    language,
                    "오늘 브리핑은 아직 없어요. 2026년 2월 12일 (목) 브리핑을 보여 드릴게요.",
                    "Today’s briefing isn’t out yet. Here is the one from Thu, 12 Feb 2026."));
      }
    } finally {
      scene.serve(Newsrooms.ours());
    }
  }

  @Test
  void what_one_reader_taps_changes_nothing_that_another_sees() {
    List<Reader> two = scene.together(Language.KO, Language.EN);
    Reader one = two.getFirst();
    Reader other = two.getLast();
    Seen shared = ask(one, Language.KO, Verb.TODAY, "");
    List<Seen> before = other.screen();
    assertThat(before.getLast().text()).isEqualTo(shared.text());

    Seen own = one.press(shared, opening(shared, Language.KO, 0));
    shows(own, article(Language.KO, 0));
    shows(one.press(own, "다음 기사"), article(Language.KO, 1));

    assertThat(other.screen()).isEqualTo(before);
    shows(other.press(shared, opening(shared, Language.KO, 2)), article(Language.EN, 2));
    assertThat(one.screen()).contains(shared);
  }

  @ParameterizedTest
  @EnumSource
  void hostile_words_are_answered_and_ping_nobody(Language language) {
    Reader reader = scene.alone(language);
    for (String hostile : Hostile.words(Hostile.MESSAGE - 20)) {
      for (Verb verb : List.of(Verb.TOPIC, Verb.SOURCE, Verb.DATE)) {
        Seen answer = ask(reader, language, verb, hostile);
        assertThat(answer.text()).as(verb + " " + hostile.substring(0, 30)).isNotBlank();
        assertThat(scene.pinged(answer)).isEmpty();
        assertThat(answer.links()).isEmpty();
      }
    }
    showsAll(ask(reader, language, Verb.TODAY, ""), language);
  }
}
