package bot.briefing.command;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.Permits;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Copies what a chat has ordered to another one. Whoever asks may do that in both. */
final class CopyAnswers {
  private final Standing standing;

  CopyAnswers(Standing standing) {
    this.standing = standing;
  }

  /** What became of one of them. */
  private enum Copied {
    NEW,
    CHANGED,
    SAME,
    LEFT_OUT
  }

  /** All orders of this chat; what the other has under the same name is changed, the rest stays. */
  Answer copy(Question question, Other.Granted to) {
    Held held = Held.of(standing, question);
    if (held.orders().isEmpty()) {
      return OrderViews.none(question);
    }
    if (to.chat().equals(question.asker().chat())) {
      return said(question, to, "orders.copy.itself");
    }
    Question there = question.about(to);
    List<Block> lines = new ArrayList<>();
    missing(question, to).forEach(lines::add);
    List<String> names = new ArrayList<>();
    boolean differs = false;
    for (Subscription order : held.orders()) {
      Copied copied = copy(there, order);
      differs |= copied == Copied.NEW || copied == Copied.CHANGED;
      lines.add(bullet(told(there, order, copied)));
      names.add(order.name());
    }
    for (Subscription other : Held.of(standing, there).orders()) {
      if (names.stream().noneMatch(name -> Held.isNamed(other, name))) {
        String name = Held.called(question, other);
        lines.add(bullet(question.say("orders.copy.KEPT", name, Told.when(there, other))));
      }
    }
    if (differs) {
      standing.changed().run();
      lines.add(paragraph(question.say("orders.copy.next")));
    }
    String title =
        question.say(differs ? "orders.copy" : "orders.copy.same", OtherAnswers.name(to));
    return Replies.shown(
        Outcome.FOUND,
        Card.of(
            question.language(),
            List.of(new Piece.Title(List.of(Span.plain(title))), new Piece.Body(lines)),
            OtherAnswers.settings(question, to)));
  }

  /** What the bot lacks there, before it is missed. */
  private List<Block> missing(Question question, Other.Granted to) {
    Set<Permits.Need> missing = new TreeSet<>();
    for (Subscription order : Held.of(standing, question).orders()) {
      missing.addAll(standing.permits().apply(to.chat(), order.extras()).missing());
    }
    return missing.stream()
        .filter(need -> need == Permits.Need.SEE || !missing.contains(Permits.Need.SEE))
        .map(need -> TopicWords.key(question, "orders.copy.missing." + need))
        .map(key -> paragraph(question.say(key, to.name())))
        .toList();
  }

  private Copied copy(Question there, Subscription order) {
    Held held = Held.of(standing, there);
    Optional<Subscription> before = held.named(order.name());
    if (before.isEmpty()) {
      if (held.orders().size() >= Subscription.MOST) {
        return Copied.LEFT_OUT;
      }
      standing
          .subscriptions()
          .put(like(OrderAnswers.fresh(there, order.name()), order), there.now());
      return Copied.NEW;
    }
    Subscription now = like(before.get(), order);
    if (now.equals(before.get())) {
      return Copied.SAME;
    }
    boolean anew = now.state().isActive() && !now.schedule().equals(before.get().schedule());
    if (anew) {
      standing.subscriptions().put(now.in(new State.Active(there.now())), there.now());
    } else {
      standing.subscriptions().change(now, there.now());
    }
    return Copied.CHANGED;
  }

  /** Where threads are wished for a forum has posts or topics. */
  private Subscription like(Subscription there, Subscription order) {
    Subscription like = there.like(order);
    Extras extras = like.extras();
    if (extras.rooms() == Rooms.NONE) {
      return like;
    }
    boolean forum = standing.permits().apply(there.chat(), extras).forum();
    return like.with(extras.in(forum ? Rooms.POST : Rooms.THREAD));
  }

  private String told(Question there, Subscription order, Copied copied) {
    String name = Held.called(there, order);
    Optional<Subscription> now = Held.of(standing, there).named(order.name());
    String line = there.say("orders.copy." + copied, name, Told.when(there, now.orElse(order)));
    return now.flatMap(one -> Told.state(there, one)).map(state -> line + " " + state).orElse(line);
  }

  private static Answer said(Question question, Other.Granted to, String key) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say(key, OtherAnswers.name(to)),
        question.say(key + ".text", question.command(Verb.COPY)),
        List.of());
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }

  private static Block bullet(String text) {
    return new Block.Bullet(1, List.of(Span.plain(text)));
  }
}
