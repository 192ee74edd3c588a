package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.content.Finding.Severity;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LintTest {
  private static final String NAME = "2026-02-12-news.md";
  private static final String SOURCE = "[N](https://n.example) - 발행일: 2026-02-12\n";
  private final Lint lint = new Lint(ZoneId.of("Asia/Seoul"));

  private List<String> check(String name, String text) {
    return lint.check(name, text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(it -> it.line() + ":" + it.column() + " " + it.severity().word() + " " + it.code())
        .toList();
  }

  @Test
  void aDigestAsItShouldBeHasNoFinding() {
    assertThat(
            check(
                NAME, "---\ntitle: t\ndate: 2026-02-12\n---\n## 소식\n" + SOURCE + "\n### 요약\n- 글\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '## 소식\\n글.'                                              | 1:1 error no-link
          '## 소식\\n글.'                                              | 1:1 warning no-source
          '## 소식\\n[N](https://n.example)'                           | 1:1 warning no-date
          '글뿐이다.'                                                 | 1:1 error no-article
          '## 소식\\n가 👍 **굵은 글'                                  | 2:5 error stray-emphasis
          '## 소식\\n가 **나(다)**라'                                  | 2:3 warning cjk-emphasis
          '## 소식\\n가 [나](javascript:x)'                            | 2:3 error no-web-link
          '## 소식\\n가 [나](/x)'                                      | 2:3 warning no-web-link
          '## 소식\\n가 [나](https://)'                                | 2:3 error broken-link
          '## 소식\\n![](https://i.example/a.png)'                     | 2:1 warning no-alternative
          '## 소식\\n글\\n\\n### 요약\\n\\n### 시사점\\n- 글'               | 4:1 warning empty-section
          '---\\ntilte: a\\n---\\n## 소식'                               | 2:1 warning unknown-key
          '---\\ntitle: [a]\\n---\\n## 소식'                             | 2:8 error value.title
          '---\\ntitle: a\\ndate: soon\\n---\\n## 소식'                   | 3:7 error value.date
          '---\\ndate: 2026-02-13\\n---\\n## 소식'                       | 2:7 error date-differs
          '---\\npublished: later\\n---\\n## 소식'                       | 2:12 error value.published
          '---\\nimage: /a.png\\n---\\n## 소식'                          | 2:8 warning value.image
          '---\\ntitle: a'                                             | 1:1 error unreadable.not-closed
          '---\\ntitle: a: b\\n---\\n'                                   | 2:9 error unreadable.not-yaml
          '---\\ndtae: a\\n---\\n## 소식'                                | 2:1 warning unknown-key
          '---\\ntag: a\\n---\\n## 소식'                                 | 2:1 warning unknown-key
          '## 소식\\n가 ** 나 ** 다'                                    | 2:3 error stray-emphasis
          '## 소식\\n가 [나]()'                                         | 2:3 error broken-link
          '## 소식\\n가 {{ site.url }} 나'                              | 2:3 warning site-value
          '## 소식\\n가 [나]({% post_url a %})'                         | 2:3 warning no-web-link
          '\\n\\n'                                                     | 1:1 error unreadable.empty
          '## 소식\\n[N](https://n.example) - 발행일: 2026-02-14'      | 1:1 warning date-ahead
          """)
  void whatAnAuthorWouldWantMendedIsFoundAtItsPlace(String text, String finding) {
    assertThat(check(NAME, text.replace("\\n", "\n"))).contains(finding);
  }

  @Test
  void aKeyOfTheBlogsThemeIsNoSlipOfTheHand() {
    assertThat(
            check(
                NAME,
                "---\n"
                    + "math: true\n"
                    + "link: x\n"
                    + "page: 1\n"
                    + "name: n\n"
                    + "icon: i\n"
                    + "authors: a\n"
                    + "cover: c\n"
                    + "mode: m\n"
                    + "---\n"
                    + "## 소식\n"
                    + SOURCE))
        .isEmpty();
  }

  @Test
  void theByteThatIsNoUtf8IsFoundAtItsPlace() {
    byte[] file = "\ufeff## 가\n나다\u00e9".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(file, file.length - 1);
    assertThat(lint.check(NAME, cut))
        .extracting(it -> it.line() + ":" + it.column() + " " + it.code())
        .containsExactly("2:3 unreadable.not-utf8");
  }

  @Test
  void placesAreTrueInADecomposedFile() {
    String text = Normalizer.normalize("## 소식\n" + SOURCE + "한글 **굵은\n", Normalizer.Form.NFD);
    assertThat(check(NAME, text)).containsExactly("3:8 error stray-emphasis");
  }

  @Test
  void aStoryToldTwiceIsFoundAtItsSecondPlace() {
    assertThat(check(NAME, "## 소식\n" + SOURCE + "\n## 소식!\n" + SOURCE))
        .containsExactly("4:1 error same-link", "4:1 warning same-headline");
  }

  @Test
  void aFilesNameTellsItsDay() {
    assertThat(check("posts/news.md", "## 소식\n" + SOURCE))
        .containsExactly("1:1 warning file-name", "1:1 error no-day");
  }

  @Test
  void aLinkOfAnotherDayIsFoundButNotThatOfAnotherEdition() {
    byte[] text = ("## 소식\n" + SOURCE).getBytes(StandardCharsets.UTF_8);
    assertThat(
            Stream.of("2026-02-12-a.md", "2026-02-12-a.en.md", "2026-02-13-b.md")
                .flatMap(file -> lint.check(file, text).stream()))
        .extracting(finding -> finding.file() + " " + finding.code() + " " + finding.arguments())
        .containsExactly("2026-02-13-b.md link-elsewhere [2026-02-12-a.md]");
  }

  @Test
  void codeIsNotBlamedForItsStars() {
    assertThat(check(NAME, "## 소식\n" + SOURCE + "\n```\na **b\n```\n`**c`\n\n    **d\n")).isEmpty();
  }

  @Test
  void aFindingIsPrintedInBothLanguagesAndAsJson() {
    List<Finding> findings = lint.check("posts/" + NAME, "글뿐이다.".getBytes(StandardCharsets.UTF_8));
    assertThat(findings.getFirst().print(Texts.in(Language.EN)))
        .isEqualTo(
            "posts/2026-02-12-news.md:1:1: error: there is no story; begin each with a heading such"
                + " as ## Headline");
    assertThat(findings.getFirst().print(Texts.in(Language.KO)))
        .startsWith("posts/2026-02-12-news.md:1:1: error: 기사가 없습니다.");
    assertThat(Finding.json(findings, Texts.in(Language.EN)))
        .contains("\"severity\" : \"error\"", "\"code\" : \"no-article\"", "\"line\" : 1");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySentenceOfLintCanBeSaid(Language language) {
    ResourceBundle bundle = ResourceBundle.getBundle("bot.briefing.text.texts", language.locale());
    assertThat(bundle.keySet())
        .filteredOn(key -> key.startsWith("lint."))
        .hasSizeGreaterThan(25)
        .allSatisfy(
            key ->
                assertThat(
                        new Finding("f", 1, 1, Severity.ERROR, key.substring(5), List.of("A", "B"))
                            .sentence(Texts.in(language)))
                    .doesNotContain("{0}", "{1}", "[이/가]"));
  }

  @Test
  void theSampleHasNoErrors() throws Exception {
    Path file = Path.of(System.getProperty("samples.dir", "samples"), "2026-02-12-ai-news.md");
    Assumptions.assumeTrue(Files.exists(file), "no sample: give its folder by -Dsamples.dir=…");
    assertThat(lint.check(file.toString(), Files.readAllBytes(file)))
        .extracting(Finding::code)
        .containsExactly("cjk-emphasis", "cjk-emphasis");
  }
}
