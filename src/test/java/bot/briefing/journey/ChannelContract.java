package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.DigestId;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Receipt;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every way out keeps, whatever the platform: real clients, loopback platforms. */
@Timeout(120)
abstract class ChannelContract {
  private static final Extras PIN = new Extras(true, false, Extras.Rooms.NONE, null);

  private final Scene scene;
  private final List<Card> cards = Cards.of(Newsrooms.digest(Language.KO), Language.KO);

  ChannelContract(Scene scene) {
    this.scene = scene;
  }

  /** A chat where several people read and the bot may write. */
  abstract Chat chat();

  /** Somebody alone with the bot. */
  abstract Chat alone();

  /** A chat that there is not. */
  abstract Chat unknown();

  /** Takes the bot's right to write in {@link #chat}. */
  abstract void silence();

  /** Gives the bot the right to pin in {@link #chat}. */
  abstract void letPin();

  /** Takes it. */
  abstract void forbidPins();

  /** The ids of the messages that are pinned in a chat. */
  abstract List<String> pinned(Chat chat);

  /** A part that the platform refuses for its form, with these words. */
  abstract Part malformed(String words);

  /** The bot's messages in a chat, as the platform keeps them. */
  abstract List<JsonNode> kept(Chat chat);

  abstract String id(JsonNode message);

  /** The words as the platform keeps them. */
  abstract String words(JsonNode message);

  abstract boolean isSilent(JsonNode message);

  abstract void closePlatform();

