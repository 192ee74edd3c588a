package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.telegram.Person;
import bot.briefing.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journeys in Telegram. */
final class TelegramJourneyTest extends JourneyContract<TelegramScene> {
  TelegramJourneyTest() {
    super(new TelegramScene());
  }

  @Override
  Seen.Knob opening(Seen overview, Language language, int index) {
    String number = Integer.toString(index + 1);
    return overview.knobs().stream()
        .filter(knob -> knob.label().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void start_greets_and_offers_the_first_steps(Language language) {
    Reader reader = scene().alone(language);

    Seen greeting = reader.ask("/start");

    assertThat(greeting.text()).contains(in(language, "안녕하세요!", "Hello!"));
    assertThat(greeting.knobs())
        .extracting(Seen.Knob::label)
        .containsExactly(
            in(language, "오늘의 브리핑", "Today’s briefing"),
            in(language, "주제 목록", "Topics"),
            in(language, "도움말", "Help"));
    assertThat(reader.press(greeting, in(language, "오늘의 브리핑", "Today’s briefing")).text())
        .contains(in(language, "후지쯔, 3월부터", "Fujitsu to build"));
  }

  @ParameterizedTest
  @EnumSource
  void an_unknown_command_gets_the_nearest_right_one(Language language) {
    Reader reader = scene().alone(language);

    Seen unknown = reader.ask("/todya");

    assertThat(unknown.text())
        .contains("/todya", in(language, "혹시 /today를 찾으셨나요?", "Did you mean /today?"));
    assertThat(reader.press(unknown, in(language, "오늘의 브리핑", "Today’s briefing")).text())
        .contains(in(language, "기사 6건", "6 stories"));
  }

  @ParameterizedTest
  @EnumSource
  void plain_words_do_in_a_private_chat(Language language) {
    Reader reader = scene().alone(language);

    assertThat(reader.ask(in(language, "오늘", "today")).text())
        .contains(in(language, "기사 6건", "6 stories"));
    assertThat(reader.ask(in(language, "규제", "regulation")).text()).contains("KI-MIG");
    assertThat(reader.ask("fujitsu").text()).contains("MONAKA");
    assertThat(reader.ask(in(language, "어제", "yesterday")).text())
        .contains(in(language, "2026년 2월 11일", "11 Feb 2026"));
    assertThat(reader.ask("qwzxv jklmn").text())
        .contains(in(language, "무슨 뜻인지 잘 모르겠어요", "I’m not sure what you mean"));
  }

  @ParameterizedTest
  @EnumSource
  void a_groups_buttons_open_the_private_chat_at_that_story(Language language) {
    Person person = scene().person(language);
    long group = scene().telegram().people().supergroup("News", person);
    Reader reader = scene().at(person, group);

    Seen today = reader.ask("/today@" + scene().telegram().botName());
    assertThat(today.id()).startsWith(group + ":");
    assertThat(today.knobs())
        .allMatch(
            knob ->
                knob.button()
                    .startsWith("https://t.me/" + scene().telegram().botName() + "?start="));

    Seen opened = reader.press(today, opening(today, language, 1));
    assertThat(opened.id()).startsWith(person.id() + ":");
    shows(opened, Newsrooms.digest(language).articles().get(1));
    assertThat(reader.screen()).contains(today);
  }

  @Test
  void in_a_group_only_what_names_the_bot_is_for_it() {
    Person person = scene().person(Language.EN);
    long group = scene().telegram().people().supergroup("News", person);
    Reader reader = scene().at(person, group);
    reader.say("/today@another_bot");
    reader.say("regulation");

    Seen answer = reader.ask("/topic@" + scene().telegram().botName() + " regulation");

    assertThat(answer.text()).contains("KI-MIG");
    assertThat(reader.screen()).containsExactly(answer);
  }

  @Test
  void in_a_private_chat_a_button_changes_the_answer_in_place() {
    Reader reader = scene().alone(Language.KO);
    Seen today = reader.ask("/today");

    Seen opened = reader.press(today, opening(today, Language.KO, 1));

    assertThat(opened.id()).isEqualTo(today.id());
    assertThat(reader.screen()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void hostile_plain_words_are_answered_and_ping_nobody(Language language) {
    Reader reader = scene().alone(language);
    for (String hostile : Hostile.words(Hostile.MESSAGE)) {
      Seen answer = reader.ask(hostile);

      assertThat(answer.text()).isNotBlank();
      assertThat(scene().pinged(answer)).isEmpty();
    }
    assertThat(List.of(reader.ask("/help").text()))
        .allMatch(text -> text.contains(in(language, "이렇게 물어보세요", "What you can ask me")));
  }
}
