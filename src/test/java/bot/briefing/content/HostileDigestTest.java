package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and nestings that nobody writes by hand. One of them must not hold the others. */
@Timeout(60)
class HostileDigestTest {
  static Stream<String> hostile() {
    return Stream.of(
        "가나 ".repeat(34_000) + "끝말",
        "가".repeat(100_000) + "끝말",
        "**가 ".repeat(20_000) + "끝말",
        "a**b".repeat(10_000) + " 끝말",
        "*a _b ".repeat(10_000) + "끝말",
        "[".repeat(20_000) + "끝말",
        "`a``b```c".repeat(5_000) + "끝말",
        "<".repeat(50_000) + "끝말",
        "<script>".repeat(5_000) + "끝말",
        ">".repeat(5_000) + " 끝말",
        "- ".repeat(2_000) + "끝말",
        "*".repeat(100_000) + " 끝말",
        "*".repeat(100_000) + "\n\n끝말",
        "***" + " ".repeat(100_000) + "끝말",
        "1. ".repeat(1_000) + "끝말",
        "[a](".repeat(3_000) + "끝말",
        "[a]: https://a.b\n".repeat(3_000) + "\n끝말",
        "2026-".repeat(20_000) + "끝말",
        "출처: ".repeat(20_000) + "끝말",
        "{% comment %} ".repeat(10_000) + "끝말",
        "{% raw %} ".repeat(20_000) + "끝말",
        "{: .a} ".repeat(20_000) + "끝말",
        "{{ site.x }} ".repeat(4_000) + "끝말",
        "## " + "{#a ".repeat(20_000) + "끝말",
        "https://a.b/(( ".repeat(20_000) + "끝말",
        IntStream.range(0, 200)
                .mapToObj(i -> "  ".repeat(i) + "- a\n")
                .collect(Collectors.joining())
            + "\n끝말");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileTextIsReadToItsEnd(String text) throws Exception {
    String json = DigestJson.write(DigestReaderTest.read("2026-01-01-a.md", text));
    assertThat(json.contains("끝말")).isTrue();
  }

  @Test
  void fiveHundredStoriesAreReadWithinASecond() throws Exception {
    String text =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    """
                    ## 제목 %d번
                    [출처%d](https://e.example/%d) - 발행일: 2026-02-12

                    ### 요약
                    - **굵(은)**말
                    - 둘

                    ---

                    """
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    DigestReaderTest.read("2026-02-12-warm.md", text);
    long start = System.nanoTime();
    Digest digest = DigestReaderTest.read("2026-02-12-a.md", text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(digest.articles())
        .hasSize(500)
        .allMatch(article -> article.url() != null && article.sections().size() == 1);
  }

  @Test
  void lintOutlivesTheSameTexts() {
    hostile()
        .forEach(
            text ->
                assertThatCode(
                        () ->
                            new Lint(ZoneOffset.UTC)
                                .check("2026-01-01-a.md", text.getBytes(StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException());
  }
}