  @BeforeEach
  void serve() {
    scene.serve(Newsrooms.ours());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  final Channel channel() {
    return scene.channel();
  }

  static Key key(int part) {
    return new Key("delivery-1", part);
  }

  final Part said(String words) {
    Card card =
        Card.of(
            Language.EN,
            List.of(new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain(words)))))),
            List.of());
    return channel().split(List.of(card), Layout.FULL, Place.GROUP).getFirst();
  }

  final Receipt send(Chat chat, Part part, int key) {
    return channel().send(chat, part, key(key), false);
  }

  final MessageId sent(Chat chat, Part part, int key) {
    assertThat(send(chat, part, key)).isInstanceOf(Receipt.Sent.class);
    return new MessageId(id(kept(chat).getLast()));
  }

  @Test
  void a_full_briefing_arrives_whole_and_in_order() {
    List<Part> parts = channel().split(cards.subList(1, cards.size()), Layout.FULL, Place.GROUP);
    List<Receipt> receipts = new ArrayList<>();
    for (Part part : parts) {
      receipts.add(send(chat(), part, receipts.size()));
    }

    List<JsonNode> kept = kept(chat());
    assertThat(kept.stream().map(this::words)).isEqualTo(parts.stream().map(Part::plain).toList());
    assertThat(receipts)
        .isEqualTo(kept.stream().map(this::id).map(MessageId::new).map(Receipt.Sent::new).toList());
  }

  @Test
  void an_overview_is_one_message_to_one_and_to_many() {
    for (Layout layout : List.of(Layout.OVERVIEW, Layout.HEADLINES)) {
      for (Place place : Place.values()) {
        List<Part> parts = channel().split(cards.subList(0, 1), layout, place);
        Chat chat = place == Place.PRIVATE ? alone() : chat();

        assertThat(parts).hasSize(1);
        assertThat(send(chat, parts.getFirst(), 7)).isInstanceOf(Receipt.Sent.class);
      }
    }
  }

  @Test
  void what_is_too_long_for_one_message_ends_with_a_way_to_the_rest() {
    List<Piece> pieces = new ArrayList<>();
    for (int number = 1; number <= 200; number++) {
      pieces.add(
          new Piece.Body(
              List.of(
                  new Block.Paragraph(
                      List.of(
                          Span.linked(
                              "Story %d of a long day, with some words".formatted(number),
                              URI.create("https://example.org/" + number)))))));
    }
    DigestId digest = DigestId.of(LocalDate.of(2026, 2, 12), "2026-02-12-ai-news");
    Card card =
        new Card(Language.EN, new Action.Overview(digest, 0), pieces, null, List.of(), false);

    List<Part> parts = channel().split(List.of(card), Layout.OVERVIEW, Place.GROUP);
    send(chat(), parts.getFirst(), 0);

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().plain()).contains("Story 1 of").doesNotContain("Story 200 of");
    assertThat(kept(chat()).getLast().toString()).contains("Continue 2/");
  }

  @Test
  void readers_who_want_quiet_get_it() {
    channel().send(chat(), said("quiet"), key(0), true);
    channel().send(chat(), said("loud"), key(1), false);

    assertThat(kept(chat()).stream().map(this::isSilent)).containsExactly(true, false);
  }

  @Test
  void an_edit_changes_the_message_and_the_same_again_is_no_failure() {
    MessageId message = sent(chat(), said("before"), 0);

    for (int time = 0; time < 2; time++) {
      assertThat(channel().edit(chat(), message, said("after"), key(0)))
          .isEqualTo(new Receipt.Sent(message));
    }

    assertThat(kept(chat()).stream().map(this::words)).containsExactly("after");
  }

  @Test
  void an_edit_of_what_is_not_there_is_refused() {
    assertThat(channel().edit(chat(), new MessageId("999"), said("after"), key(0)))
        .isInstanceOf(Receipt.Refused.class);
    assertThat(kept(chat())).isEmpty();
  }

  @Test
  void a_chat_that_there_is_not_is_gone() {
    assertThat(send(unknown(), said("hello"), 0))
        .isEqualTo(new Receipt.ChatGone(Receipt.Reason.DELETED));
    assertThat(channel().check(unknown()).missing()).contains(Need.SEE, Need.WRITE);
  }

  @Test
  void a_chat_where_the_bot_may_not_write_says_so_beforehand_and_then() {
    assertThat(channel().check(chat()).missing()).isEmpty();
    assertThat(channel().check(alone()).missing()).isEmpty();
    silence();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(channel().check(chat()).missing()).containsExactly(Need.WRITE));
    assertThat(send(chat(), said("hello"), 0))
        .isEqualTo(new Receipt.ChatGone(Receipt.Reason.FORBIDDEN));
  }

  @Test
  void what_is_refused_for_its_form_is_not_sent_and_arrives_in_plain_words() {
    Part part = malformed("plain & simple");
    assertThat(send(chat(), part, 0)).isInstanceOf(Receipt.Refused.class);
    assertThat(kept(chat())).isEmpty();
    assertThat(send(chat(), part.asPlain(), 0)).isInstanceOf(Receipt.Sent.class);
    assertThat(kept(chat()).stream().map(this::words)).containsExactly("plain & simple");
  }

  @Test
  void what_no_form_mends_is_refused() {
    assertThat(send(chat(), malformed(" "), 0)).isInstanceOf(Receipt.Refused.class);
    assertThat(send(chat(), new Part("no JSON", "words"), 1)).isInstanceOf(Receipt.Refused.class);
    assertThat(kept(chat())).isEmpty();
  }

  @Test
  void a_message_is_pinned_and_unpinned_and_twice_is_once() {
    letPin();
    MessageId message = sent(chat(), said("pinned"), 0);
    for (int time = 0; time < 2; time++) {
      assertThat(channel().act(chat(), new Deed.Pin(message))).isEqualTo(new Receipt.Sent(message));
    }
    assertThat(pinned(chat())).containsExactly(message.value());
    for (int time = 0; time < 2; time++) {
      assertThat(channel().act(chat(), new Deed.Unpin(message)))
          .isEqualTo(new Receipt.Sent(message));
    }
    assertThat(pinned(chat())).isEmpty();
    assertThat(channel().act(chat(), new Deed.Unpin(new MessageId("999"))))
        .isEqualTo(new Receipt.Sent(new MessageId("999")));
    assertThat(channel().act(chat(), new Deed.Pin(new MessageId("999"))))
        .isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void alone_with_a_reader_the_bot_may_pin() {
    MessageId message = sent(alone(), said("pinned"), 0);
    assertThat(channel().check(alone(), PIN).missing()).isEmpty();
    assertThat(channel().act(alone(), new Deed.Pin(message))).isEqualTo(new Receipt.Sent(message));
  }

  @Test
  void who_may_not_pin_is_told_so_before_and_the_chat_is_not_gone() {
    letPin();
    MessageId message = sent(chat(), said("pinned"), 0);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(channel().check(chat(), PIN).missing()).isEmpty());
    forbidPins();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(channel().check(chat(), PIN).missing()).containsExactly(Need.PIN));
    assertThat(channel().check(chat()).missing()).isEmpty();
    assertThat(channel().act(chat(), new Deed.Pin(message))).isInstanceOf(Receipt.Refused.class);
    assertThat(send(chat(), said("goes on"), 1)).isInstanceOf(Receipt.Sent.class);
  }

  @Test
  void where_nobody_listens_nothing_was_sent() {
    Part part = said("hello");
    closePlatform();

    // The first request may still find the old connection.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> send(chat(), part, 0), Receipt.Unreachable.class::isInstance);
  }
}
