package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a person reads who mistyped a command line: what was wrong, and what to write instead. */
final class WrongUsageTest {
  private static final List<String> COMMANDS = List.of("run", "sandbox", "ask", "preview", "lint");

  private static void assertWrong(String line, String... words) {
    for (Language language : Language.values()) {
      Typed typed = Typed.in(language, line.split(" "));
      assertThat(typed.code()).as(typed.err()).isEqualTo(2);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err())
          .contains(words)
          .contains("--help")
          .doesNotContain("Exception", "null");
    }
  }

  @Test
  void a_mistyped_command_is_answered_with_the_nearest() {
    assertWrong("prevew x.md", "prevew", "preview");
    assertWrong("snadbox", "snadbox", "sandbox");
  }

  @Test
  void a_question_without_its_command_is_answered_with_the_command() {
    assertWrong("tody", "briefing-bot ask \"tody\"");
    assertWrong("topic 규제", "briefing-bot ask \"topic 규제\"");
  }

  @Test
  void a_mistyped_option_is_answered_with_the_nearest() {
    assertWrong("ask --lagn ko today", "--lagn", "--lang");
  }

  @Test
  void what_is_missing_is_named() {
    assertWrong("ask", "LINE", "briefing-bot ask --help");
    assertWrong("preview", "FILE");
    assertWrong("ask today --as", "FORM");
  }

  @Test
  void a_wrong_value_is_answered_with_the_right_ones() {
    assertWrong("ask today --as html", "--as", "html", "text, discord, telegram");
    assertWrong("preview a.md --as html", "text, json, discord, telegram");
    assertWrong("lint --format xml", "text, json");
    assertWrong("ask today --lang xx", "--lang", "xx", "ko, en");
    assertWrong("ask today --now yesterday", "--now", "2026-02-12T09:00:00Z");
    assertWrong("run --port 65536", "--port", "65536", "65535");
    assertWrong("sandbox --port x", "--port", "0");
    assertWrong("ask today --lang ko --lang en", "--lang");
    assertWrong("preview a.md b.md", "b.md");
  }

  @TestFactory
  Stream<DynamicTest> help_tells_every_argument_in_both_languages() {
    return COMMANDS.stream()
        .flatMap(
            command ->
                Arrays.stream(Language.values())
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                command + " " + language, () -> assertHelp(command, language))));
  }

  private static void assertHelp(String command, Language language) {
    Typed help = Typed.in(language, command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    boolean korean = language == Language.KO;
    assertThat(help.out())
        .contains(korean ? "사용법: briefing-bot " + command : "Usage: briefing-bot " + command)
        .contains(korean ? "종료 코드:" : "Exit codes:", "  70 ");
    if (korean) {
      assertThat(described(help.out()))
          .allSatisfy(line -> assertThat(line).containsPattern("\\p{IsHangul}"));
    } else {
      assertThat(help.out()).doesNotContainPattern("\\p{IsHangul}");
      assertThat(described(help.out()))
          .allSatisfy(line -> assertThat(line).containsPattern("\\s{2,}[A-Z]"));
    }
  }

  /** The lines of a help that name an argument, an option or an exit code. */
  private static List<String> described(String help) {
    return help.lines().filter(line -> line.matches(" +(-|\\[?[A-Z]+]?\\.*|\\d+ ).*")).toList();
  }

  @Test
  void the_help_names_every_command_but_the_one_that_nobody_types() {
    for (Language language : Language.values()) {
      assertThat(Typed.in(language, "--help").out()).contains(COMMANDS).doesNotContain("train");
    }
  }

  @Test
  void every_command_tells_the_version() {
    assertThat(COMMANDS)
        .allSatisfy(
            command ->
                assertThat(Typed.in(Language.EN, command, "--version").out())
                    .startsWith("briefing-bot "));
  }
}
