package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Discord refuses to show, with Discord's own error bodies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageRefusalTest {
  private LoopbackDiscord discord;
  private Api api;
  private String messages;

  @BeforeAll
  void open() {
    discord = new LoopbackDiscord(0, new TickedClock(), Specification.NONE);
    api = new Api(discord.coordinates());
    messages = "channels/" + discord.page().channel() + "/messages";
  }

  @AfterAll
  void shut() {
    api.close();
    discord.close();
  }

  private static ObjectNode v2(ObjectNode... components) {
    ObjectNode body = Json.object().put("flags", Message.COMPONENTS_V2);
    ArrayNode list = body.putArray("components");
    for (ObjectNode component : components) {
      list.add(component);
    }
    return body;
  }

  private static ObjectNode row(ObjectNode... children) {
    ObjectNode row = Json.object().put("type", 1);
    ArrayNode list = row.putArray("components");
    for (ObjectNode child : children) {
      list.add(child);
    }
    return row;
  }

  private static ObjectNode button(String customId) {
    return Json.object()
        .put("type", 2)
        .put("style", 1)
        .put("label", "ok")
        .put("custom_id", customId);
  }

  private static ObjectNode link(String url) {
    return Json.object().put("type", 2).put("style", 5).put("label", "ok").put("url", url);
  }

  private static ObjectNode text(String content) {
    return Json.object().put("type", 10).put("content", content);
  }

  private static ObjectNode menu(int options) {
    ObjectNode menu = Json.object().put("type", 3).put("custom_id", "menu");
    ArrayNode list = menu.putArray("options");
    for (int i = 0; i < options; i++) {
      list.addObject().put("label", "l").put("value", "v" + i);
    }
    return menu;
  }

  private void isInvalid(ObjectNode body, String pointer, String code) {
    Api.Answer answer = api.post(messages, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(50035);
    assertThat(answer.body().path("message").asText()).isEqualTo("Invalid Form Body");
    assertThat(answer.at(pointer)).isEqualTo(code);
    assertThat(answer.headers().firstValue("Via")).contains("1.1 google");
  }

  private void isFine(ObjectNode body) {
    assertThat(api.post(messages, body).status()).isEqualTo(200);
  }

  @Test
  void aContentOf2001CharactersIsRefusedWhileAnEmojiCountsAsOne() {
    isFine(Json.object().put("content", "😀".repeat(2_000)));
    ObjectNode body = Json.object().put("content", "가".repeat(2_001));
    Api.Answer answer = api.post(messages, body);
    assertThat(answer.body().toString())
        .isEqualTo(
            "{\"message\":\"Invalid Form Body\",\"code\":50035,\"errors\":{\"content\":"
                + "{\"_errors\":[{\"code\":\"BASE_TYPE_MAX_LENGTH\","
                + "\"message\":\"Must be 2000 or fewer in length.\"}]}}}");
  }

  @Test
  void anEmptyMessageIsRefused() {
    for (String body : new String[] {"{}", "{\"content\":\" \\n\"}", "{\"embeds\":[]}"}) {
      Api.Answer answer = api.post(messages, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo(50006);
      assertThat(answer.body().path("message").asText()).isEqualTo("Cannot send an empty message");
    }
  }

  @Test
  void embedsOf6001CharactersInAllAreRefused() {
    ObjectNode body = Json.object();
    ArrayNode embeds = body.putArray("embeds");
    embeds.addObject().put("description", "x".repeat(4_000));
    embeds.addObject().put("description", "x".repeat(2_000)).put("title", "  ");
    isFine(body);
    embeds.addObject().put("title", "x");
    isInvalid(body, "/embeds", "MAX_EMBED_SIZE_EXCEEDED");
  }

  @ParameterizedTest
  @CsvSource({
    "/title, 256",
    "/description, 4096",
    "/footer/text, 2048",
    "/author/name, 256",
    "/fields/0/name, 256",
    "/fields/0/value, 1024"
  })
  void eachTextOfAnEmbedHasItsLimit(String pointer, int limit) {
    isFine(embed(pointer, limit));
    isInvalid(embed(pointer, limit + 1), "/embeds/0" + pointer, "BASE_TYPE_MAX_LENGTH");
  }

  private static ObjectNode embed(String pointer, int length) {
    ObjectNode body = Json.object();
    ObjectNode embed = body.putArray("embeds").addObject();
    String text = "x".repeat(length);
    switch (pointer) {
      case "/footer/text" -> embed.putObject("footer").put("text", text);
      case "/author/name" -> embed.putObject("author").put("name", text);
      case "/fields/0/name" ->
          embed.putArray("fields").addObject().put("name", text).put("value", "v");
      case "/fields/0/value" ->
          embed.putArray("fields").addObject().put("name", "n").put("value", text);
      default -> embed.put(pointer.substring(1), text);
    }
    return body;
  }

  @Test
  void elevenEmbedsOr26FieldsAreRefused() {
    ObjectNode many = Json.object();
    for (int i = 0; i < 11; i++) {
      many.withArrayProperty("embeds").addObject().put("title", "x");
    }
    isInvalid(many, "/embeds", "BASE_TYPE_MAX_LENGTH");

    ObjectNode wide = Json.object();
    ArrayNode fields = wide.putArray("embeds").addObject().putArray("fields");
    for (int i = 0; i < 26; i++) {
      fields.addObject().put("name", "n").put("value", "v");
    }
    isInvalid(wide, "/embeds/0/fields", "BASE_TYPE_MAX_LENGTH");
  }

  @Test
  void twinCustomIdsAreRefused() {
    isInvalid(
        v2(row(button("a"), button("a"))),
        "/components/0/components/1/custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED");
  }

  @Test
  void theNewComponentsAreRefusedWithoutTheirFlag() {
    ObjectNode body = v2(text("hello"));
    body.remove("flags");
    isInvalid(body, "/components/0", "UNION_TYPE_CHOICES");
  }

  @Test
  void theNewComponentsAreRefusedBesideContentOrEmbeds() {
    isInvalid(
        v2(text("hello")).put("content", "hello"),
        "/content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    ObjectNode body = v2(text("hello"));
    body.putArray("embeds").addObject().put("title", "hello");
    isInvalid(body, "/embeds", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
  }

  @Test
  void fortyOneComponentsAreRefusedHoweverDeepTheyLie() {
    ObjectNode container = Json.object().put("type", 17);
    ArrayNode inside = container.putArray("components");
    for (int i = 0; i < 39; i++) {
      inside.add(text("x"));
    }
    isFine(v2(container));
    inside.add(text("x"));
    isInvalid(v2(container), "/components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
  }

  @Test
  void textOf4001CharactersInAllIsRefused() {
    isFine(v2(text("가".repeat(2_000)), text("나".repeat(2_000))));
    isInvalid(
        v2(text("가".repeat(2_000)), text("나".repeat(2_001))),
        "/components",
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
  }

  @Test
  void aMenuOf26OptionsOrWithTwinValuesIsRefused() {
    isFine(v2(row(menu(25))));
    isInvalid(v2(row(menu(26))), "/components/0/components/0/options", "BASE_TYPE_BAD_LENGTH");
    ObjectNode twins = menu(1);
    twins.withArrayProperty("options").addObject().put("label", "again").put("value", "v0");
    isInvalid(
        v2(row(twins)),
        "/components/0/components/0/options/1/value",
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"})
  void aLinkThatIsNoWebAddressIsRefused(String url) {
    isInvalid(v2(row(link(url))), "/components/0/components/0/url", "URL_TYPE_INVALID_SCHEME");
  }

  @Test
  void aLinkWithoutPlaceIsRefused() {
    isInvalid(v2(row(link("https://"))), "/components/0/components/0/url", "URL_TYPE_INVALID_URL");
    isInvalid(v2(row(link("not a url"))), "/components/0/components/0/url", "URL_TYPE_INVALID_URL");
    isFine(v2(row(link("https://example.org/뉴스?a=b|c"), link("discord://-/channels/@me"))));
  }

  @Test
  void aButtonsLabelIdAndAddressHaveTheirLimits() {
    String first = "/components/0/components/0";
    isFine(v2(row(button("a".repeat(100)).put("label", "가".repeat(80)))));
    isInvalid(
        v2(row(button("a").put("label", "가".repeat(81)))),
        first + "/label",
        "BASE_TYPE_MAX_LENGTH");
    isInvalid(v2(row(button("a".repeat(101)))), first + "/custom_id", "BASE_TYPE_BAD_LENGTH");
    String address = "https://example.org/";
    isFine(v2(row(link(address + "x".repeat(512 - address.length())))));
    isInvalid(
        v2(row(link(address + "x".repeat(513 - address.length())))),
        first + "/url",
        "BASE_TYPE_BAD_LENGTH");
  }

  @Test
  void sixButtonsInARowOrAMenuBesideAButtonAreRefused() {
    isInvalid(
        v2(row(button("1"), button("2"), button("3"), button("4"), button("5"), button("6"))),
        "/components/0/components",
        "BASE_TYPE_BAD_LENGTH");
    isInvalid(
        v2(row(menu(1), button("1"))),
        "/components/0/components/1",
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED");
  }

  @Test
  void aSectionNeedsAnAccessory() {
    ObjectNode section = Json.object().put("type", 9);
    section.putArray("components").add(text("x"));
    isInvalid(v2(section), "/components/0/accessory", "BASE_TYPE_REQUIRED");
    section.set("accessory", button("open"));
    isFine(v2(section));
  }

  @Test
  void anAnswerToAnUnknownMessageIsRefused() {
    ObjectNode body = Json.object().put("content", "re");
    body.putObject("message_reference").put("message_id", "1");
    isInvalid(body, "/message_reference", "REPLIES_UNKNOWN_MESSAGE");
  }

  @Test
  void unknownFieldsAreIgnored() {
    isFine(Json.object().put("content", "hello").put("surprise", 1));
  }

  @Test
  void whatTheSpecificationForbidsIsToldInTheMessage() {
    try (LoopbackDiscord strict =
            new LoopbackDiscord(
                0, new TickedClock(), (method, body) -> List.of(method + " may not say " + body));
        Api asked = new Api(strict.coordinates())) {
      Api.Answer answer =
          asked.post("channels/" + strict.page().channel() + "/messages", "{\"content\":1}");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo(50035);
      assertThat(answer.body().path("message").asText())
          .contains("POST /channels/{channel_id}/messages may not say {\"content\":1}");
    }
  }
}
