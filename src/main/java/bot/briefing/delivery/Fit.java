package bot.briefing.delivery;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Part;
import bot.briefing.content.Digest;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A corrected digest's messages, made to fit in as many as were sent. */
final class Fit {
  private static final String DOT = "·";

  private final Channel channel;
  private final Subscription order;
  private final Digest digest;
  private final List<Card> cards;
  private final List<Part> parts;

  /**
   * @param order what the chats that got it have ordered
   * @param cards none: nothing in it is of their topics any more
   */
  Fit(Channel channel, Subscription order, Digest digest, List<Card> cards) {
    this.channel = channel;
    this.order = order;
    this.digest = digest;
    this.cards = List.copyOf(cards);
    this.parts =
        cards.isEmpty()
            ? List.of(said(channel, order, texts(order).say("delivery.corrected.nothing")))
            : channel.split(cards, order.layout(), order.place());
  }

  /** What is said instead of a digest that was withdrawn. */
  static Part notice(Channel channel, Subscription order) {
    return said(channel, order, texts(order).say("delivery.withdrawn"));
  }

  boolean isEmpty() {
    return cards.isEmpty();
  }

  List<Part> parts() {
    return parts;
  }

  /** In so many messages: one that is left over is a dot, the last of too few tells of the rest. */
  List<Part> to(int size) {
    List<Part> fitted = new ArrayList<>(parts.subList(0, Math.min(size, parts.size())));
    while (fitted.size() < size) {
      fitted.add(said(channel, order, DOT));
    }
    if (size > 0 && size < parts.size()) {
      fitted.set(size - 1, last(size - 1));
    }
    return fitted;
  }

  /** The card that begins there, with the way to the rest; else its words alone with it. */
  private Part last(int index) {
    String more = texts(order).say("delivery.corrected.more", digest.date().toString());
    int begin = 0;
    for (Card card : cards) {
      if (begin == index) {
        return withMore(card, more);
      }
      begin += channel.split(List.of(card), Layout.FULL, order.place()).size();
    }
    String words = parts.get(index).plain() + "\n\n" + more;
    return new Part(words, words);
  }

  private Part withMore(Card card, String more) {
    Part part = one(dressed(card, more, false));
    return part.plain().contains(more) ? part : one(dressed(card, more, true));
  }

  private Card dressed(Card card, String more, boolean first) {
    List<Piece> pieces = new ArrayList<>(card.pieces());
    pieces.add(first ? 0 : pieces.size(), new Piece.Note(List.of(Span.plain(more))));
    List<List<Button>> rows = new ArrayList<>(card.rows());
    rows.add(
        List.of(
            new Button.Act(
                texts(order).say("delivery.corrected.open"), new Action.Overview(digest.id(), 0))));
    return new Card(card.language(), card.self(), pieces, card.pager(), rows, card.preview());
  }

  private Part one(Card card) {
    return channel.split(List.of(card), Layout.OVERVIEW, order.place()).getFirst();
  }

  private static Part said(Channel channel, Subscription order, String words) {
    Card card =
        Card.of(order.language(), List.of(new Piece.Note(List.of(Span.plain(words)))), List.of());
    return channel.split(List.of(card), Layout.OVERVIEW, order.place()).getFirst();
  }

  private static Texts texts(Subscription order) {
    return Texts.in(order.language());
  }
}
