package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an author nests and forgets to close: each word of the body is found in the digest. */
class NoWordIsLostTest {
  private static final Pattern WORD = Pattern.compile("[가-힣]{2}\\d+");

  /** Lines around a place for words; {@code @} is a word, {@code #} of a link is one too. */
  private static final List<String> SHAPES =
      List.of(
          "# @ @",
          "## @ @",
          "## @",
          "### @",
          "#### @",
          "## [@](https://a.example/@)",
          "### **@**",
          "- @ @",
          "  - @",
          "    - @ **@**",
          "* @",
          "+ **@**: @",
          "1. @",
          "7) @",
          "- [ ] @",
          "- [x] @",
          "- [@](https://a.example/x) (@): @",
          "- [@](https://a.example/x) @, 2026-01-02",
          "**[@](https://a.example/x)** — @, 2026-01-02",
          "**[@](https://a.example/x)**: @",
          "**마무리**",
          "@ https://a.example/x. @",
          "@ ** @ ** @",
          "@{: .a} @",
          "{: .a}",
          "@ {% if x %} @",
          "## @ {#x}",
          "{% raw %}",
          "{% endraw %}",
          "{% highlight x %}",
          "{% endhighlight %}",
          "- **[@](https://a.example/@)** — @",
          "**[@](https://a.example/@)**",
          "**@**",
          "**1. @**",
          "@ @ @",
          "@ **@(@)**@ _@_ ~~@~~",
          "**@ @",
          "@ ** @",
          "`@ **@**`",
          "``` @",
          "    @",
          "> @",
          "> - @",
          "> > @",
          ">> # @",
          "[@](https://a.example/@) - 발행일: 2026-02-12",
          "> 📎 원문: [@](https://a.example/@)",
          "→ 원문: [@](https://a.example/@)",
          "**출처**:",
          "- [@](https://a.example/@)",
          "[🔗 원문](https://a.example/x) @",
          "출처: @",
          "- 출처: @, 2026-01-02",
          "### 요약",
          "## 한눈에 보기",
          "## 결론",
          "### 출처",
          "---",
          "***",
          "===",
          "",
          "",
          "",
          "| @ | @ |",
          "|---|---|",
          "| @ | @ | @ |",
          "![@](https://i.example/a.png)",
          "![@](/a.png)",
          "[@](javascript:@)",
          "[@][@]",
          "[@]",
          "[^1]: @",
          "[r]: https://a.example/x",
          "@ [@][r]",
          "- 🔗 [@](https://a.example/x)",
          "@ ([@](https://a.example/x)).",
          "[^1]: @ @",
          "@[^1]",
          "<div>@</div>",
          "<p>",
          "</p>",
          "<details><summary>@</summary>",
          "</details>",
          "@ <br> @",
          "<@> @",
          "<b>@</b> @",
          "<script> @",
          "<!-- @",
          "@  ",
          "@\\",
          "&lt;@&gt; @",
          "<https://a.example/x> @",
          "\t@",
          "*@*@_@_",
          "[@](https://a.example/a b) @",
          "[@",
          "@](",
          "![",
          "<",
          "&",
          "\\*@\\*",
          "~~@",
          "```",
          "~~~");

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> lines = Arbitraries.of(SHAPES);
    Arbitrary<String> indents = Arbitraries.of("", "", "", "  ", "> ", "- ", "    ");
    return Combinators.combine(indents, lines)
        .as((indent, line) -> indent + line)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(NoWordIsLostTest::filled);
  }

  private static String filled(List<String> lines) {
    StringBuilder document = new StringBuilder("---\ntitle: t\nlang: ko\n---\n");
    int word = 0;
    for (String line : lines) {
      for (String part : line.split("(?<=@)", -1)) {
        document.append(part.replace("@", "단어" + word++));
      }
      document.append('\n');
    }
    return document.toString();
  }

  @Property(tries = 3000)
  void eachWordOfTheBodyIsFoundInTheDigest(@ForAll("documents") String document) throws Exception {
    Digest digest = DigestReaderTest.read("2026-02-12-a.md", document);
    List<String> found = WORD.matcher(textOf(digest)).results().map(MatchResult::group).toList();
    List<String> expected = WORD.matcher(seen(document)).results().map(MatchResult::group).toList();
    assertThat(found).as(document).containsAll(expected);
  }

  @Property(tries = 1000)
  void noReaderSeesAStarThatWasMeantAsEmphasis(@ForAll("documents") String document)
      throws Exception {
    Digest digest = DigestReaderTest.read("2026-02-12-a.md", document.replace("\\", ""));
    assertThat(blocks(digest))
        .filteredOn(block -> block instanceof Block.Paragraph || block instanceof Block.Bullet)
        .flatMap(NoWordIsLostTest::uncoded)
        .noneMatch(text -> text.matches("(?s).*\\*\\*[가-힣\\d].*"));
  }

  private static List<String> uncoded(Block block) {
    return new Found(block, 0, 0, false, false)
        .spans().stream().filter(span -> !span.has(Span.Mark.CODE)).map(Span::text).toList();
  }

  /** Without what no reader of the post would see: addresses, comments, names of references. */
  private static String seen(String document) {
    return document
        .replaceAll("\\]\\([^)\\n]*\\)?", "] ")
        .replaceAll("<!--[\\s\\S]*?-->", " ")
        .replaceAll("<script>[\\s\\S]*?</script>", " ")
        .replaceAll("(```|~~~) *\\S*", "$1");
  }

  private static List<Block> blocks(Digest digest) {
    List<Block> blocks = new ArrayList<>(digest.remainder());
    digest.articles().stream()
        .flatMap(article -> article.sections().stream())
        .forEach(section -> blocks.addAll(section.blocks()));
    return blocks;
  }

  private static String textOf(Digest digest) {
    StringBuilder text = new StringBuilder(digest.title());
    for (Article article : digest.articles()) {
      text.append('\n').append(article.title()).append('\n').append(article.source());
      article.sections().forEach(section -> text.append('\n').append(section.heading()));
    }
    blocks(digest).forEach(block -> text.append('\n').append(block.text()));
    return text.toString();
  }
}
