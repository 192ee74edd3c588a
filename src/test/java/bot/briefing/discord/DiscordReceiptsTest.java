package bot.briefing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Receipt.Reason;
import bot.briefing.chat.Search;
import bot.briefing.discord.FrontDoor.Answer;
import bot.briefing.sandbox.DiscordSpecification;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of Discord's answers as a receipt: the real client, the bytes of a server that is told. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscordReceiptsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T09:00:00Z");

  private LoopbackDiscord discord;
  private FrontDoor door;
  private DiscordBot bot;
  private int keys;
  private int before;

  @BeforeAll
  void open() {
    discord = new LoopbackDiscord(0, InstantSource.system(), DiscordSpecification.find());
    door = new FrontDoor(URI.create(discord.coordinates().path("api").asText()));
    bot =
        DiscordBot.start(
            discord.coordinates().path("token").asText(),
            Optional.of(door.address()),
            new SmallNewsroom(),
            Language.KO,
            ChatEvents.NONE,
            () -> NOW);
    bot.ready().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @BeforeEach
  void begin() {
    keys++;
    before = door.count();
  }

  @AfterAll
  void close() {
    bot.close();
    door.close();
    discord.close();
  }

  private Chat chat() {
    return new Chat(Platform.DISCORD, discord.page().channel(), null);
  }

  private Part part() {
    return part("hello");
  }

  private Part part(String words) {
    Card card =
        Card.of(
            Language.EN,
            List.of(new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain(words)))))),
            List.of());
    return bot.channel().split(List.of(card), Layout.FULL, Place.GROUP).getFirst();
  }

  private Receipt send() {
    return send(chat());
  }

  private Receipt send(Chat chat) {
    return bot.channel().send(chat, part(), new Key("d" + keys, 0), false);
  }

  private int count() {
    return door.count() - before;
  }

  private int kept() {
    return discord.transcript().size();
  }

  private static Answer refusal(int status, int code) {
    return Answer.of(status, "{\"code\":" + code + ",\"message\":\"no\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "404, 10003, DELETED",
    "404, 10004, KICKED",
    "403, 50001, FORBIDDEN",
    "403, 50013, FORBIDDEN",
    "403, 50007, BLOCKED",
    "403, 50278, BLOCKED"
  })
  void a_channel_is_gone_on_discords_own_word(int status, int code, Reason reason) {
    door.says(refusal(status, code));

    assertThat(send()).isEqualTo(new Receipt.ChatGone(reason));
    assertThat(count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"404, 10003", "400, 50083", "400, 160005"})
  void a_thread_may_be_gone_alone(int status, int code) {
    door.says(refusal(status, code));

    assertThat(send(new Chat(Platform.DISCORD, chat().id(), "77")))
        .isEqualTo(new Receipt.ThreadGone());
  }

  @Test
  void a_wait_is_the_channels_or_the_bots_as_discord_says() {
    Map<String, String> headers =
        Map.of("Via", "1.1 google", "Retry-After", "3", "Content-Type", "application/json");
    door.says(
        new Answer(429, "{\"retry_after\":2.5,\"global\":false}", headers),
        new Answer(429, "{\"retry_after\":7.25,\"global\":true}", headers),
        new Answer(429, "<html>banned</html>", Map.of("Retry-After", "3600")));

    assertThat(send()).isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(3), false));
    assertThat(send()).isEqualTo(new Receipt.RetryAfter(NOW.plusMillis(7250), true));
    assertThat(send()).isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(3600), true));
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void a_channel_that_is_full_is_not_asked_before_it_said() {
    Map<String, String> headers =
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "4.2");
    door.says(new Answer(200, "{\"id\":\"5\"}", headers));
    Chat other = new Chat(Platform.DISCORD, "4711", null);

    assertThat(send(other)).isEqualTo(new Receipt.Sent(new MessageId("5")));
    assertThat(send(other)).isEqualTo(new Receipt.RetryAfter(NOW.plusMillis(4200), false));
    assertThat(count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 524, 529})
  void a_fault_of_discords_own_leaves_it_open_and_is_asked_for_once(int status) {
    door.says(Answer.of(status, "<html>bad gateway</html>"));

    assertThat(send()).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_lost_connection_leaves_it_open_and_the_same_key_again_makes_one_message(int drop) {
    int messages = kept();
    door.says(new Answer(drop, "", Map.of()));

    assertThat(send()).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(count()).isEqualTo(1);
    assertThat(send()).isInstanceOf(Receipt.Sent.class);
    assertThat(kept()).isEqualTo(messages + 1);
  }

  @Test
  void an_answer_that_cannot_be_read_leaves_it_open() {
    door.says(Answer.of(200, "{\"id\":"), Answer.of(307, ""));

    assertThat(send()).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(send()).isInstanceOf(Receipt.Ambiguous.class);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void a_revoked_token_and_a_banned_address_blame_no_channel() {
    door.says(
        Answer.of(401, "{\"code\":0,\"message\":\"401: Unauthorized\"}"),
        Answer.of(403, "<html>error 1015</html>"),
        refusal(403, 40333));

    assertThat(send()).isInstanceOf(Receipt.BotRefused.class);
    assertThat(send()).isInstanceOf(Receipt.BotRefused.class);
    assertThat(send()).isInstanceOf(Receipt.BotRefused.class);
  }

  @Test
  void a_refused_form_is_sent_once_and_edited_once_more_in_plain_words() {
    door.says(refusal(400, 50035), refusal(400, 50035), refusal(400, 50035));

    assertThat(send()).isEqualTo(new Receipt.Refused("400 50035 no"));
    assertThat(count()).isEqualTo(1);
    assertThat(bot.channel().edit(chat(), new MessageId("5"), part(), new Key("d", 0)))
        .isEqualTo(new Receipt.Refused("400 50035 no"));
  }

  @Test
  void an_edit_is_told_apart_in_the_same_way() {
    door.says(
        Answer.of(429, "{\"code\":30046,\"message\":\"edits\",\"retry_after\":9}"),
        refusal(400, 30046),
        refusal(404, 10008));

    MessageId message = new MessageId("5");
    Key key = new Key("d", 0);
    assertThat(bot.channel().edit(chat(), message, part(), key))
        .isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(9), false));
    assertThat(bot.channel().edit(chat(), message, part(), key))
        .isEqualTo(new Receipt.RetryAfter(NOW.plusSeconds(300), false));
    assertThat(bot.channel().edit(chat(), message, part(), key))
        .isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void an_edit_that_may_have_been_made_is_seen_in_the_message() {
    Key key = new Key("d" + keys, 0);
    MessageId message = ((Receipt.Sent) send()).message();
    Part other = part("other");
    assertThat(bot.channel().shows(chat(), message, part(), key))
        .isEqualTo(new Search.Found(message));
    assertThat(bot.channel().shows(chat(), message, other, key)).isEqualTo(new Search.NotThere());

    assertThat(bot.channel().edit(chat(), message, other, key)).isInstanceOf(Receipt.Sent.class);
    assertThat(bot.channel().shows(chat(), message, other, key))
        .isEqualTo(new Search.Found(message));
    assertThat(bot.channel().shows(chat(), message, other.asPlain(), key))
        .as("the same words in another form")
        .isEqualTo(new Search.NotThere());
    assertThat(bot.channel().shows(chat(), message, part(), key)).isEqualTo(new Search.NotThere());
    assertThat(bot.channel().shows(chat(), new MessageId("5"), other, key))
        .isInstanceOf(Search.CannotTell.class);
  }

  @Test
  void before_discord_is_reached_nothing_is_sent() {
    try (DiscordBot alone =
        DiscordBot.start(
            "token",
            Optional.of(URI.create("http://127.0.0.1:1/api/v10")),
            new SmallNewsroom(),
            Language.KO,
            ChatEvents.NONE,
            () -> NOW)) {
      assertThat(alone.channel().send(chat(), part(), new Key("d", 0), false))
          .isInstanceOf(Receipt.Unreachable.class);
    }
  }
}
