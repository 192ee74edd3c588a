package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does, as it reaches an app over the gateway, and the app's answers by HTTP. */
final class InteractionTest {
  private final TickedClock clock = new TickedClock();
  private LoopbackDiscord discord;
  private Api api;
  private RawGateway gateway;
  private Visitor english;

  @BeforeEach
  void open() {
    discord = new LoopbackDiscord(0, clock, Specification.NONE);
    api = new Api(discord.coordinates());
    gateway = RawGateway.identified(discord.coordinates(), 0);
    english = discord.visitor("Ann", "en-US");
    String application = api.get("applications/@me").body().path("id").asText();
    assertThat(
            api.put(
                    "applications/" + application + "/commands",
                    """
                    [{"name": "topic", "description": "d", "name_localizations": {"ko": "주제"},
                      "integration_types": [0, 1], "contexts": [0, 1, 2],
                      "options": [
                        {"name": "name", "description": "d", "type": 3, "required": true,
                         "autocomplete": true, "name_localizations": {"ko": "이름"}},
                        {"name": "private", "description": "d", "type": 5}]},
                     {"name": "today", "description": "d", "contexts": [0],
                      "options": [{"name": "private", "description": "d", "type": 5},
                        {"name": "pages", "description": "d", "type": 4}]}]
                    """)
                .status())
        .isEqualTo(200);
  }

  @AfterEach
  void shut() {
    gateway.close();
    api.close();
    discord.close();
  }

  private JsonNode interaction() {
    return gateway.event("INTERACTION_CREATE").path("d");
  }

  private JsonNode asked(String line) {
    english.say(line);
    return interaction();
  }

  private Api.Answer callback(JsonNode interaction, String body) {
    return api.post(
        "interactions/"
            + interaction.path("id").asText()
            + "/"
            + interaction.path("token").asText()
            + "/callback?with_response=true",
        body);
  }

  private static String webhook(JsonNode interaction) {
    return "webhooks/"
        + interaction.path("application_id").asText()
        + "/"
        + interaction.path("token").asText();
  }

  private static String original(JsonNode interaction) {
    return webhook(interaction) + "/messages/@original";
  }

  private String options(String line) {
    return asked(line).path("data").path("options").toString();
  }

  @Test
  void aTypedLineFillsTheOptions() {
    String named = "[{\"name\":\"name\",\"type\":3,\"value\":\"AI Act\"}]";
    assertThat(options("/topic AI Act")).isEqualTo(named);
    assertThat(options("/topic name:AI Act")).isEqualTo(named);
    String both = named.replace("]", ",{\"name\":\"private\",\"type\":5,\"value\":true}]");
    assertThat(options("/topic private:true AI Act")).isEqualTo(both);
    assertThat(options("/topic name:AI Act private:true")).isEqualTo(both);
    assertThat(options("/topic AI Act private:true")).isEqualTo(both);
    assertThat(options("/today")).isEmpty();
    assertThat(options("/today pages:3"))
        .isEqualTo("[{\"name\":\"pages\",\"type\":4,\"value\":3}]");

    discord.say("/주제 이름:규제");
    JsonNode korean = interaction();
    assertThat(korean.at("/data/name").asText()).isEqualTo("topic");
    assertThat(korean.at("/data/options/0/value").asText()).isEqualTo("규제");
    assertThat(korean.path("locale").asText()).isEqualTo("ko");
  }

  @Test
  void aLineThatIsNoCommandIsAnsweredByTheClient() {
    Seen korean = Seen.by(discord.page());
    discord.say("/없음");
    assertThat(korean.next("notice").path("content").asText()).isEqualTo("/없음 명령어는 없습니다.");
    Seen seen = Seen.by(english);
    english.say("/nothing");
    assertThat(seen.next("notice").path("content").asText())
        .isEqualTo("There is no such command: /nothing");
    english.say("/topic");
    assertThat(seen.next("notice").path("content").asText())
        .isEqualTo("/topic needs a value for name.");
    english.say("/topic x private:perhaps");
    assertThat(seen.next("notice").path("content").asText())
        .isEqualTo("\"perhaps\" is no value for private.");
    english.say("/주제 x");
    assertThat(seen.next("notice")).isNotNull();
  }

