package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class DiscordChannelTest extends ChannelContract {
  private static final int SILENT = 1 << 12;
  private static final long VIEW = 1 << 10;
  private static final long SEND = 1 << 11;
  private static final long HISTORY = 1 << 16;

  private final List<Chat> back;
  private final DiscordScene scene;
  private final Visitor reader;
  private final Visitor direct;

  DiscordChannelTest() {
    List<Chat> notes = new CopyOnWriteArrayList<>();
    DiscordScene discord = new DiscordScene(new Noting(notes));
    super(discord);
    this.back = notes;
    this.scene = discord;
    this.reader = scene.visitor(Language.KO).in("random");
    this.direct = reader.inDirectMessages();
  }

  private static Chat at(String channel) {
    return new Chat(Platform.DISCORD, channel, null);
  }

  @Override
  Chat chat() {
    return at(reader.channel());
  }

  @Override
  Chat alone() {
    return at(direct.channel());
  }

  @Override
  Chat unknown() {
    return at("1234567890");
  }

  @Override
  void silence() {
    scene.discord().permit("random", VIEW | HISTORY);
  }

  @Override
  Part malformed(String words) {
    return new Part(
        """
        {"flags":32768,"components":[{"type":10,"content":"words"},{"type":99}]}
        """,
        words);
  }

  @Override
  List<JsonNode> kept(Chat chat) {
    Visitor where = chat.equals(alone()) ? direct : reader;
    return StreamSupport.stream(where.transcript().spliterator(), false)
        .filter(message -> message.at("/author/bot").asBoolean())
        .toList();
  }

  @Override
  String id(JsonNode message) {
    return message.path("id").asText();
  }

  @Override
  String words(JsonNode message) {
    return message.findParents("content").stream()
        .filter(one -> one.path("type").asInt() == 10)
        .map(one -> one.path("content").asText())
        .collect(Collectors.joining("\n"));
  }

  @Override
  boolean isSilent(JsonNode message) {
    return (message.path("flags").asInt() & SILENT) != 0;
  }

  @Override
  void closePlatform() {
    scene.discord().close();
  }

  private Search find(int key, String words) {
    return channel().find(chat(), key(key), said(words), now());
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }

  @Test
  void the_same_key_twice_is_one_message_and_another_key_is_another() {
    MessageId message = sent(chat(), said("hello"), 0);

    assertThat(send(chat(), said("hello"), 0)).isEqualTo(new Receipt.Sent(message));
    assertThat(kept(chat())).hasSize(1);
    sent(chat(), said("hello"), 1);
    assertThat(kept(chat())).hasSize(2);
  }

  @Test
  void what_was_sent_is_found_again_by_its_mark_and_words() {
    MessageId message = sent(chat(), said("hello *stars*"), 0);
    for (int key = 1; key < 120; key++) {
      sent(chat(), said("filler"), key);
    }

    assertThat(find(0, "hello *stars*")).isEqualTo(new Search.Found(message));
    assertThat(find(0, "other words")).isEqualTo(new Search.NotThere());
    assertThat(find(500, "hello *stars*")).isEqualTo(new Search.NotThere());
  }

  @Test
  void what_went_in_plain_words_is_found_again_too() {
    Part part = malformed("plain");
    MessageId message = sent(chat(), part, 0);

    assertThat(channel().find(chat(), key(0), part, now())).isEqualTo(new Search.Found(message));
  }

  @Test
  void a_history_that_is_empty_is_believed_only_where_it_may_be_read() {
    assertThat(find(0, "hello")).isEqualTo(new Search.NotThere());
    assertThat(channel().find(alone(), key(0), said("hello"), now()))
        .isEqualTo(new Search.NotThere());

    scene.discord().permit("random", VIEW | SEND);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(channel().check(chat()).missing()).containsExactly(Need.READ_HISTORY);
              assertThat(find(0, "hello")).isInstanceOf(Search.CannotTell.class);
            });
  }

  @Test
  void a_channel_that_is_gone_cannot_tell_and_one_out_of_reach_is_asked_again() {
    assertThat(channel().find(unknown(), key(0), said("hello"), now()))
        .isInstanceOf(Search.CannotTell.class);
    Part part = said("hello");
    closePlatform();

    assertThat(channel().find(chat(), key(0), part, now())).isInstanceOf(Search.NotNow.class);
  }

  @Test
  void a_thread_is_the_channel_to_post_in_and_may_be_gone_alone() {
    Chat thread = new Chat(Platform.DISCORD, unknown().id(), reader.channel());
    assertThat(send(thread, said("in the thread"), 0)).isInstanceOf(Receipt.Sent.class);
    assertThat(kept(chat())).hasSize(1);

    Chat gone = new Chat(Platform.DISCORD, reader.channel(), unknown().id());
    assertThat(send(gone, said("in the thread"), 1)).isEqualTo(new Receipt.ThreadGone());
  }

  @Test
  void a_permission_that_is_given_back_is_told() {
    silence();
    scene.discord().permit("random", VIEW | SEND | HISTORY);

    await().atMost(Duration.ofSeconds(10)).until(() -> back.contains(chat()));
  }

  /** Writes down who is back; nobody joins or goes here. */
  private record Noting(List<Chat> back) implements ChatEvents {
    @Override
    public void back(Chat chat) {
      back.add(chat);
    }

    @Override
    public void gone(Chat chat, Receipt.Reason reason) {
      throw new AssertionError(chat + " gone: " + reason);
    }
  }
}
