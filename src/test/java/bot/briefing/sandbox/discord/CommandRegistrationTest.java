package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Application commands by plain HTTP. */
final class CommandRegistrationTest {
  private LoopbackDiscord discord;
  private Api api;
  private String commands;

  @BeforeEach
  void open() {
    discord = new LoopbackDiscord(0, new TickedClock(), Specification.NONE);
    api = new Api(discord.coordinates());
    String application = api.get("applications/@me").body().path("id").asText();
    commands = "applications/" + application + "/commands";
  }

  @AfterEach
  void shut() {
    api.close();
    discord.close();
  }

  private static ObjectNode command(String name) {
    return Json.object().put("name", name).put("description", "words");
  }

  private void isInvalid(ObjectNode command, String pointer, String code) {
    Api.Answer answer = api.post(commands, command);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(50035);
    assertThat(answer.at(pointer)).isEqualTo(code);
  }

  @Test
  void aCommandIsMadeFoundChangedAndDeleted() {
    ObjectNode today = command("today");
    today.putObject("name_localizations").put("ko", "오늘");
    Api.Answer made = api.post(commands, today);
    assertThat(made.status()).isEqualTo(201);
    String one = commands + "/" + made.body().path("id").asText();
    assertThat(api.post(commands, today).status()).isEqualTo(200);
    assertThat(api.get(one).body().at("/name_localizations/ko").asText()).isEqualTo("오늘");

    Api.Answer changed = api.patch(one, "{\"description\":\"other\"}");
    assertThat(changed.body().path("description").asText()).isEqualTo("other");
    assertThat(changed.body().at("/name_localizations/ko").asText()).isEqualTo("오늘");

    assertThat(api.delete(one).status()).isEqualTo(204);
    assertThat(api.get(one).code()).isEqualTo(10063);
  }

  @Test
  void aNewListReplacesTheOldOneAndKnownNamesKeepTheirIds() {
    String id = api.post(commands, command("today")).body().path("id").asText();
    Api.Answer replaced = api.put(commands, "[" + command("topics") + "," + command("today") + "]");
    assertThat(replaced.body()).hasSize(2);
    assertThat(replaced.body().path(1).path("id").asText()).isEqualTo(id);
    assertThat(api.put(commands, "[]").body()).isEmpty();
    assertThat(api.get(commands).body()).isEmpty();
  }

  @Test
  void listsShowLocalizationsWhenAsked() {
    ObjectNode today = command("today");
    today.putObject("name_localizations").put("ko", "오늘");
    api.post(commands, today);
    assertThat(api.get(commands).body().path(0).has("name_localizations")).isFalse();
    assertThat(
            api.get(commands + "?with_localizations=true")
                .body()
                .at("/0/name_localizations/ko")
                .asText())
        .isEqualTo("오늘");
  }

  @Test
  void aGuildHasItsOwnCommands() {
    String channel = "channels/" + discord.page().channel();
    String guild = api.get(channel).body().path("guild_id").asText();
    String own = commands.replace("/commands", "/guilds/" + guild + "/commands");
    assertThat(api.post(own, command("here")).body().path("guild_id").asText()).isEqualTo(guild);
    assertThat(api.get(own).body()).hasSize(1);
    assertThat(api.get(commands).body()).isEmpty();
  }

  @Test
  void namesAreLowerCaseAndShort() {
    isInvalid(command("Today"), "/name", "APPLICATION_COMMAND_INVALID_NAME");
    isInvalid(command("to day"), "/name", "APPLICATION_COMMAND_INVALID_NAME");
    isInvalid(command("x".repeat(33)), "/name", "BASE_TYPE_BAD_LENGTH");
    ObjectNode local = command("today");
    local.putObject("name_localizations").put("de", "Heute").put("xx", "today");
    isInvalid(local, "/name_localizations/de", "APPLICATION_COMMAND_INVALID_NAME");
    isInvalid(local, "/name_localizations/xx", "ENUM_TYPE_COERCE");
  }

  @Test
  void aDescriptionIsNeededAndShort() {
    isInvalid(Json.object().put("name", "today"), "/description", "BASE_TYPE_REQUIRED");
    isInvalid(
        command("today").put("description", "가".repeat(101)),
        "/description",
        "BASE_TYPE_BAD_LENGTH");
    ObjectNode option = command("topic");
    option.putArray("options").addObject().put("type", 3).put("name", "name");
    isInvalid(option, "/options/0/description", "BASE_TYPE_REQUIRED");
  }

  @Test
  void requiredOptionsComeFirstAndChoicesAreFew() {
    ObjectNode topic = command("topic");
    var options = topic.putArray("options");
    options.add(command("private").put("type", 5));
    options.add(command("name").put("type", 3).put("required", true));
    isInvalid(topic, "/options/1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");

    ObjectNode many = command("many");
    ObjectNode option = many.putArray("options").addObject();
    option.setAll(command("name").put("type", 3));
    for (int i = 0; i < 26; i++) {
      option.withArrayProperty("choices").addObject().put("name", "n" + i).put("value", "v");
    }
    isInvalid(many, "/options/0/choices", "BASE_TYPE_MAX_LENGTH");
  }

  @Test
  void twinsAndGiantsAreRefused() {
    Api.Answer twins = api.put(commands, "[" + command("a") + "," + command("a") + "]");
    assertThat(twins.at("/1")).isEqualTo("APPLICATION_COMMANDS_DUPLICATE_NAME");

    ObjectNode giant = command("giant");
    for (int i = 0; i < 4; i++) {
      ObjectNode option = command("o" + i).put("type", 3);
      for (int j = 0; j < 25; j++) {
        option
            .withArrayProperty("choices")
            .addObject()
            .put("name", "n".repeat(50))
            .put("value", "v".repeat(40));
      }
      giant.withArrayProperty("options").add(option);
    }
    isInvalid(giant, "", "APPLICATION_COMMAND_TOO_LARGE");
  }
}
