package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Heading;
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

  /** Begin threads, write in them, pin. */
  private static final long ALL = VIEW | SEND | HISTORY | 1L << 35 | 1L << 38 | 1L << 51;

  private static final Extras THREAD = new Extras(false, false, Rooms.THREAD, null);

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
  void letPin() {
    scene.discord().permit("random", ALL);
  }

  @Override
  void forbidPins() {
    scene.discord().permit("random", VIEW | SEND | HISTORY);
  }

  @Override
  List<String> pinned(Chat chat) {
    return kept(chat).stream()
        .filter(message -> message.path("pinned").asBoolean())
        .map(this::id)
        .toList();
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
    Part part = malformed("plain").asPlain();
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
  void a_thread_begins_at_a_message_once_and_takes_messages() {
    MessageId message = sent(chat(), said("first"), 0);
    Heading heading = new Heading("제목", List.of());
    for (int time = 0; time < 2; time++) {
      assertThat(channel().act(chat(), new Deed.Open(message, heading)))
          .isEqualTo(new Receipt.Sent(message));
    }
    Chat thread = new Chat(Platform.DISCORD, reader.channel(), message.value());
    assertThat(send(thread, said("second"), 1)).isInstanceOf(Receipt.Sent.class);
    assertThat(scene.discord().backstage().messages(message.value())).hasSize(1);
  }

  @Test
  void threads_take_their_permissions_and_a_channel_that_has_them() {
    assertThat(channel().check(chat(), THREAD).missing()).isEmpty();
    assertThat(channel().check(alone(), THREAD).missing()).containsExactly(Need.ROOMS);
    MessageId message = sent(chat(), said("first"), 0);
    forbidPins();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(channel().check(chat(), THREAD).missing()).containsExactly(Need.ROOMS));
    assertThat(channel().act(chat(), new Deed.Open(message, new Heading("제목", List.of()))))
        .isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void what_is_announced_goes_on_to_followers_once() {
    Extras wished = new Extras(false, true, Rooms.NONE, null);
    assertThat(channel().check(chat(), wished).missing()).containsExactly(Need.CROSSPOST);
    Chat news = at(scene.discord().announcements("news"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(channel().check(news, wished).missing()).isEmpty());
    Receipt.Sent sent = (Receipt.Sent) send(news, said("news"), 0);
    for (int time = 0; time < 2; time++) {
      assertThat(channel().act(news, new Deed.Crosspost(sent.message()))).isEqualTo(sent);
    }
    assertThat(channel().act(chat(), new Deed.Crosspost(sent(chat(), said("no news"), 1))))
        .isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void a_role_is_called_alone_and_where_it_may_be() {
    String readers = scene.discord().role("readers");
    String admins = scene.discord().role("admins");
    forbidPins();
    Part part = channel().mention(readers).orElseThrow();
    assertThat(send(chat(), part, 0)).isInstanceOf(Receipt.Sent.class);
    assertThat(kept(chat()).getLast().path("mention_roles")).hasToString("[\"" + readers + "\"]");
    assertThat(find(0, part)).isInstanceOf(Search.Found.class);
    assertThat(channel().check(chat(), calling(readers)).missing()).isEmpty();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(channel().check(chat(), calling(admins)).missing())
                    .containsExactly(Need.ROLE));
    assertThat(channel().check(chat(), calling("12345")).missing()).containsExactly(Need.ROLE);
  }

  private Search find(int key, Part part) {
    return channel().find(chat(), key(key), part, now());
  }

  private static Extras calling(String role) {
    return new Extras(false, false, Rooms.NONE, role);
  }

  @Test
  void a_post_begins_in_the_forum_with_the_tags_of_its_topics_and_is_found_again() {
    String forum = scene.discord().forum("forum", false, "규제", "Staff!", "Other");
    Chat chat = at(scene.discord().post(forum, "Settings"));
    await().atMost(Duration.ofSeconds(10)).until(() -> channel().check(chat, THREAD).forum());
    assertThat(channel().check(chat, THREAD).missing()).isEmpty();
    Heading heading =
        new Heading("제목", List.of(List.of("staff"), List.of("regulation", "규제", "Regulation")));
    Deed.Post post = new Deed.Post(said("hello"), key(0), false, heading);
    Instant before = now().minusSeconds(5);
    assertThat(channel().find(chat, post, before)).isEqualTo(new Search.NotThere());

    Receipt.Sent made = (Receipt.Sent) channel().act(chat, post);
    assertThat(channel().find(chat, post, before)).isEqualTo(new Search.Found(made.message()));
    Deed.Post other = new Deed.Post(said("hello"), key(1), false, heading);
    assertThat(channel().find(chat, other, before)).isEqualTo(new Search.NotThere());
    JsonNode request =
        scene.book().entries().stream()
            .filter(entry -> entry.path().endsWith(forum + "/threads"))
            .findFirst()
            .orElseThrow()
            .body();
    assertThat(request.path("applied_tags")).hasSize(1);
    assertThat(request.path("name").asText()).isEqualTo("제목");
    Chat room = new Chat(Platform.DISCORD, chat.id(), made.message().value());
    assertThat(send(room, said("more"), 1)).isInstanceOf(Receipt.Sent.class);
    assertThat(channel().edit(room, made.message(), said("corrected"), key(0)))
        .isInstanceOf(Receipt.Sent.class);
  }

  @Test
  void a_forum_that_demands_a_tag_gets_its_first_where_none_matches_and_says_so() {
    String forum = scene.discord().forum("forum", true, "Staff!", "Other");
    Chat chat = at(scene.discord().post(forum, "Settings"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(channel().check(chat, THREAD).missing()).containsExactly(Need.TAG));
    Deed.Post post = new Deed.Post(said("hello"), key(0), false, new Heading("제목", List.of()));
    assertThat(channel().act(chat, post)).isInstanceOf(Receipt.Sent.class);
    assertThat(channel().act(chat(), post)).isInstanceOf(Receipt.Refused.class);
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
