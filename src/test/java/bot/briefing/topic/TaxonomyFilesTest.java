package bot.briefing.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bot.briefing.content.Finding;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author reads when a file of topics or sources is wrong. */
final class TaxonomyFilesTest {
  private static final String GOOD =
      """
      # a comment
      - id: one
        name: {ko: 하나, en: One}
        aliases: [first, 첫째]
        keywords: [uno]
      """;

  @TempDir private Path folder;

  private Taxonomy topics(String yaml) throws IOException, TaxonomyException {
    Files.writeString(folder.resolve("topics.yml"), yaml);
    return TaxonomyFiles.read(folder);
  }

  private String wrongTopics(String yaml) {
    return said(() -> topics(yaml));
  }

  private String wrongSources(String yaml) throws IOException {
    Files.writeString(folder.resolve("sources.yml"), yaml);
    return said(() -> TaxonomyFiles.read(folder));
  }

  private static String said(ThrowingCallable reading) {
    TaxonomyException wrong = catchThrowableOfType(TaxonomyException.class, reading);
    return Objects.requireNonNull(wrong.getMessage());
  }

  @Test
  void aGoodFileIsRead() throws Exception {
    assertThat(topics(GOOD).topics())
        .containsExactly(
            new Topic(
                "one",
                Map.of(Language.KO, "하나", Language.EN, "One"),
                List.of("first", "첫째"),
                List.of("uno")));
  }

  @Test
  void aByteOrderMarkWindowsLineEndsAndKeysOfTheAuthorsOwnDoNoHarm() throws Exception {
    assertThat(topics("\uFEFF" + GOOD.replace("\n", "\r\n") + "  owner: me\r\n").topics())
        .hasSize(1);
  }

  @Test
  void numbersAreTakenAsTheyStand() throws Exception {
    assertThat(topics(GOOD.replace("uno", "5, 1.10")).topics().getFirst().keywords())
        .containsExactly("5", "1.10");
  }

  @Test
  void aMissingFolderMissingFilesAndEmptyFilesGiveAnEmptyTaxonomy() throws Exception {
    assertThat(TaxonomyFiles.read(folder.resolve("nowhere")).topics()).isEmpty();
    assertThat(TaxonomyFiles.read(folder).sources()).isEmpty();
    assertThat(topics("").topics()).isEmpty();
    assertThat(topics("# nothing yet\n").topics()).isEmpty();
  }

  @Test
  void brokenYamlIsSaidWithItsLine() {
    assertThat(wrongTopics("- id: one\n  name: {ko: 하나, en: One\n- id: two\n"))
        .startsWith(
            "topics.yml:3: this is no YAML; mind quotes, brackets and indentation here (expected");
    assertThat(wrongTopics("- id: one\n\tname: x\n")).startsWith("topics.yml:2: this is no YAML");
  }

  @Test
  void aFileThatIsNotUtf8IsSaid() throws Exception {
    Files.write(folder.resolve("topics.yml"), GOOD.getBytes(Charset.forName("EUC-KR")));

    assertThatThrownBy(() -> TaxonomyFiles.read(folder))
        .hasMessage("topics.yml:1: the file is not UTF-8; save it as UTF-8");
  }

  @Test
  void aFileThatIsNoListIsSaid() {
    assertThat(wrongTopics("topics:\n  - id: one\n"))
        .isEqualTo("topics.yml:1: this is no list; begin each entry with \"- \"");
    assertThat(wrongTopics("- one\n"))
        .isEqualTo("topics.yml:1: this is no entry; write \"key: value\"");
  }

  @Test
  void aMissingNameIsSaidWithTheLineOfItsTopic() {
    assertThat(wrongTopics(GOOD + "- id: two\n"))
        .isEqualTo("topics.yml:6: name is missing; add \"name: {ko: …, en: …}\"");
    assertThat(wrongTopics(GOOD + "- id: two\n  name: {ko: 둘}\n"))
        .isEqualTo("topics.yml:7: en is missing; add \"en: …\"");
    assertThat(wrongTopics("- name: {ko: 하나, en: One}\n"))
        .isEqualTo("topics.yml:1: id is missing; add \"id: …\"");
  }

  @Test
  void aBadIdIsSaid() {
    assertThat(wrongTopics(GOOD.replace("id: one", "id: Open Source")))
        .isEqualTo(
            "topics.yml:2: \"Open Source\" is no id; write lower-case Latin letters, digits and"
                + " dashes, like open-source");
  }

