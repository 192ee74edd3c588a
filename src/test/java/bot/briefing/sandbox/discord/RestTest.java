package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels and messages by plain HTTP. */
final class RestTest {
  private final TickedClock clock = new TickedClock();
  private LoopbackDiscord discord;
  private Api api;
  private String channel;

  @BeforeEach
  void open() {
    discord = new LoopbackDiscord(0, clock, Specification.NONE);
    api = new Api(discord.coordinates());
    channel = "channels/" + discord.page().channel();
  }

  @AfterEach
  void shut() {
    api.close();
    discord.close();
  }

  private static void isRefused(Api.Answer answer, int status, int code, String message) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("message").asText()).isEqualTo(message);
  }

  private String say(String text) {
    Api.Answer answer = api.post(channel + "/messages", Json.object().put("content", text));
    return answer.body().path("id").asText();
  }

  private static List<String> contents(Api.Answer answer) {
    return StreamSupport.stream(answer.body().spliterator(), false)
        .map(message -> message.path("content").asText())
        .toList();
  }

  @Test
  void aWrongTokenIsUnauthorized() {
    try (Api stranger = new Api(discord.coordinates().put("token", "wrong"))) {
      isRefused(stranger.get("users/@me"), 401, 0, "401: Unauthorized");
    }
    assertThat(api.get("users/@me").body().path("bot").asBoolean()).isTrue();
  }

  @Test
  void unknownThingsAreSaidToBeUnknown() {
    isRefused(api.get("channels/1"), 404, 10003, "Unknown Channel");
    isRefused(
        api.post("channels/1/messages", "{\"content\":\"x\"}"), 404, 10003, "Unknown Channel");
    isRefused(api.get(channel + "/messages/1"), 404, 10008, "Unknown Message");
    isRefused(
        api.patch(channel + "/messages/1", "{\"content\":\"x\"}"), 404, 10008, "Unknown Message");
    isRefused(
        api.post("interactions/1/x/callback", "{\"type\":5}"), 404, 10062, "Unknown interaction");
    isRefused(api.get("nothing/here"), 404, 0, "404: Not Found");
    isRefused(api.put("users/@me", "{}"), 405, 0, "405: Method Not Allowed");
  }

  @Test
  void whatIsNoIdOrNoJsonIsRefused() {
    assertThat(api.get("channels/abc").at("/channel_id")).isEqualTo("NUMBER_TYPE_COERCE");
    isRefused(
        api.post(channel + "/messages", "{\"content\":"),
        400,
        50109,
        "The request body contains invalid JSON.");
  }

  @Test
  void filesComeInAFormBesideTheMessage() {
    Api.Answer sent =
        api.form(
            "POST",
            channel + "/messages",
            "{'content':'two','attachments':[{'id':0,'description':'a chart'}]}",
            "files[0]=a.txt",
            "files[1]=b.txt");

    assertThat(sent.body().path("content").asText()).isEqualTo("two");
    JsonNode files = sent.body().path("attachments");
    assertThat(files.findValuesAsText("filename")).containsExactly("a.txt", "b.txt");
    assertThat(files.path(0).path("description").asText()).isEqualTo("a chart");
    assertThat(files.path(0).path("size").asInt()).isEqualTo(3);

    String message = channel + "/messages/" + sent.body().path("id").asText();
    assertThat(api.patch(message, "{\"content\":\"x\"}").body().path("attachments")).hasSize(2);
    assertThat(api.patch(message, "{\"attachments\":[]}").body().path("attachments")).isEmpty();
  }

  @Test
  void aFileAloneIsAMessageAndWhatIsNamedWithoutAFileIsNone() {
    String alone = channel + "/messages";
    assertThat(api.form("POST", alone, "{}", "files[0]=a.txt").status()).isEqualTo(200);
    isRefused(
        api.post(alone, "{\"attachments\":[{\"id\":0,\"filename\":\"a.txt\"}]}"),
        400,
        50006,
        "Cannot send an empty message");
  }

  @Test
  void aMissingPermissionIsToldFromAMissingAccess() {
    discord.permit("briefing", Permissions.VIEW_CHANNEL);
    isRefused(
        api.post(channel + "/messages", "{\"content\":\"x\"}"), 403, 50013, "Missing Permissions");
    assertThat(api.get(channel + "/messages").body()).isEmpty();
    discord.permit("briefing", 0);
    isRefused(api.post(channel + "/messages", "{\"content\":\"x\"}"), 403, 50001, "Missing Access");
    isRefused(
        api.get("channels/" + discord.page().elsewhere().channel()), 403, 50001, "Missing Access");
  }

  @Test
  void messagesAreListedNewestFirstInPages() {
    List<String> ids = List.of("one", "two", "three", "four").stream().map(this::say).toList();
    String list = channel + "/messages?";
    assertThat(contents(api.get(list + "limit=3"))).containsExactly("four", "three", "two");
    assertThat(contents(api.get(list + "before=" + ids.get(2)))).containsExactly("two", "one");
    assertThat(contents(api.get(list + "limit=2&after=" + ids.get(0))))
        .containsExactly("three", "two");
    assertThat(contents(api.get(list + "limit=3&around=" + ids.get(2))))
        .containsExactly("four", "three", "two");
    assertThat(api.get(list + "limit=101").at("/limit")).isEqualTo("NUMBER_TYPE_MAX");
  }

  @Test
  void aChannelKeepsItsNewest250Messages() {
    for (int i = 0; i <= 250; i++) {
      discord.say("message " + i);
    }
    assertThat(discord.transcript()).hasSize(250);
    assertThat(discord.transcript().path(0).path("content").asText()).isEqualTo("message 1");
  }

  @Test
  void aMessageIsEditedAndDeletedByItsAuthorOnly() {
    String own = channel + "/messages/" + say("draft");
    Api.Answer edited = api.patch(own, "{\"content\":\"final\"}");
    assertThat(edited.body().path("content").asText()).isEqualTo("final");
    assertThat(edited.body().path("edited_timestamp").isNull()).isFalse();
    assertThat(discord.transcript().toString()).contains("final").doesNotContain("draft");
    assertThat(api.delete(own).status()).isEqualTo(204);
    assertThat(discord.transcript()).isEmpty();

    discord.say("mine");
    String others = channel + "/messages/" + discord.transcript().path(0).path("id").asText();
    isRefused(
        api.patch(others, "{\"content\":\"x\"}"),
        403,
        50005,
        "Cannot edit a message authored by another user");
    isRefused(api.delete(others), 403, 50013, "Missing Permissions");
  }

  @Test
  void theSameNonceMakesOneMessageForSomeMinutes() {
    String body = "{\"content\":\"news\",\"nonce\":\"slot-1\",\"enforce_nonce\":true}";
    String first = api.post(channel + "/messages", body).body().path("id").asText();
    clock.tick(Duration.ofMinutes(2));
    Api.Answer again = api.post(channel + "/messages", body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("id").asText()).isEqualTo(first);
    assertThat(discord.transcript()).hasSize(1);

    clock.tick(Duration.ofMinutes(30));
    assertThat(api.post(channel + "/messages", body).body().path("id").asText())
        .isNotEqualTo(first);
    assertThat(discord.transcript()).hasSize(2);
  }

  @Test
  void aNonceThatIsNotEnforcedMakesTwoMessagesAndALongOneIsRefused() {
    String body = "{\"content\":\"news\",\"nonce\":\"slot-1\"}";
    api.post(channel + "/messages", body);
    api.post(channel + "/messages", body);
    assertThat(discord.transcript()).hasSize(2);
    String longer = "{\"content\":\"news\",\"nonce\":\"" + "x".repeat(26) + "\"}";
    assertThat(api.post(channel + "/messages", longer).at("/nonce"))
        .isEqualTo("BASE_TYPE_MAX_LENGTH");
  }

  @Test
  void aMessagePingsWhomItNamesUnlessThatIsNotAllowed() {
    String role = api.get("guilds/" + guild()).body().path("roles").path(1).path("id").asText();
    String text = "@everyone <@" + discord.page().id() + "> <@&" + role + "> <@1>";

    JsonNode loud = api.post(channel + "/messages", Json.object().put("content", text)).body();
    assertThat(loud.path("mention_everyone").asBoolean()).isTrue();
    assertThat(loud.path("mentions").path(0).path("id").asText()).isEqualTo(discord.page().id());
    assertThat(loud.path("mentions")).hasSize(1);
    assertThat(loud.path("mention_roles").path(0).asText()).isEqualTo(role);

    var quiet = Json.object().put("content", text);
    quiet.putObject("allowed_mentions").putArray("parse");
    JsonNode silent = api.post(channel + "/messages", quiet).body();
    assertThat(silent.path("mention_everyone").asBoolean()).isFalse();
    assertThat(silent.path("mentions")).isEmpty();
    assertThat(silent.path("mention_roles")).isEmpty();

    quiet.withObjectProperty("allowed_mentions").putArray("roles").add(role);
    JsonNode named = api.post(channel + "/messages", quiet).body();
    assertThat(named.path("mention_roles")).hasSize(1);
    assertThat(named.path("mentions")).isEmpty();

    String edit = channel + "/messages/" + silent.path("id").asText();
    assertThat(
            api.patch(edit, "{\"content\":\"@here\"}").body().path("mention_everyone").asBoolean())
        .isTrue();
  }

  private String guild() {
    return api.get(channel).body().path("guild_id").asText();
  }

  @Test
  void aMessageBecomesComponentsOnlyOnceItsTextIsEmptied() {
    String message = channel + "/messages/" + say("plain");
    String components = "\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"rich\"}]";
    assertThat(api.patch(message, "{" + components + "}").at("/content"))
        .isEqualTo("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    Api.Answer edited = api.patch(message, "{\"content\":null," + components + "}");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.body().path("flags").asInt()).isEqualTo(Message.COMPONENTS_V2);
    assertThat(edited.body().at("/components/0/id").asInt()).isPositive();
    assertThat(api.patch(message, "{\"content\":\"back\"}").status()).isEqualTo(400);
  }

  @Test
  void theBookNamesEachRequestAsTheSpecificationSpellsIt() {
    say("x");
    assertThat(discord.book().entries().getLast())
        .satisfies(
            entry -> {
              assertThat(entry.method()).isEqualTo("POST /channels/{channel_id}/messages");
              assertThat(entry.path()).isEqualTo("/" + channel + "/messages");
              assertThat(entry.status()).isEqualTo(200);
              assertThat(entry.body().path("content").asText()).isEqualTo("x");
              assertThat(entry.answer().path("content").asText()).isEqualTo("x");
            });
  }

  @Test
  void aPersonsDirectMessagesAreOneChannel() {
    String body = "{\"recipient_id\":\"" + discord.page().id() + "\"}";
    String first = api.post("users/@me/channels", body).body().path("id").asText();
    assertThat(first).isEqualTo(discord.page().inDirectMessages().channel());
    assertThat(api.post("users/@me/channels", body).body().path("id").asText()).isEqualTo(first);
    isRefused(
        api.post("users/@me/channels", "{\"recipient_id\":\"1\"}"),
        400,
        50033,
        "Invalid Recipient(s)");
  }
}
