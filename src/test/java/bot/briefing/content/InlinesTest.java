package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlinesTest {
  private static List<Block> blocks(String markdown) throws Exception {
    return DigestReaderTest.read("2026-01-01-a.md", "## 제목\n\n" + markdown)
        .articles()
        .getFirst()
        .sections()
        .getFirst()
        .blocks();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [js](javascript:alert(1)) 글        | js 글
          [상대](/a/b) 글                     | 상대 글
          &lt;글&gt; &amp; &#44032;           | <글> & 가
          앞 <b>굵은</b> <모름> 뒤            | 앞 굵은 <모름> 뒤
          \\*별\\* \\[괄호\\]                 | *별* [괄호]
          [없는][정의] [각주^]                | [없는][정의] [각주^]
          2**10 은 1024                       | 2**10 은 1024
          **열고 닫지 않음                    | 열고 닫지 않음
          ** 빈칸 ** 글                       | 빈칸 글
          그는 ** 중요한 ** 말을              | 그는 중요한 말을
          2 ** 10 은 x ** 2                   | 2 ** 10 은 x ** 2
          - [ ] 할 일                         | ☐ 할 일
          - [x] **한** 일                     | ☑ 한 일
          글{: .x title="가"} {% if y %}뒤    | 글 뒤
          `{% if %}` `{: .x}` {:가, 나}       | {% if %} {: .x} {:가, 나}
          {% raw %}{{ x }} {% if %}{% endraw %}| {{ x }} {% if %}
          [이전]({% post_url 2026-01-01-a %}) | 이전
          """)
  void theWordsOfALineStay(String markdown, String text) throws Exception {
    assertThat(blocks(markdown).getFirst().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          앞 https://a.example/x을 보라               | https://a.example/x
          (https://a.example/x) 글                    | https://a.example/x
          https://a.example/w_(x_y), 글               | https://a.example/w_(x_y)
          https://a.example에서 글                    | https://a.example
          https://a.example/에서 글                   | https://a.example/
          https://a.example/wiki/인공지능_역사. 글    | https://a.example/wiki/인공지능_역사
          **https://a.example:80/x?q=한글&b=c_d_e** 글| https://a.example:80/x?q=한글&b=c_d_e
          https://한국.kr/x 글                        | https://xn--3e0b707e.kr/x
          [한글](https://한국.kr/x) 글                | https://xn--3e0b707e.kr/x
          """)
  void anAddressLinksWhereItsAuthorEndedIt(String markdown, String address) throws Exception {
    assertThat(new Found(blocks(markdown).getFirst(), 0, 0, false, false).spans())
        .filteredOn(span -> span.link() != null)
        .extracting(Span::link)
        .map(String::valueOf)
        .containsExactly(address);
  }

  @Test
  void noAddressIsMadeOfWhatIsNone() throws Exception {
    assertThat(blocks("`https://a.example` xhttps://a.example http:// https://localhost/ http는"))
        .flatMap(block -> new Found(block, 0, 0, false, false).spans())
        .extracting(Span::link)
        .containsOnlyNulls();
  }

  @Test
  void aLinkMayBeDefinedAtTheFootAlsoBelowAFootnote() throws Exception {
    String body = "가 [나][1]와 [ref], 다[^a] [라][2].\n\n";
    List<Span> spans =
        List.of(
            Span.plain("가 "),
            Span.linked("나", URI.create("https://a.example/1")),
            Span.plain("와 "),
            Span.linked("ref", URI.create("https://a.example/r")),
            Span.plain(", 다[^a] "),
            Span.linked("라", URI.create("https://a.example/2")),
            Span.plain("."));
    assertThat(
            blocks(
                body
                    + "[1]: https://a.example/1\n[ref]: <https://a.example/r> \"제목\"\n[^a]: 각주 하나."
                    + "\n[2]: https://a.example/2\n[^b]: 각주 둘.\n"))
        .containsExactly(
            new Block.Paragraph(spans),
            new Block.Paragraph(List.of(Span.plain("[^a]: 각주 하나."))),
            new Block.Paragraph(List.of(Span.plain("[^b]: 각주 둘."))));
    assertThat(blocks("```\n[^a]: 가\n[2]: https://a.example/2\n```"))
        .containsExactly(new Block.Code("", "[^a]: 가\n[2]: https://a.example/2"));
  }

  @Test
  void whatTheBlogTakesOutOfAPostIsNotShown() throws Exception {
    assertThat(
            blocks(
                """
                {% comment %}
                쪽지
                {% endcomment %}
                * 목차
                {:toc}

                글.
                {: .notice}

                {% highlight ruby %}
                # 주석 {{ x }}
                {% endhighlight %}
                """))
        .containsExactly(
            new Block.Paragraph(List.of(Span.plain("글."))), new Block.Code("ruby", "# 주석 {{ x }}"));
  }

  @Test
  void aKoreanLineEndIsASpaceAndAJapaneseOneIsNone() throws Exception {
    assertThat(blocks("첫 줄\n둘째 줄").getFirst().text()).isEqualTo("첫 줄 둘째 줄");
    assertThat(blocks("これは\n記事です。").getFirst().text()).isEqualTo("これは記事です。");
    assertThat(blocks("첫 줄  \n둘째 줄").getFirst().text()).isEqualTo("첫 줄\n둘째 줄");
  }

  @Test
  void stylesAndWebLinksAreKept() throws Exception {
    Block.Paragraph paragraph =
        (Block.Paragraph)
            blocks("**굵**게 *기*울 ~~줄~~ `코드 **x**` [둘](https://a.example/b)").getFirst();
    assertThat(paragraph.spans())
        .filteredOn(span -> !span.marks().isEmpty() || span.link() != null)
        .extracting(span -> span.text() + span.marks() + span.link())
        .containsExactly(
            "굵[STRONG]null",
            "기[EMPHASIS]null",
            "줄[STRIKE]null",
            "코드 **x**[CODE]null",
            "둘[]https://a.example/b");
  }

  @Test
  void everyKindOfBlockIsRead() throws Exception {
    List<Block> blocks =
        blocks(
            """
            * 하나
              + 안

                안의 문단
            3. 셋
            4. 넷

            > 인용
            > - 인용 안 목록

            ```js
            let **x**
            ```

            | a | b |
            |---|---|
            | 1 | **둘** | 셋 |

            ![그림](https://i.example/a.png) ![상대](/b.png)

            <div><p>문단 <b>글</b></p><p>**별(표)**이</p></div>

            <!-- 주석 -->

            각주[^1]

            [^1]: 각주의 말
            """);
    assertThat(blocks)
        .extracting(block -> block.getClass().getSimpleName() + " " + block.text())
        .containsExactly(
            "Bullet 하나",
            "Bullet 안",
            "Paragraph 안의 문단",
            "Ordered 셋",
            "Ordered 넷",
            "Quote 인용",
            "Bullet 인용 안 목록",
            "Code let **x**",
            "Table a | b\n1 | 둘 | 셋",
            "Paragraph 상대",
            "Image 그림",
            "Paragraph 문단 글",
            "Paragraph 별(표)이",
            "Paragraph 각주[^1]",
            "Paragraph [^1]: 각주의 말");
    assertThat(blocks.get(1))
        .isInstanceOfSatisfying(Block.Bullet.class, it -> assertThat(it.depth()).isEqualTo(2));
    assertThat(blocks.get(4))
        .isInstanceOfSatisfying(Block.Ordered.class, it -> assertThat(it.number()).isEqualTo(4));
    assertThat(((Block.Paragraph) blocks.get(12)).spans())
        .anyMatch(span -> span.has(Span.Mark.STRONG) && span.text().equals("별(표)"));
  }
}
