package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says of the command line is what the command line does. */
final class ReadmeTest {
  private final String readme;

  ReadmeTest() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  @Test
  void the_table_of_settings_names_each_with_its_default() {
    Map<String, String> documented = new LinkedHashMap<>();
    Matcher row = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?:`([^`]*)`)? *\\|").matcher(readme);
    while (row.find()) {
      documented.put(row.group(1), row.group(2) == null ? "" : row.group(2));
    }
    Map<String, String> known = new LinkedHashMap<>();
    Arrays.stream(Setting.values())
        .forEach(setting -> known.put(setting.name(), setting.standard()));

    assertThat(documented).isEqualTo(known);
  }

  @Test
  void the_table_of_commands_names_each_that_a_person_types() {
    String section = readme.substring(readme.indexOf("## The command line"));
    List<String> documented =
        Pattern.compile("(?m)^\\| `([a-z]+)[ `]")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .toList();
    Console console = new Console(System.out, System.err, false, Language.EN);
    List<String> known =
        CommandLineInterface.of(console, new SettingsSource(Map.of(), Path.of("none")), "--help")
            .getSubcommands()
            .entrySet()
            .stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(documented).containsExactlyElementsOf(known);
  }

  @Test
  void the_table_of_reasons_is_what_why_says() {
    Map<String, String> documented = new LinkedHashMap<>();
    Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^`|]+) \\|$")
        .matcher(
            readme.substring(readme.indexOf("| reason |"), readme.indexOf("## Write a digest")))
        .results()
        .forEach(row -> documented.put(row.group(1), row.group(2)));
    Map<String, String> said = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      said.put(reason.name(), Texts.in(Language.EN).say("why." + reason));
    }
    assertThat(documented).containsExactlyEntriesOf(said);
  }

  @Test
  void the_exit_codes_are_those_of_the_program_and_of_its_help() {
    String sentence = readme.substring(readme.indexOf("Exit codes: "));
    List<String> documented =
        Pattern.compile("(?:: |; )(\\d+) ")
            .matcher(sentence.substring(0, sentence.indexOf("Answers go to")))
            .results()
            .map(code -> code.group(1))
            .toList();
    TreeSet<Integer> helped = new TreeSet<>();
    for (String command : List.of("run", "sandbox", "ask", "preview", "lint")) {
      Pattern.compile("(?m)^  (\\d+) ")
          .matcher(Typed.in(Language.EN, command, "--help").out())
          .results()
          .forEach(code -> helped.add(Integer.valueOf(code.group(1))));
    }

    assertThat(documented).containsExactly("0", "1", "2", "3", "70");
    assertThat(helped)
        .containsExactly(
            ExitCode.OK, ExitCode.NOTHING, ExitCode.USAGE, ExitCode.UNREADABLE, ExitCode.OURS);
  }
}
