package bot.briefing.content.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CjkEmphasisTest {
  private static final MutableDataSet OPTIONS =
      new MutableDataSet()
          .set(Parser.EXTENSIONS, List.of(StrikethroughExtension.create(), CjkEmphasis.create()));
  private static final Parser PARSER = Parser.builder(OPTIONS).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

  private static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown)).strip();
  }

  private static JsonNode cases(String file) throws IOException {
    try (InputStream in = CjkEmphasisTest.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }

  static Stream<Arguments> amendment() throws IOException {
    JsonNode cases = cases("markdown-cjk-friendly.json");
    return Stream.of(
            "strong",
            "korean",
            "pseudo-emoji",
            "non-bmp",
            "underscore-cjk-punct",
            "gfm-strikethrough",
            "readme")
        .flatMap(group -> pairs(cases.get(group)));
  }

  static Stream<Arguments> commonMark() throws IOException {
    return pairs(cases("commonmark-emphasis.json").get("emphasis"));
  }

  private static Stream<Arguments> pairs(JsonNode group) {
    return group
        .valueStream()
        .map(pair -> Arguments.of(pair.get(0).asText(), pair.get(1).asText()));
  }

  @ParameterizedTest
  @MethodSource("amendment")
  void aCaseOfTheAmendmentReadsAsItsOwnTestsHaveIt(String markdown, String expected) {
    assertThat(html(markdown).replace("&quot;", "\"")).isEqualTo("<p>" + expected + "</p>");
  }

  @ParameterizedTest
  @MethodSource("commonMark")
  void emphasisInOtherTextReadsAsCommonMarkHasIt(String markdown, String expected) {
    assertThat(html(markdown)).isEqualTo(expected.strip());
  }

  @Test
  void aRunOpensAndClosesAsTheAmendmentsTableHasIt() throws IOException {
    for (JsonNode row : cases("markdown-cjk-friendly.json").get("flanks")) {
      char mark = row.get(1).asText().charAt(0);
      String text = row.get(0).asText() + mark + row.get(2).asText();
      Flanks flanks = Flanks.of(text, 1, 2);
      EmphasisRule rule = new EmphasisRule(mark, mark == '*');
      assertThat(CjkInlineParser.opens(rule, flanks))
          .as("%s opens", text)
          .isEqualTo(row.get(3).asText().equals("opens"));
      assertThat(CjkInlineParser.closes(rule, flanks))
          .as("%s closes", text)
          .isEqualTo(row.get(4).asText().equals("closes"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **'Oracle Health Clinical AI Agent'**를 | <strong>'Oracle Health Clinical AI Agent'</strong>를
          **연방네트워크청(Bundesnetzagentur)**이 | <strong>연방네트워크청(Bundesnetzagentur)</strong>이
          한국***강조(both)***입니다              | 한국<em><strong>강조(both)</strong></em>입니다
          이것은 ~~취소(old)~~입니다             | 이것은 <del>취소(old)</del>입니다
          값은 2 ** 3 입니다                     | 값은 2 ** 3 입니다
          ** 공백 ** 은                          | ** 공백 ** 은
          a**"b"**c                              | a**&quot;b&quot;**c
          👍**(x)**a                             | 👍**(x)**a
          """)
  void whatIsBoldAndWhatIsNot(String markdown, String expected) {
    assertThat(html(markdown)).isEqualTo("<p>" + expected + "</p>");
  }

  @Test
  void emphasisKnowsTheCharactersThatTheRangesName() {
    assertThat("가힣ᄀㄱ漢あア（。￦〰🈂".codePoints()).allMatch(CjkText::isCjk);
    assertThat("aé“…👍✅1-∇".codePoints()).noneMatch(CjkText::isCjk);
  }
}
