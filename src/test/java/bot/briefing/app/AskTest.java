package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ask}: the bot's answer in a terminal, in a pipe and as the requests that it would send.
 */
final class AskTest {
  private static final String THAT_DAY = "2026-02-12T10:00:00Z";

  @TempDir private Path folder;

  private static Typed ask(Language language, String... words) {
    return in(Typed.OWN_CONTENT, language, words);
  }

  private static Typed in(Path content, Language language, String... words) {
    List<String> line = new ArrayList<>(List.of("ask", "--now", THAT_DAY));
    line.addAll(List.of(words));
    return Typed.in(
        language, Map.of("CONTENT_DIR", content.toString()), line.toArray(String[]::new));
  }

  @Test
  void words_need_no_quotes_and_no_slash() throws Exception {
    Typed quoted = ask(Language.EN, "/topic regulation");

    assertThat(quoted.code()).isZero();
    assertThat(quoted.out()).contains("KI-MIG");
    assertThat(ask(Language.EN, "topic", "regulation").out()).isEqualTo(quoted.out());
    assertThat(ask(Language.KO, "오늘").out())
        .isEqualTo(ask(Language.KO, "/today").out())
        .contains("후지쯔");
  }

  @Test
  void the_language_that_is_asked_for_wins_over_the_terminals() {
    assertThat(ask(Language.EN, "today", "--lang", "ko").out())
        .isEqualTo(ask(Language.KO, "today").out());
  }

  @Test
  void a_button_is_shown_as_the_command_that_does_the_same() {
    List<String> commands =
        ask(Language.EN, "today")
            .out()
            .lines()
            .filter(line -> line.startsWith("[") && line.contains("] /"))
            .map(line -> line.substring(line.indexOf("] /") + 2))
            .toList();

    assertThat(commands).hasSizeGreaterThanOrEqualTo(6);
    assertThat(commands)
        .allSatisfy(command -> assertThat(ask(Language.EN, command).code()).isZero());
  }

  @Test
  void the_last_page_of_a_long_digest_is_reached_by_the_commands_that_are_shown() throws Exception {
    StringBuilder digest = new StringBuilder("---\ntitle: t\nlang: en\n---\n");
    for (int story = 1; story <= 60; story++) {
      digest.append("\n## Story number ").append(story).append("\n\nIt happened.\n");
    }
    Files.createDirectory(folder.resolve("_posts"));
    Files.writeString(folder.resolve("_posts/2026-02-12-t.md"), digest);
    Typed page = in(folder, Language.EN, "today");
    List<String> seen = new ArrayList<>();
    for (String next = "/today"; !next.isEmpty() && seen.size() < 60; ) {
      page = in(folder, Language.EN, next);
      seen.add(page.out());
      String ahead = "[page " + (seen.size() + 1) + " of ";
      next =
          page.out()
              .lines()
              .filter(line -> line.startsWith(ahead))
              .map(line -> line.substring(line.indexOf("] ") + 2))
              .findFirst()
              .orElse("");
    }

    assertThat(seen).hasSizeGreaterThan(1);
    assertThat(page.out()).contains("Story number 60");
  }

  @Test
  void what_is_not_found_what_is_not_understood_and_what_is_unreadable_have_their_exit_codes()
      throws Exception {
    assertThat(ask(Language.EN, "/topic nothing-like-it").code()).isEqualTo(1);
    assertThat(ask(Language.EN, "/date 2020-01-01").code()).isEqualTo(1);
    assertThat(ask(Language.EN, "/tody").code()).isEqualTo(2);
    assertThat(ask(Language.EN, "").code()).isEqualTo(2);
    Files.createDirectory(folder.resolve("_posts"));
    Files.writeString(folder.resolve("_posts/2026-02-12-x.md"), "");
    Typed broken = in(folder, Language.EN, "today");
    assertThat(broken.code()).isEqualTo(3);
    assertThat(broken.err()).contains("briefing-bot lint");
  }

  @Test
  void before_the_first_digest_the_answer_says_so() {
    Typed none = in(folder, Language.EN, "today");

    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("No briefing yet");
    assertThat(none.err()).contains(folder.toString(), "_posts/YYYY-MM-DD-title.md");
  }

  @Test
  void a_content_folder_that_is_not_there_or_no_folder_is_named() throws Exception {
    for (Language language : Language.values()) {
      Typed missing = in(folder.resolve("nowhere"), language, "today");
      assertThat(missing.code()).isEqualTo(3);
      assertThat(missing.err()).contains(folder.resolve("nowhere").toString(), "--content");
      Path file = Files.writeString(folder.resolve("file"), "");
      assertThat(in(file, language, "today").err()).contains(file.toString(), "CONTENT_DIR");
    }
  }

  @Test
  void a_broken_file_of_topics_is_told_with_its_line_in_the_readers_language() throws Exception {
    Files.writeString(folder.resolve("topics.yml"), "- id: one\n  name: {ko: 하나}\n");

    Typed english = in(folder, Language.EN, "today");
    Typed korean = in(folder, Language.KO, "today");

    assertThat(english.code()).isEqualTo(3);
    assertThat(english.err())
        .contains(folder.resolve("topics.yml") + ":2:1: error: en is missing; add");
    assertThat(korean.err()).contains("topics.yml:2:1: error: en이 없습니다.");
  }

  @Test
  void the_requests_that_would_be_sent_are_json() throws Exception {
    JsonNode discord = json(ask(Language.KO, "오늘", "--as", "discord"));
    JsonNode telegram = json(ask(Language.KO, "오늘", "--as", "TELEGRAM"));

    assertThat(discord)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(names(one)).containsExactly("method", "path", "body");
              assertThat(one.get("method").asText()).isIn("POST", "PATCH");
              assertThat(one.get("path").asText()).startsWith("/");
            });
    assertThat(telegram)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(names(one)).containsExactly("method", "body");
              assertThat(one.get("method").asText()).isEqualTo("sendMessage");
              assertThat(one.get("body").get("text").asText()).contains("후지쯔");
            });
    assertThat(json(ask(Language.EN, "/tody", "--as", "discord"))).isNotEmpty();
  }

  @Test
  void styles_are_for_a_terminal_alone() {
    Map<String, String> settings = Map.of("CONTENT_DIR", Typed.OWN_CONTENT.toString());
    String[] line = {"ask", "topic", "regulation", "--now", THAT_DAY};

    Typed terminal = Typed.in(Language.EN, true, settings, line);
    Typed pipe = Typed.in(Language.EN, false, settings, line);

    assertThat(terminal.out()).contains("\u001b[1m");
    assertThat(pipe.out()).doesNotContain("\u001b").doesNotContain("**");
    assertThat(terminal.out().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(pipe.out());
  }

  @Test
  void a_digest_cannot_command_the_terminal() throws Exception {
    Files.createDirectory(folder.resolve("_posts"));
    Files.write(
        folder.resolve("_posts/2026-02-12-x.md"),
        "---\nlang: en\n---\n## A \u001b]0;owned\u0007 story\n\nText \u001b[31mred\u009b2J.\n"
            .getBytes(StandardCharsets.UTF_8));

    Typed typed = in(folder, Language.EN, "today");

    assertThat(typed.out()).contains("story").doesNotContain("\u001b", "\u0007", "\u009b");
  }

  private static JsonNode json(Typed typed) throws Exception {
    JsonNode tree = new ObjectMapper().readTree(typed.out());
    assertThat(tree.isArray()).isTrue();
    return tree;
  }

  private static List<String> names(JsonNode node) {
    return Stream.of(node).flatMap(one -> one.propertyStream()).map(Map.Entry::getKey).toList();
  }
}
