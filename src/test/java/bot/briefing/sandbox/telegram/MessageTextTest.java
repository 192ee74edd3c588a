package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message keeps of the HTML it was sent with, and how parameters may come. */
class MessageTextTest {
  private static Wire wire;

  @BeforeAll
  static void open() {
    wire = new Wire();
  }

  @AfterAll
  static void close() {
    wire.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          <b>a</b><i>b</i>                       | ab   | bold 0 1, italic 1 1
          <strong>a</strong><em>b</em><ins>c</ins><del>d</del> | abcd | bold 0 1, italic 1 1, underline 2 1, strikethrough 3 1
          😀<b>굵게</b>                           | 😀굵게 | bold 2 2
          <tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span> | ab | spoiler 0 2
          <pre><code class="language-java">a</code></pre> | a | pre 0 1 java
          <a href="https://example.org">a</a>    | a    | text_link 0 1 https://example.org/
          <a href="javascript:alert(1)">a</a>    | a    |
          <tg-time unix="1770881147" format="R">a</tg-time> | a | date_time 0 1 1770881147
          <blockquote expandable>a</blockquote>  | a    | expandable_blockquote 0 1
          <blockquote>a<blockquote>b</blockquote></blockquote> | ab | blockquote 0 2
          <b>a<code>b</code>c</b>                | abc  | bold 0 1, code 1 1, bold 2 1
          &lt;&amp;&quot;&gt;&nbsp;&#65;&#x41;   | <&">&nbsp;AA |
          """)
  void entitiesAreReadCutAndRepaired(String html, String text, String entities) {
    var message = wire.html(html).result();
    assertThat(message.path("text").asText()).isEqualTo(text);
    StringBuilder found = new StringBuilder();
    message
        .path("entities")
        .forEach(
            entity -> {
              found.append(found.isEmpty() ? "" : ", ");
              found.append(entity.path("type").asText());
              found.append(' ').append(entity.path("offset").asInt());
              found.append(' ').append(entity.path("length").asInt());
              for (String more : new String[] {"url", "language", "unix_time"}) {
                found.append(entity.has(more) ? " " + entity.path(more).asText() : "");
              }
            });
    assertThat(found.toString()).isEqualTo(entities == null ? "" : entities);
  }

  @Test
  void beyondAHundredEntitiesAllFormattingIsGone() {
    assertThat(wire.html("<b>a</b> ".repeat(100)).result().path("entities")).hasSize(100);
    assertThat(wire.html("<b>a</b> ".repeat(101)).result().has("entities")).isFalse();
  }

  @Test
  void addressesAndCommandsAreFoundInPlainText() {
    var entities = wire.html("/today https://example.org/a. @name").result().path("entities");
    assertThat(entities.findValuesAsText("type")).containsExactly("bot_command", "url", "mention");
    assertThat(entities.path(1).path("length").asInt()).isEqualTo(21);
  }

  @Test
  void parametersComeInAQueryAFormOrJsonAndMethodsInAnyCase() {
    String query = wire.base() + "SENDMESSAGE?chat_id=1&text=a%20b";
    assertThat(wire.get(query).result().path("text").asText()).isEqualTo("a b");
    var form =
        wire.post(
            wire.base() + "sendmessage",
            "application/x-www-form-urlencoded",
            "chat_id=1&text=c&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22x"
                + "%22%2C%22callback_data%22%3A%22y%22%7D%5D%5D%7D");
    assertThat(form.result().at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
        .isEqualTo("y");
    assertThat(wire.call("getMe", "{'method':'getMe'}").result().path("is_bot").asBoolean())
        .isTrue();
  }

  @Test
  void aFileOfAFormIsTheParameterOfItsName() {
    String form =
        """
        --b\r
        Content-Disposition: form-data; name="chat_id"\r
        \r
        1\r
        --b\r
        Content-Disposition: form-data; name="%s"; filename="a.png"\r
        \r
        abc\r
        --b--\r
        """;
    String type = "multipart/form-data; boundary=b";
    var photo = wire.post(wire.base() + "sendPhoto", type, form.formatted("photo"));
    assertThat(photo.result().at("/photo/0/file_id").asText()).isNotBlank();
    var other = wire.post(wire.base() + "sendMessage", type, form.formatted("text"));
    assertThat(other.status()).isLessThan(500);
  }

  @Test
  void theLinkPreviewStaysAsItWasAskedFor() {
    var sent =
        wire.call(
            "sendMessage",
            "{'chat_id':'1','text':'x','link_preview_options':{'is_disabled':true}}");
    assertThat(sent.result().at("/link_preview_options/is_disabled").asBoolean()).isTrue();
    assertThat(sent.result().path("date").asLong()).isEqualTo(1770886800);
  }

  @Test
  void commandsAreKeptForEachLanguageAndScope() {
    wire.call("setMyCommands", "{'commands':[{'command':'today','description':'Today'}]}");
    wire.call(
        "setMyCommands",
        "{'commands':[{'command':'today','description':'오늘'}],'language_code':'ko'}");
    assertThat(wire.call("getMyCommands", "{}").result().at("/0/description").asText())
        .isEqualTo("Today");
    String korean = "{'language_code':'ko','scope':{'type':'default'}}";
    assertThat(wire.call("getMyCommands", korean).result().at("/0/description").asText())
        .isEqualTo("오늘");
    wire.call("deleteMyCommands", korean);
    assertThat(wire.call("getMyCommands", korean).result()).isEmpty();
  }
}