  @Test
  void anInteractionTellsWhereAndWho() {
    JsonNode inGuild = asked("/topic x");
    String guild = inGuild.path("guild_id").asText();
    assertThat(inGuild.path("context").asInt()).isZero();
    assertThat(inGuild.at("/authorizing_integration_owners/0").asText()).isEqualTo(guild);
    assertThat(inGuild.at("/member/user/id").asText()).isEqualTo(english.id());
    assertThat(inGuild.at("/guild/id").asText()).isEqualTo(guild);

    english.inDirectMessages().say("/topic x");
    JsonNode direct = interaction();
    assertThat(direct.path("context").asInt()).isEqualTo(1);
    assertThat(direct.at("/user/id").asText()).isEqualTo(english.id());
    assertThat(direct.has("guild_id")).isFalse();

    english.elsewhere().say("/topic x");
    JsonNode brought = interaction();
    assertThat(brought.path("authorizing_integration_owners").toString())
        .isEqualTo("{\"1\":\"" + english.id() + "\"}");
    assertThat(brought.path("guild_id").asText()).isNotEqualTo(guild);
  }

  @Test
  void aCommandIsThereOnlyInItsContexts() {
    Visitor direct = english.inDirectMessages();
    Seen seen = Seen.by(direct);
    direct.say("/today");
    assertThat(seen.next("notice").path("content").asText()).contains("no such command");
    Visitor elsewhere = english.elsewhere();
    Seen there = Seen.by(elsewhere);
    elsewhere.say("/today");
    assertThat(there.next("notice").path("content").asText()).contains("no such command");
  }

