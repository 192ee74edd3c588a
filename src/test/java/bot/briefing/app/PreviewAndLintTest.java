package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author sees of a file before readers do. */
final class PreviewAndLintTest {
  private static final String DIGEST = "content/_posts/2026-02-12-ai-news.md";

  @TempDir private Path folder;

  private static JsonNode json(String... line) throws Exception {
    return new ObjectMapper().readTree(Typed.in(Language.EN, line).out());
  }

  @Test
  void a_file_is_shown_as_text_as_it_is_read_and_as_either_platforms_requests() throws Exception {
    Typed text = Typed.in(Language.EN, "preview", DIGEST);
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("기사 6건", "후지쯔").doesNotContain("**");

    JsonNode read = json("preview", DIGEST, "--as", "json");
    assertThat(read.get("stem").asText()).isEqualTo("2026-02-12-ai-news");
    assertThat(read.get("articles")).hasSize(6);
    assertThat(read.get("remainder")).isEmpty();

    assertThat(json("preview", DIGEST, "--as", "discord"))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(one -> assertThat(one.has("path")).isTrue());
    assertThat(json("preview", DIGEST, "--as", "telegram"))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(one -> assertThat(one.get("method").asText()).isEqualTo("sendMessage"));
  }

  @Test
  void a_file_that_cannot_be_read_is_told_with_its_line_and_the_mend() throws Exception {
    Path broken = Files.writeString(folder.resolve("2026-02-12-x.md"), "---\ntitle: a\n\n## b\n");

    Typed english = Typed.in(Language.EN, "preview", broken.toString());
    Typed korean = Typed.in(Language.KO, "preview", broken.toString());

    assertThat(english.code()).isEqualTo(3);
    assertThat(english.out()).isEmpty();
    assertThat(english.err()).contains(broken + ":1:1: error: the front matter is opened");
    assertThat(korean.err()).contains(broken + ":1:1: error: ---로 연 머리말이");
  }

  @Test
  void a_missing_file_and_a_folder_are_told() {
    for (Language language : Language.values()) {
      Typed missing = Typed.in(language, "preview", "nowhere.md");
      assertThat(missing.code()).isEqualTo(3);
      assertThat(missing.err()).contains("nowhere.md");
      Typed directory = Typed.in(language, "preview", folder.toString());
      assertThat(directory.code()).isEqualTo(3);
      assertThat(directory.err()).contains(folder.toString());
      assertThat(Typed.in(language, "lint", "nowhere.md").code()).isEqualTo(3);
    }
  }

  @Test
  void our_own_content_has_no_error() {
    Typed lint = Typed.in(Language.EN, "lint", "content");

    assertThat(lint.code()).as(lint.out()).isZero();
  }

  @Test
  void findings_stand_at_their_place_in_digests_and_in_the_files_of_topics_and_sources()
      throws Exception {
    Path posts = Files.createDirectory(folder.resolve("_posts"));
    Path digest = Files.writeString(posts.resolve("2026-02-12-x.md"), "## A\n\nText.\n");
    Files.writeString(folder.resolve("topics.yml"), "- id: one\n  name: {ko: 하나\n- id: two\n");
    Files.writeString(folder.resolve("sources.yml"), "- name: A\n  alias: [b]\n");

    Typed english = Typed.in(Language.EN, "lint", folder.toString());
    Typed korean = Typed.in(Language.EN, "lint", folder.toString(), "--lang", "ko");

    assertThat(english.code()).isEqualTo(1);
    assertThat(english.out())
        .contains(
            folder.resolve("topics.yml") + ":3:5: error: this is no YAML;",
            folder.resolve("sources.yml") + ":2:1: error: there is no key \"alias\";",
            digest + ":1:1: error: the story “A” has no link;",
            "3 files: ");
    assertThat(korean.out()).contains(":3:5: error: YAML이 아닙니다.", "파일 3개: ");
    assertThat(Typed.in(Language.EN, "lint", folder.resolve("sources.yml").toString()).code())
        .isEqualTo(1);
  }

  @Test
  void findings_are_json_for_a_program() throws Exception {
    Path file = Files.writeString(folder.resolve("topics.yml"), "- one\n");

    JsonNode findings = json("lint", folder.toString(), "--format", "json");

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).get("file").asText()).isEqualTo(file.toString());
    assertThat(findings.get(0).get("code").asText()).isEqualTo("taxonomy.no-entry");
    assertThat(findings.get(0).get("severity").asText()).isEqualTo("error");
    assertThat(json("lint", "content/topics.yml", "--format", "json")).isEmpty();
  }

  @Test
  void a_folder_without_a_digest_is_told() {
    Typed lint =
        Typed.in(Language.EN, Map.of("CONTENT_DIR", folder.toString()), "lint", "--lang", "en");

    assertThat(lint.err()).contains("There is no digest in " + folder);
  }
}
