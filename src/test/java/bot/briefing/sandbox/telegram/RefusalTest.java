package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.TelegramSpecification;
import bot.briefing.sandbox.wire.Specification;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform refuses is refused with the platform's status and words. */
class RefusalTest {
  private static Wire wire;

  @BeforeAll
  static void open() {
    wire = new Wire();
  }

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aWrongTokenIsUnauthorized() {
    String api = wire.telegram.coordinates().path("api").asText();
    Wire.Answer answer = wire.get(api + "/bot123456:wrong/getMe");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .hasToString("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  @Test
  void anUnknownMethodIsNotFound() {
    Wire.Answer answer = wire.call("sendTelegraph", "{}");
    assertThat(answer.body())
        .hasToString("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
  }

  @Test
  void anUnchangedEditIsRefused() {
    Wire.Answer sent = wire.html("<b>same</b>");
    Wire.Answer edited =
        wire.call(
            "editMessageText",
            "{'chat_id':1,'message_id':%d,'text':'<strong>same</strong>','parse_mode':'HTML'}"
                .formatted(sent.result().path("message_id").asInt()));
    refused(
        edited,
        "message is not modified: specified new message content and reply markup are exactly the"
            + " same as a current content and reply markup of the message");
  }

  @Test
  void lengthIsMeasuredInUtf16UnitsAfterParsing() {
    assertThat(wire.html("<b>" + "&lt;".repeat(4096) + "</b>").status()).isEqualTo(200);
    refused(wire.html("a".repeat(4097)), "message is too long");
    refused(wire.html("😀".repeat(2048) + "a"), "message is too long");
    assertThat(wire.html("😀".repeat(2048)).status()).isEqualTo(200);
    refused(wire.html("<b></b>".repeat(5000)), "text is too long");
    refused(
        wire.call(
            "sendPhoto",
            "{'chat_id':1,'photo':'https://example.org/a.png','caption':'%s'}"
                .formatted("a".repeat(1025))),
        "message caption is too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          <h1>x</h1>            | Unsupported start tag "h1" at byte offset 0
          가<br>x               | Unsupported start tag "br" at byte offset 3
          <b>x                  | Can't find end tag corresponding to start tag "b"
          <b><i>x</b></i>       | Unmatched end tag at byte offset 7, expected "</i>", found "</b>"
          x</b>                 | Unexpected end tag at byte offset 1
          x <b                  | Unclosed start tag at byte offset 2
          <b>x</b               | Unclosed end tag at byte offset 4
          <span class="x">x</span> | Tag "span" must have class "tg-spoiler" at byte offset 0
          <a href=a/b>x</a>     | Unexpected end of name token at byte offset 8
          <b ="x">x</b>         | Empty attribute name in the tag "b" at byte offset 0
          """)
  void brokenHtmlIsRefusedWithTdlibsSentence(String html, String sentence) {
    refused(wire.html(html), "can't parse entities: " + sentence);
  }

  @Test
  void anEmptyTextIsRefused() {
    refused(wire.call("sendMessage", "{'chat_id':1,'text':''}"), "message text is empty");
    refused(wire.html("<b> </b>"), "text must be non-empty");
  }

  @Test
  void callbackDataHasAtMost64Bytes() {
    String data = "가".repeat(21) + "a";
    assertThat(wire.buttons("{'text':'x','callback_data':'" + data + "'}").status()).isEqualTo(200);
    refused(wire.buttons("{'text':'x','callback_data':'" + data + "b'}"), "BUTTON_DATA_INVALID");
  }

  @Test
  void aButtonNeedsAnActionAndALabel() {
    refused(
        wire.buttons("{'text':'x'}"),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    refused(
        wire.buttons("{'callback_data':'x'}"),
        "can't parse inline keyboard button: Can't find field \"text\"");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), Wrong port number specified in the URL",
    "ftp://example.org, Unsupported URL protocol",
    "http://localhost/, Wrong HTTP URL",
    "https://, URL host is empty"
  })
  void aButtonLeadsToTheWebOnly(String url, String why) {
    refused(
        wire.buttons("{'text':'x','url':'" + url + "'}"),
        "inline keyboard button URL '" + url + "' is invalid: " + why);
  }

  @Test
  void aRowHasEightButtonsAndAKeyboardAHundred() {
    String button = "{'text':'x','callback_data':'x'}";
    refused(wire.buttons(times(9, button)), "reply markup is too long");
    String full = times(8, button);
    assertThat(wire.buttons(full).status()).isEqualTo(200);
    String rows = IntStream.range(0, 13).mapToObj(_ -> full).collect(Collectors.joining("],["));
    refused(wire.buttons(rows), "reply markup is too long");
  }

  private static String times(int count, String text) {
    return IntStream.range(0, count).mapToObj(_ -> text).collect(Collectors.joining(","));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    refused(wire.call("sendMessage", "{'chat_id':2,'text':'x'}"), "chat not found");
    refused(
        wire.call("editMessageText", "{'chat_id':1,'message_id':999,'text':'x'}"),
        "message to edit not found");
    refused(
        wire.call("deleteMessage", "{'chat_id':1,'message_id':999}"),
        "message to delete not found");
    refused(
        wire.call("answerCallbackQuery", "{'callback_query_id':'7'}"),
        "query is too old and response timeout expired or query ID is invalid");
    refused(
        wire.call("sendMessage", "{'chat_id':1,'text':'x','message_thread_id':1}"),
        "message thread not found");
  }

  @Test
  void aQueryIsAnsweredOnce() {
    int id =
        wire.buttons("{'text':'x','callback_data':'once'}").result().path("message_id").asInt();
    wire.telegram.press(Integer.toString(id), "once", "");
    Wire.Answer updates = wire.call("getUpdates", "{'allowed_updates':['callback_query']}");
    String query = updates.result().path(0).path("callback_query").path("id").asText();
    String body = "{'callback_query_id':'" + query + "'}";
    assertThat(wire.call("answerCallbackQuery", body).status()).isEqualTo(200);
    refused(
        wire.call("answerCallbackQuery", body),
        "query is too old and response timeout expired or query ID is invalid");
  }

  @Test
  void aPersonsMessageCannotBeEdited() {
    int id = wire.telegram.people().say(wire.telegram.people().person(1), 1, "mine");
    refused(
        wire.call("editMessageText", "{'chat_id':1,'message_id':%d,'text':'x'}".formatted(id)),
        "message can't be edited");
  }

  @ParameterizedTest
  @CsvSource({
    "Today, x, BOT_COMMAND_INVALID",
    "오늘, x, BOT_COMMAND_INVALID",
    "a23456789012345678901234567890123, x, command length must not exceed 32",
    "today, ' ', command description must be non-empty"
  })
  void aCommandHasALatinNameAndADescription(String name, String description, String why) {
    refused(
        wire.call(
            "setMyCommands",
            "{'commands':[{'command':'%s','description':'%s'}]}".formatted(name, description)),
        why);
  }

  @Test
  void whatContradictsTheSpecificationIsRefusedLoudly() {
    Specification specification = TelegramSpecification.find();
    Assumptions.assumeFalse(specification.equals(Specification.NONE), "needs -Dspecs.dir");
    try (Wire strict = new Wire(specification)) {
      refused(
          strict.call("sendMessage", "{'chat_id':1,'txt':'x','method':'sendMessage'}"),
          "sendMessage contradicts the specification: sendMessage.text is required;"
              + " sendMessage.txt is unknown");
      refused(
          strict.call(
              "sendMessage",
              "{'chat_id':'1','text':'x','reply_markup':{'inline_keyboard':[{'text':'x'}]}}"),
          "sendMessage contradicts the specification: sendMessage.reply_markup.inline_keyboard[0]"
              + " must be an array, not {\"text\":\"x\"}");
    }
  }

  private static void refused(Wire.Answer answer, String reason) {
    assertThat(answer.description()).isEqualTo("Bad Request: " + reason);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(400);
  }
}