  @Test
  void anAnswerCanBeReadEditedFollowedAndDeleted() {
    JsonNode asked = asked("/topic x");
    Api.Answer first = callback(asked, "{\"type\":4,\"data\":{\"content\":\"one\"}}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().at("/interaction/id").asText()).isEqualTo(asked.path("id").asText());
    assertThat(first.body().at("/resource/message/content").asText()).isEqualTo("one");

    assertThat(api.patch(original(asked), "{\"content\":\"two\"}").status()).isEqualTo(200);
    assertThat(api.get(original(asked)).body().path("content").asText()).isEqualTo("two");
    Api.Answer more = api.post(webhook(asked), "{\"content\":\"more\",\"flags\":64}");
    assertThat(more.body().path("content").asText()).isEqualTo("more");
    assertThat(discord.transcript().toString()).contains("two").doesNotContain("more");
    assertThat(english.transcript().toString()).contains("two").contains("more");
    assertThat(api.delete(original(asked)).status()).isEqualTo(204);
    assertThat(api.get(original(asked)).code()).isEqualTo(10008);
  }

  @Test
  void aDeferredAnswerIsFilledByAnEditOrTheFirstFollowUp() {
    JsonNode asked = asked("/topic x");
    Api.Answer deferred = callback(asked, "{\"type\":5,\"data\":{\"flags\":64}}");
    assertThat(deferred.body().at("/interaction/response_message_loading").asBoolean()).isTrue();
    assertThat(deferred.body().at("/interaction/response_message_ephemeral").asBoolean()).isTrue();
    String filled = "{\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"rich\"}]}";
    Api.Answer edited = api.patch(original(asked), filled);
    assertThat(edited.body().path("flags").asInt())
        .isEqualTo(Message.EPHEMERAL | Message.COMPONENTS_V2);

    JsonNode again = asked("/topic y");
    callback(again, "{\"type\":5}");
    String id = api.post(webhook(again), "{\"content\":\"late\"}").body().path("id").asText();
    assertThat(api.get(original(again)).body().path("id").asText()).isEqualTo(id);
  }

  @Test
  void aDeferralCarriesNoFlagButEphemeral() {
    Api.Answer answer = callback(asked("/topic x"), "{\"type\":5,\"data\":{\"flags\":32768}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(50035);
    assertThat(answer.at("/data/flags")).isNotEmpty();
  }

  @Test
  void aBadAnswerIsRefusedAtItsPlaceAndCanBeGivenAgain() {
    JsonNode asked = asked("/topic x");
    String longText = "x".repeat(2_001);
    Api.Answer refused =
        callback(asked, "{\"type\":4,\"data\":{\"content\":\"" + longText + "\"}}");
    assertThat(refused.at("/data/content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(callback(asked, "{\"type\":7,\"data\":{}}").at("/type"))
        .isEqualTo("BASE_TYPE_CHOICES");
    assertThat(callback(asked, "{\"type\":5}").status()).isEqualTo(200);
  }

  @Test
  void aSecondAnswerIsRefused() {
    JsonNode asked = asked("/topic x");
    callback(asked, "{\"type\":5}");
    Api.Answer second = callback(asked, "{\"type\":4,\"data\":{\"content\":\"x\"}}");
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo(40060);
    assertThat(second.body().path("message").asText())
        .isEqualTo("Interaction has already been acknowledged.");
  }

  @Test
  void anAnswerAfterThreeSecondsIsTooLateAndThePersonIsTold() {
    Seen seen = Seen.by(english);
    JsonNode asked = asked("/topic x");
    assertThat(api.get(original(asked)).code()).isEqualTo(10015);
    clock.tick(Duration.ofMillis(3_001));
    Api.Answer late = callback(asked, "{\"type\":5}");
    assertThat(late.status()).isEqualTo(404);
    assertThat(late.code()).isEqualTo(10062);
    assertThat(seen.next("notice").path("content").asText())
        .isEqualTo("The application did not respond");
  }

  @Test
  void aTokenLastsFifteenMinutes() {
    JsonNode asked = asked("/topic x");
    callback(asked, "{\"type\":4,\"data\":{\"content\":\"one\"}}");
    clock.tick(Duration.ofMinutes(15));
    assertThat(api.patch(original(asked), "{\"content\":\"two\"}").status()).isEqualTo(200);
    clock.tick(Duration.ofMillis(1));
    Api.Answer late = api.patch(original(asked), "{\"content\":\"three\"}");
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.code()).isEqualTo(50027);
    assertThat(late.body().path("message").asText()).isEqualTo("Invalid Webhook Token");
  }

  @Test
  void whereOnlyThePersonBroughtTheAppFiveFollowUpsAreTheMost() {
    english.elsewhere().say("/topic x");
    JsonNode asked = interaction();
    callback(asked, "{\"type\":4,\"data\":{\"content\":\"one\"}}");
    for (int i = 0; i < 5; i++) {
      assertThat(api.post(webhook(asked), "{\"content\":\"more\"}").status()).isEqualTo(200);
    }
    assertThat(api.post(webhook(asked), "{\"content\":\"more\"}").code()).isEqualTo(40094);
  }

  @Test
  void suggestionsReachThePersonAndAreAtMost25() {
    CompletableFuture<ArrayNode> choices = english.autocomplete("topic", "name", "reg");
    JsonNode asked = interaction();
    assertThat(asked.path("type").asInt()).isEqualTo(4);
    assertThat(asked.at("/data/options/0").toString())
        .isEqualTo("{\"name\":\"name\",\"type\":3,\"value\":\"reg\",\"focused\":true}");
    ObjectNode many = Json.object().put("type", 8);
    for (int i = 0; i < 26; i++) {
      many.withObjectProperty("data")
          .withArrayProperty("choices")
          .addObject()
          .put("name", "n" + i)
          .put("value", "v");
    }
    assertThat(callback(asked, many.toString()).at("/data/choices"))
        .isEqualTo("BASE_TYPE_MAX_LENGTH");
    callback(asked, "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"n\",\"value\":\"v\"}]}}");
    assertThat(choices.join().toString()).isEqualTo("[{\"name\":\"n\",\"value\":\"v\"}]");
  }

  @Test
  void aButtonIsAnsweredByChangingItsMessageAtOnceOrLater() {
    JsonNode asked = asked("/topic x");
    String id =
        callback(
                asked,
                """
                {"type": 4, "data": {"content": "one", "components": [{"type": 1, "components": [
                  {"type": 2, "style": 1, "label": "next", "custom_id": "next"},
                  {"type": 2, "style": 1, "label": "off", "custom_id": "off", "disabled": true}
                ]}]}}
                """)
            .body()
            .at("/resource/message/id")
            .asText();

    discord.press(id, "next", "");
    JsonNode pressed = interaction();
    assertThat(pressed.path("type").asInt()).isEqualTo(3);
    assertThat(pressed.at("/data/custom_id").asText()).isEqualTo("next");
    assertThat(pressed.at("/message/id").asText()).isEqualTo(id);
    callback(pressed, "{\"type\":7,\"data\":{\"content\":\"two\"}}");
    assertThat(api.get(original(asked)).body().path("content").asText()).isEqualTo("two");

    discord.press(id, "next", "");
    JsonNode later = interaction();
    callback(later, "{\"type\":6}");
    api.patch(original(later), "{\"content\":\"three\"}");
    assertThat(api.get(original(asked)).body().path("content").asText()).isEqualTo("three");

    for (String button : new String[] {"off", "none"}) {
      assertThatThrownBy(() -> discord.press(id, button, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anEphemeralMessageIsNoneOfOthersBusiness() {
    JsonNode asked = asked("/topic x");
    String id =
        callback(asked, "{\"type\":4,\"data\":{\"content\":\"secret\",\"flags\":64}}")
            .body()
            .at("/resource/message/id")
            .asText();
    assertThat(discord.transcript()).isEmpty();
    assertThat(api.get("channels/" + english.channel() + "/messages/" + id).code())
        .isEqualTo(10008);
    assertThat(api.get("channels/" + english.channel() + "/messages").body()).isEmpty();
  }
}
