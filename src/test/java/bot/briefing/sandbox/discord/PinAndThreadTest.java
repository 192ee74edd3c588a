package bot.briefing.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.DiscordSpecification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pins, crossposts, threads, posts, roles: what is taken, and every refusal. */
final class PinAndThreadTest {
  private static final long VIEW = 1L << 10;
  private static final long SEND = 1L << 11;
  private static final long HISTORY = 1L << 16;

  private final LoopbackDiscord discord =
      new LoopbackDiscord(0, new TickedClock(), DiscordSpecification.find());
  private final Api api = new Api(discord.coordinates());
  private final String channel = discord.page().channel();

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private String say(String where) {
    return api.post("channels/" + where + "/messages", "{\"content\":\"hello\"}")
        .body()
        .path("id")
        .asText();
  }

  private Api.Answer pin(String where, String message) {
    return api.put("channels/" + where + "/messages/pins/" + message, "");
  }

  private Api.Answer crosspost(String where, String message) {
    return api.post("channels/" + where + "/messages/" + message + "/crosspost", "");
  }

  private Api.Answer thread(String where, String message, String body) {
    return api.post("channels/" + where + "/messages/" + message + "/threads", body);
  }

  private JsonNode message(String where, String message) {
    return api.get("channels/" + where + "/messages/" + message).body();
  }

