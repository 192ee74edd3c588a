package bot.briefing.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which chat a command is about. */
final class AimTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/subscribe @daily_news 08:00 | @daily_news | 08:00",
        "/subscribe 08:00 @Daily_News Seoul | @Daily_News | 08:00  Seoul",
        "/subscribe https://t.me/daily_news 08:00 | @daily_news | 08:00",
        "/subscribe t.me/daily_news | @daily_news | ''",
        "/구독 -1001234567890 08:00 | -1001234567890 | 08:00",
        "/unsubscribe @daily_news evening | @daily_news | evening",
        "/why @daily_news 2026-02-12 | @daily_news | 2026-02-12",
        "/copy @daily_news | @daily_news | ''",
        "/copy @daily_news @weekly_news | @daily_news | @weekly_news"
      })
  void a_chat_is_named_anywhere_in_a_line(String line, String chat, String rest) {
    Aim aim = Aim.of(Commands.line(line)).orElseThrow();

    assertThat(aim.chat()).isEqualTo(chat);
    assertThat(((Command.Ask) aim.of()).argument().replaceAll("\\s+", " "))
        .isEqualTo(rest.replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscribe 08:00",
        "/subscribe mute:\"buy @daily_news now\"",
        "/subscribe someone@example.org",
        "/subscribe @abc",
        "/subscribe UTC -9",
        "/topic @daily_news",
        "/today"
      })
  void other_commands_are_about_their_own_chat(String line) {
    assertThat(Aim.of(Commands.line(line))).isEmpty();
  }

  @Test
  void a_button_carries_its_chat() {
    Action settings = new Action.Manage(Step.SETTINGS);
    Action there = new Action.Elsewhere(settings, "-1001234567890");

    assertThat(Aim.of(new Command.Press(there)))
        .contains(new Aim("-1001234567890", new Command.Press(settings)));
    assertThat(Aim.of(new Command.Press(settings))).isEqualTo(Optional.empty());
    assertThat(Aim.of(new Command.Press(new Action.Turn(there, 1))))
        .contains(new Aim("-1001234567890", new Command.Press(new Action.Turn(settings, 1))));
  }
}
