package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Part;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the bot says about itself in a chat, and what it puts before a digest. */
final class Notices {
  private static final Duration LIFE = Duration.ofDays(1);

  private static final String GREETING = "greeting";

  private Notices() {}

  /**
   * Who the bot is, for a chat that took it in: once, however often it is taken in. What goes there
   * is remembered under the chat's own name, and stays where the chat goes on under another id.
   */
  static Shipment greeting(
      Channel channel, Chat chat, Asker.Place place, Language language, Card card, Instant now) {
    String key = "greeting " + chat.platform() + " " + chat.id();
    String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    return new Shipment(
        id,
        id,
        GREETING,
        Turn.Kind.NOTICE,
        chat,
        false,
        "",
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        language.tag(),
        now,
        Ledger.Status.WAITING,
        Reason.ASKED_FOR,
        now,
        now,
        now.plus(LIFE),
        null,
        channel.split(List.of(card), Layout.HEADLINES, place));
  }

  /** Whether a chat was greeted, be it under another id. */
  static boolean isGreeted(Handle handle, Chat chat) {
    return handle
        .createQuery(
            "select count(*) from delivery"
                + " where platform = :platform and chat = :chat and once = :once")
        .bind("platform", chat.platform().name())
        .bind("chat", chat.id())
        .bind("once", GREETING)
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  /** A word before all that waits for a subscription: its topic is gone. */
  static Shipment threadGone(
      Handle handle, Channel channel, Subscription subscription, Turn turn, Instant now) {
    String said = Texts.in(subscription.language()).say("delivery.thread.gone");
    Card card =
        Card.of(
            subscription.language(), List.of(new Piece.Note(List.of(Span.plain(said)))), List.of());
    List<Part> parts = channel.split(List.of(card), Layout.HEADLINES, subscription.place());
    long first =
        handle
            .createQuery("select slot from delivery where id = :id")
            .bind("id", turn.delivery())
            .mapTo(Long.class)
            .findOne()
            .orElse(Millis.of(now));
    String id = UUID.randomUUID().toString();
    return new Shipment(
        id,
        subscription.id(),
        id,
        Turn.Kind.NOTICE,
        subscription.chat(),
        subscription.silent(),
        "",
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        subscription.language().tag(),
        now,
        Ledger.Status.WAITING,
        Reason.ASKED_FOR,
        now,
        Millis.at(first - 1),
        now.plus(LIFE),
        null,
        parts);
  }

  /** The same cards, marked as a test. */
  static List<Card> asTest(List<Card> cards, Subscription subscription) {
    String said = Texts.in(subscription.language()).say("delivery.test");
    Card first = cards.getFirst();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Note(List.of(Span.plain(said))));
    pieces.addAll(first.pieces());
    List<Card> marked = new ArrayList<>(cards);
    marked.set(
        0,
        new Card(
            first.language(), first.self(), pieces, first.pager(), first.rows(), first.preview()));
    return marked;
  }
}
