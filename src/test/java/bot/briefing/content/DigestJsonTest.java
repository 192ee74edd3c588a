package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DigestJsonTest {
  @Test
  void aDigestIsPrintedWithTheDesignsNamesInTheDesignsOrder() throws Exception {
    String text =
        """
        ---
        title: 제목
        date: 2026-02-12 16:25:47 +0900
        ---
        ## 소식
        [N](https://n.example) - 발행일: 2026-02-12

        ### 요약
        - **국내**: 글
        """;
    assertThat(DigestJson.write(DigestReaderTest.read("2026-02-12-a.md", text)))
        .isEqualTo(
            """
            {
              "stem": "2026-02-12-a",
              "title": "제목",
              "date": "2026-02-12",
              "language": "ko",
              "published": "2026-02-12T07:25:47Z",
              "articles": [
                {
                  "title": "소식",
                  "url": "https://n.example",
                  "source": "N",
                  "date": "2026-02-12",
                  "topics": [],
                  "sections": [
                    {
                      "heading": "요약",
                      "blocks": [
                        {
                          "kind": "bullet",
                          "depth": 1,
                          "text": "국내: 글",
                          "spans": [
                            {
                              "text": "국내",
                              "strong": true
                            },
                            {
                              "text": ": 글"
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
              ],
              "remainder": []
            }
            """);
  }

  @Test
  void eachKindOfBlockHasTheFieldsOfItsKind() throws Exception {
    String text =
        """
        ## 소식
        글 [둘](https://a.example) *셋* ~~넷~~ `다섯`

        1. 하나

        > 인용

        ```js
        let x
        ```

        |a|
        |-|
        |b|

        ![그림](https://i.example/a.png)
        """;
    JsonNode blocks =
        new ObjectMapper()
            .readTree(DigestJson.write(DigestReaderTest.read("2026-02-12-a.md", text)))
            .at("/articles/0/sections/0/blocks");
    assertThat(blocks.valueStream().map(block -> block.get("kind").asText()))
        .containsExactly("paragraph", "ordered", "quote", "code", "table", "image");
    assertThat(blocks.get(0).get("spans"))
        .hasToString(
            "[{\"text\":\"글 \"},{\"text\":\"둘\",\"link\":\"https://a.example\"},{\"text\":\""
                + " \"},{\"text\":\"셋\",\"emphasis\":true},{\"text\":\""
                + " \"},{\"text\":\"넷\",\"strike\":true},{\"text\":\""
                + " \"},{\"text\":\"다섯\",\"code\":true}]");
    assertThat(blocks.get(3))
        .hasToString("{\"kind\":\"code\",\"language\":\"js\",\"text\":\"let x\"}");
    assertThat(blocks.get(4)).hasToString("{\"kind\":\"table\",\"rows\":[[\"a\"],[\"b\"]]}");
    assertThat(blocks.get(5))
        .hasToString("{\"kind\":\"image\",\"url\":\"https://i.example/a.png\",\"text\":\"그림\"}");
  }
}