  private static void isRefused(Api.Answer answer, int status, int code, String words) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("message").asText()).isEqualTo(words);
  }

  @Test
  void a_message_is_pinned_once_and_unpinned() {
    String message = say(channel);
    assertThat(pin(channel, message).status()).isEqualTo(204);
    assertThat(pin(channel, message).status()).isEqualTo(204);
    assertThat(message(channel, message).path("pinned").asBoolean()).isTrue();
    assertThat(types(channel)).containsExactly(0, 6);
    String path = "channels/" + channel + "/messages/pins/" + message;
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(message(channel, message).path("pinned").asBoolean()).isFalse();
    assertThat(api.delete(path).status()).isEqualTo(204);
  }

  private List<Integer> types(String where) {
    return StreamSupport.stream(discord.backstage().messages(where).spliterator(), false)
        .map(message -> message.path("type").asInt())
        .toList();
  }

  @Test
  void a_pin_takes_its_permission_and_a_message_and_room() {
    isRefused(pin(channel, "1"), 404, 10008, "Unknown Message");
    isRefused(pin("1", "1"), 404, 10003, "Unknown Channel");
    String message = say(channel);
    discord.permit("briefing", VIEW | SEND | HISTORY);
    isRefused(pin(channel, message), 403, 50013, "Missing Permissions");
    isRefused(
        api.delete("channels/" + channel + "/messages/pins/" + message),
        403,
        50013,
        "Missing Permissions");
  }

  @Test
  void a_channel_has_room_for_250_pins() {
    String direct = discord.visitor("Ann", "ko").inDirectMessages().channel();
    Channel place = discord.place(direct).orElseThrow();
    for (long id = 1; id <= 250; id++) {
      place.pinned.add(id);
    }
    isRefused(
        pin(direct, say(direct)),
        400,
        30003,
        "Maximum number of pins reached for the channel (250)");
  }

  @Test
  void only_an_announcement_channel_sends_on_and_a_message_once() {
    isRefused(
        crosspost(channel, say(channel)), 400, 50024, "Cannot execute action on this channel type");
    String news = discord.announcements("news");
    String message = say(news);
    assertThat(crosspost(news, message).status()).isEqualTo(200);
    assertThat(message(news, message).path("flags").asInt() & 1).isEqualTo(1);
    isRefused(crosspost(news, message), 400, 40033, "This message has already been crossposted");
    isRefused(crosspost(news, "1"), 404, 10008, "Unknown Message");
    discord.page().at(news).say("not the bot's");
    String foreign = discord.backstage().messages(news).get(1).path("id").asText();
    isRefused(crosspost(news, foreign), 403, 50013, "Missing Permissions");
    discord.permit("news", VIEW | HISTORY);
    isRefused(crosspost(news, message), 403, 50013, "Missing Permissions");
  }

  @Test
  void a_thread_begins_at_a_message_with_its_id_and_once() {
    String message = say(channel);
    Api.Answer made = thread(channel, message, "{\"name\":\"Today\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("id").asText()).isEqualTo(message);
    assertThat(made.body().path("type").asInt()).isEqualTo(11);
    assertThat(made.body().path("parent_id").asText()).isEqualTo(channel);
    isRefused(
        thread(channel, message, "{\"name\":\"Today\"}"),
        400,
        160004,
        "A thread has already been created for this message");
    String inside = say(message);
    assertThat(message(message, inside).path("channel_id").asText()).isEqualTo(message);
    assertThat(api.get("channels/" + message).body().path("name").asText()).isEqualTo("Today");
    isRefused(
        thread(message, inside, "{\"name\":\"x\"}"),
        400,
        50024,
        "Cannot execute action on this channel type");
  }

  @Test
  void a_thread_takes_a_name_and_its_permissions() {
    String message = say(channel);
    assertThat(thread(channel, message, "{\"name\":\"" + "x".repeat(101) + "\"}").code())
        .isEqualTo(50035);
    assertThat(thread(channel, message, "{}").code()).isEqualTo(50035);
    assertThat(thread(channel, message, "{\"name\":\"x\",\"auto_archive_duration\":7}").code())
        .isEqualTo(50035);
    isRefused(thread(channel, "1", "{\"name\":\"x\"}"), 404, 10008, "Unknown Message");
    String open = say(channel);
    assertThat(thread(channel, open, "{\"name\":\"x\"}").status()).isEqualTo(201);
    discord.permit("briefing", VIEW | SEND | HISTORY);
    isRefused(thread(channel, message, "{\"name\":\"x\"}"), 403, 50013, "Missing Permissions");
    isRefused(
        api.post("channels/" + open + "/messages", "{\"content\":\"x\"}"),
        403,
        50013,
        "Missing Permissions");
  }

  private static ObjectNode post(String... tags) {
    ObjectNode body = Json.object().put("name", "Today");
    for (String tag : tags) {
      body.withArrayProperty("applied_tags").add(tag);
    }
    body.putObject("message").put("content", "hello");
    return body;
  }

  @Test
  void a_post_is_a_thread_with_its_first_message_and_tags() {
    String forum = discord.forum("forum", false, "Law", "Chips");
    String law = api.get("channels/" + forum).body().at("/available_tags/0/id").asText();
    Api.Answer made = api.post("channels/" + forum + "/threads", post(law));
    assertThat(made.status()).isEqualTo(201);
    String id = made.body().path("id").asText();
    assertThat(made.body().at("/message/id").asText()).isEqualTo(id);
    assertThat(made.body().at("/applied_tags/0").asText()).isEqualTo(law);
    assertThat(message(id, id).path("content").asText()).isEqualTo("hello");
    String guild = made.body().path("guild_id").asText();
    assertThat(api.get("guilds/" + guild + "/threads/active").body().at("/threads/0/id").asText())
        .isEqualTo(id);
    assertThat(api.get("channels/" + forum + "/threads/archived/public").body().path("threads"))
        .isEmpty();
    isRefused(api.get("guilds/1/threads/active"), 404, 10004, "Unknown Guild");
  }

  @Test
  void a_forum_is_strict_about_posts() {
    String forum = discord.forum("forum", true, "Law", "Staff!");
    String path = "channels/" + forum + "/threads";
    String staff = api.get("channels/" + forum).body().at("/available_tags/1/id").asText();
    isRefused(
        api.post(path, post()),
        400,
        40067,
        "A tag is required to create a forum post in this channel");
    isRefused(api.post(path, post(staff)), 403, 50013, "Missing Permissions");
    assertThat(api.post(path, post("123456")).at("/applied_tags")).isNotEmpty();
    assertThat(api.post(path, post("1", "2", "3", "4", "5", "6")).code()).isEqualTo(50035);
    assertThat(api.post(path, "{\"name\":\"Today\"}").code()).isEqualTo(50035);
    isRefused(
        api.post("channels/" + forum + "/messages", "{\"content\":\"x\"}"),
        400,
        50008,
        "Cannot send messages in a non-text channel");
    isRefused(
        api.post("channels/" + channel + "/threads", post()),
        400,
        50024,
        "Cannot execute action on this channel type");
    isRefused(
        api.get("channels/" + discord.post(forum, "Hi") + "/threads/archived/public"),
        400,
        50024,
        "Cannot execute action on this channel type");
    discord.permit("forum", VIEW | HISTORY);
    isRefused(api.post(path, post()), 403, 50013, "Missing Permissions");
  }

  @Test
  void a_role_is_called_where_all_may_or_the_bot_may() {
    for (String name : List.of("readers", "admins")) {
      assertThat(called(name)).containsExactly(discord.role(name));
    }
    discord.permit("briefing", VIEW | SEND | HISTORY);
    assertThat(called("readers")).hasSize(1);
    assertThat(called("admins")).isEmpty();
  }

  private List<String> called(String name) {
    ObjectNode body = Json.object().put("content", "<@&" + discord.role(name) + ">");
    body.putObject("allowed_mentions").putArray("roles").add(discord.role(name));
    JsonNode roles =
        api.post("channels/" + channel + "/messages", body).body().path("mention_roles");
    return StreamSupport.stream(roles.spliterator(), false).map(JsonNode::asText).toList();
  }
}
