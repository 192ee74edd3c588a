package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.command.Verb;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journeys in Discord. */
final class DiscordJourneyTest extends JourneyContract<DiscordScene> {
  private static final int EPHEMERAL = 1 << 6;

  DiscordJourneyTest() {
    super(new DiscordScene());
  }

  @Override
  Seen.Knob opening(Seen overview, Language language, int index) {
    return overview.knobs().stream()
        .filter(knob -> knob.label().equals(in(language, "읽기", "Read")))
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPrivate(Seen seen) {
    return (seen.wire().path("flags").asInt() & EPHEMERAL) != 0;
  }

  @Test
  void an_answer_in_a_channel_is_for_all_and_a_private_one_for_the_asker() {
    List<Reader> two = scene().together(Language.KO, Language.EN);
    Reader korean = two.getFirst();
    Reader english = two.getLast();

    Seen shared = korean.ask("/오늘");
    assertThat(isPrivate(shared)).isFalse();
    assertThat(english.screen().getLast().text()).isEqualTo(shared.text());

    List<Seen> before = korean.screen();
    Seen own = english.ask("/today private:true");
    assertThat(isPrivate(own)).isTrue();
    assertThat(own.text()).contains("AI briefing, 12 February 2026");
    assertThat(korean.screen()).isEqualTo(before);
    assertThat(isPrivate(korean.ask("/주제 규제 나만:true"))).isTrue();
  }

  @Test
  void where_the_bot_is_no_member_the_answer_is_the_askers_alone() {
    Visitor away = scene().visitor(Language.EN).elsewhere();

    Seen answer = DiscordScene.at(away).ask("/topic regulation");

    assertThat(isPrivate(answer)).isTrue();
    assertThat(answer.text()).contains("KI-MIG");
  }

  @Test
  void in_a_direct_chat_a_button_changes_the_answer_in_place() {
    Reader reader = scene().alone(Language.KO);
    Seen today = reader.ask("/오늘");

    Seen opened = reader.press(today, opening(today, Language.KO, 1));

    assertThat(opened.id()).isEqualTo(today.id());
    assertThat(reader.screen()).hasSize(1);
  }

  @Test
  void what_is_typed_is_completed_in_the_readers_language() {
    Visitor korean = scene().visitor(Language.KO);
    Visitor english = scene().visitor(Language.EN);

    assertThat(korean.autocomplete("주제", "주제", "규").join().toString()).contains("규제");
    assertThat(english.autocomplete("topic", "topic", "regul").join().toString())
        .contains("Regulation");
    assertThat(english.autocomplete("source", "source", "fuj").join().toString())
        .contains("Fujitsu");
    assertThat(english.autocomplete("date", "date", "2026").join().toString())
        .contains("2026-02-12");
  }

  @Test
  void a_slow_answer_is_awaited_and_a_failed_one_regretted() {
    SlowNewsroom slow = new SlowNewsroom(Newsrooms.ours());
    scene().serve(slow);
    try {
      Reader reader = scene().alone(Language.EN);
      Seen today = ask(reader, Language.EN, Verb.TODAY, "");
      assertThat(today.text()).contains("AI briefing, 12 February 2026");
      Seen opened = reader.press(today, opening(today, Language.EN, 0));
      assertThat(opened.id()).isEqualTo(today.id());
      assertThat(opened.text()).contains("S$50,000");

      slow.breakDown();
      assertThat(reader.press(opened, "Next").text()).contains("Something went wrong on our side");
      assertThat(reader.screen()).contains(opened);
    } finally {
      scene().serve(Newsrooms.ours());
    }
  }
}