  @Test
  void aValueOfTheWrongKindIsSaid() {
    assertThat(wrongTopics(GOOD.replace("[uno]", "uno")))
        .isEqualTo("topics.yml:5: keywords is no list; write \"keywords: [one, another]\"");
    assertThat(wrongTopics(GOOD.replace("[uno]", "[[uno]]")))
        .isEqualTo(
            "topics.yml:5: an item of keywords is no text; write a single word or \"a phrase\"");
    assertThat(wrongTopics(GOOD.replace("{ko: 하나, en: One}", "One")))
        .isEqualTo("topics.yml:3: name is no mapping; write {ko: …, en: …}");
    assertThat(wrongTopics(GOOD.replace("uno", "'', uno")))
        .isEqualTo("topics.yml:5: an item of keywords is empty; write a text or remove it");
    assertThat(wrongTopics(GOOD.replace("uno", "'!!'")))
        .isEqualTo("topics.yml:5: \"!!\" has no letter and no digit; write a word");
  }

  @Test
  void aKeyThatIsNearlyAKnownOneIsSaid() {
    assertThat(wrongTopics(GOOD.replace("keywords", "keyword")))
        .isEqualTo("topics.yml:5: there is no key \"keyword\"; did you mean \"keywords\"?");
    assertThat(wrongTopics(GOOD + "  aliases: [x]\n"))
        .isEqualTo("topics.yml:6: \"aliases\" stands here twice; remove one");
  }

  @Test
  void aNameOfTwoTopicsIsSaidWithBothLines() {
    String two = GOOD + "- id: two\n  name: {ko: 둘, en: Two}\n  aliases:\n    - second\n    - ";

    assertThat(wrongTopics(two + "FIRST\n"))
        .isEqualTo(
            "topics.yml:10: \"FIRST\" already means the topic one (line 4); leave it to one of the"
                + " two");
    assertThat(wrongTopics(GOOD + GOOD))
        .isEqualTo(
            "topics.yml:7: \"one\" already means the topic one (line 2); leave it to one of the"
                + " two");
  }

  @Test
  void twoTopicsThatTheirButtonsCouldNotTellApartAreRefused() {
    String twins =
        """
        - id: topic-117639
          name: {ko: 하나, en: One}
        - id: topic-168720
          name: {ko: 둘, en: Two}
        """;

    assertThat(wrongTopics(twins))
        .isEqualTo(
            "topics.yml:3: buttons could not tell \"topic-168720\" from \"topic-117639\" (line 1)"
                + " by their hashes; change the newer of the two");
  }

  @Test
  void aBadDomainIsSaid() throws IOException {
    for (String bad : List.of("www.planet.example", "https://planet.example", "Planet", "a b.c")) {
      assertThat(wrongSources("- name: Planet\n  domains: ['" + bad + "']\n"))
          .isEqualTo(
              "sources.yml:2: \""
                  + bad
                  + "\" is no domain; write it like example.com, without www.");
    }
  }

  @Test
  void aDomainOrANameOfTwoSourcesIsSaid() throws IOException {
    assertThat(
            wrongSources("- name: A\n  domains: [a.example]\n- name: B\n  domains: [a.example]\n"))
        .isEqualTo(
            "sources.yml:4: \"a.example\" already means the source A (line 2); leave it to one of"
                + " the two");
    assertThat(wrongSources("- name: A\n- name: B\n  alias: [a]\n"))
        .isEqualTo("sources.yml:3: there is no key \"alias\"; did you mean \"aliases\"?");
  }

  @Test
  void aPersonReadsWhatIsWrongInEitherLanguage() {
    TaxonomyException wrong =
        catchThrowableOfType(TaxonomyException.class, () -> topics(GOOD + "- id: one\n"));

    assertThat(wrong.finding(folder).print(Texts.in(Language.KO)))
        .isEqualTo(
            folder.resolve("topics.yml")
                + ":6:1: error: \"one\"은 이미 주제 one의 이름입니다(2번째 줄). 둘 중 하나에만 두세요");
    assertThat(wrong.finding(folder).print(Texts.in(Language.EN)))
        .contains(":6:1: error: \"one\" already means the topic one (line 2);");
  }

  @Test
  void eachFileIsCheckedByItself() throws IOException {
    Path topics = Files.writeString(folder.resolve("topics.yml"), "- id: one\n");
    Path sources = Files.writeString(folder.resolve("sources.yml"), "- name: A\n");

    assertThat(TaxonomyFiles.check(topics)).map(Finding::code).contains("taxonomy.missing");
    assertThat(TaxonomyFiles.check(sources)).isEmpty();
  }
}
