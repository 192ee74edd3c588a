package bot.briefing.command;

import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Permits;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.OrderLine;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.subscription.Wish;
import bot.briefing.subscription.Zones;
import bot.briefing.topic.Taxonomy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives, changes and ends what a chat has ordered. Whoever asks may do that. */
final class OrderAnswers {
  private final Standing standing;

  OrderAnswers(Standing standing) {
    this.standing = standing;
  }

  Optional<Subscription> order(Question question) {
    return standing.subscriptions().find(question.asker().chat());
  }

  /** What was typed after {@code /subscribe}. */
  Answer subscribe(Question question, String line, Taxonomy taxonomy) {
    return switch (OrderLine.of(line, taxonomy, question.language())) {
      case OrderLine.Understood(var wish) -> subscribe(question, wish);
      case OrderLine.WhichZone(var word, var zones) -> which(question, line, word, zones);
      case OrderLine.Unclear(var word, var nearest) -> unclear(question, word, nearest);
    };
  }

  /** A chat has one order: another word changes it. */
  private Answer subscribe(Question question, Wish wish) {
    Optional<Subscription> before = order(question);
    if (before.isEmpty()) {
      Subscription begun = wish.of(fresh(question));
      standing.subscriptions().put(begun, question.now());
      standing.changed().run();
      return told(question, begun, question.say("orders.started"));
    }
    Subscription wished = wish.of(before.get());
    boolean resumes = !(wished.state() instanceof State.Active);
    boolean same = wished.equals(before.get()) && !resumes;
    Subscription now = same ? wished : changed(question, before.get(), wish, true);
    return told(question, now, question.say(same ? "orders.same" : "orders.changed"));
  }

  private static Subscription fresh(Question question) {
    Asker asker = question.asker();
    Instant now = question.now();
    return new Subscription(
        UUID.randomUUID().toString(),
        asker.chat(),
        asker.place(),
        Schedule.asPublished(question.zone()),
        Set.of(),
        asker.language(),
        Layout.OVERVIEW,
        false,
        new State.Active(now),
        now);
  }

  /** With other times an order is served anew: what was due at its old ones is not made up for. */
  private Subscription changed(Question question, Subscription before, Wish wish, boolean resumes) {
    Subscription wished = wish.of(before);
    boolean anew =
        (resumes && !(before.state() instanceof State.Active))
            || (before.state() instanceof State.Active
                && !wished.schedule().equals(before.schedule()));
    Subscription now = anew ? in(new State.Active(question.now()), wished) : wished;
    if (anew) {
      standing.subscriptions().put(now, question.now());
    } else {
      standing.subscriptions().change(now, question.now());
    }
    standing.changed().run();
    return now;
  }

  private static Subscription in(State state, Subscription order) {
    return new Subscription(
        order.id(),
        order.chat(),
        order.place(),
        order.schedule(),
        order.topics(),
        order.language(),
        order.layout(),
        order.silent(),
        state,
        order.since());
  }

  private static Answer which(Question question, String line, String word, List<ZoneId> zones) {
    List<Block> lines = new ArrayList<>();
    lines.add(paragraph(question.say("orders.zone.how")));
    for (ZoneId zone : zones) {
      String corrected = line.replaceFirst("(?iu)" + Pattern.quote(word), zone.getId());
      lines.add(
          new Block.Bullet(
              1,
              List.of(
                  Span.plain(Told.zone(question, zone) + ": "),
                  new Span(
                      question.command(Verb.SUBSCRIBE) + " " + Replies.quoted(corrected),
                      Set.of(Span.Mark.CODE),
                      null))));
    }
    return Replies.shown(
        Outcome.NOT_UNDERSTOOD,
        Card.of(
            question.language(),
            List.of(
                title(question.say("orders.zone.which", Replies.quoted(word))),
                new Piece.Body(lines)),
            List.of()));
  }

  private static Answer unclear(Question question, String word, List<String> nearest) {
    String example =
        question.say(
            "orders.example",
            question.command(Verb.SUBSCRIBE),
            Zones.name(question.zone(), question.language()));
    return Replies.said(
        question,
        Outcome.NOT_UNDERSTOOD,
        question.say("orders.unclear", Replies.quoted(word)),
        nearest.isEmpty()
            ? example
            : question.say("orders.near", String.join(", ", nearest)) + " " + example,
        List.of(OrderMenus.buttons(question, Step.SUBSCRIBE, Step.SETTINGS)));
  }

  /** {@code /settings}. */
  Answer settings(Question question) {
    return order(question)
        .map(order -> told(question, order, question.say("orders.settings")))
        .orElseGet(() -> none(question));
  }

  /** An order with what can be known of it now, and its buttons. */
  private Answer told(Question question, Subscription order, String title) {
    List<Block> lines = new ArrayList<>();
    lines.add(paragraph(Told.when(question, order)));
    Told.state(question, order).ifPresent(state -> lines.add(paragraph(state)));
    Told.how(question, order)
        .forEach(line -> lines.add(new Block.Bullet(1, List.of(Span.plain(line)))));
    lines.add(paragraph(Told.now(question, order.schedule().zone())));
    Told.warnings(question, order, permits(question))
        .forEach(warning -> lines.add(paragraph(warning)));
    return Replies.shown(
        Outcome.FOUND,
        Card.of(
            question.language(),
            List.of(title(title), new Piece.Body(lines)),
            OrderMenus.below(question, order)));
  }

  private Permits permits(Question question) {
    return standing.permits().apply(question.asker().chat());
  }

  Answer unsubscribe(Question question) {
    if (!standing.subscriptions().remove(question.asker().chat())) {
      return none(question);
    }
    standing.changed().run();
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("orders.ended"),
        question.say("orders.ended.text", question.command(Verb.SUBSCRIBE)),
        List.of(again(question)));
  }

  static Answer none(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.none"),
        question.say("orders.none.text", question.command(Verb.SUBSCRIBE)),
        List.of(again(question)));
  }

  private static List<Button> again(Question question) {
    return Stream.concat(
            OrderMenus.buttons(question, Step.SUBSCRIBE).stream(),
            Stream.of(Replies.today(question.language())))
        .toList();
  }

  /** What was typed after {@code /pause}. */
  Answer pause(Question question, String typed) {
    Optional<Subscription> order = order(question);
    if (order.isEmpty()) {
      return none(question);
    }
    if (typed.isEmpty()) {
      return pause(question, (Instant) null);
    }
    ZoneId zone = order.get().schedule().zone();
    return PauseWords.end(typed, LocalDate.ofInstant(question.now(), zone))
        .map(day -> pause(question, day.atStartOfDay(zone).toInstant()))
        .orElseGet(
            () ->
                Replies.said(
                    question,
                    Outcome.NOT_UNDERSTOOD,
                    question.say("orders.pause.unclear", Replies.quoted(typed)),
                    question.say("orders.pause.how", question.command(Verb.PAUSE)),
                    List.of(
                        OrderMenus.buttons(
                            question, Step.PAUSE_DAY, Step.PAUSE_WEEK, Step.PAUSE))));
  }

  Answer pause(Question question, Duration length) {
    return pause(question, question.now().plus(length));
  }

  private Answer pause(Question question, @Nullable Instant until) {
    standing.subscriptions().pause(question.asker().chat(), question.now(), until);
    standing.changed().run();
    return titled(question, "orders.paused.title");
  }

  Answer resume(Question question) {
    boolean resumed = standing.subscriptions().resume(question.asker().chat(), question.now());
    if (resumed) {
      standing.changed().run();
    }
    return titled(question, resumed ? "orders.resumed" : "orders.same");
  }

  private Answer titled(Question question, String key) {
    return order(question)
        .map(order -> told(question, order, question.say(key)))
        .orElseGet(() -> none(question));
  }

  Answer test(Question question) {
    Optional<Subscription> order = order(question);
    if (order.isEmpty()) {
      return none(question);
    }
    boolean sent = standing.ledger().test(order.get(), question.now());
    return Replies.said(
        question,
        sent ? Outcome.FOUND : Outcome.NOTHING,
        question.say(sent ? "orders.test" : "orders.test.none"),
        question.say(sent ? "orders.test.text" : "orders.test.none.text"),
        List.of(OrderMenus.buttons(question, Step.SETTINGS)));
  }

  /** A button that wishes for something. */
  Answer wish(Question question, Wish wish) {
    return order(question)
        .map(order -> changed(question, order, wish, false))
        .map(order -> told(question, order, question.say("orders.changed")))
        .orElseGet(() -> none(question));
  }

  Answer topics(Question question, int page) {
    return order(question)
        .map(order -> OrderMenus.topics(question, order, page))
        .orElseGet(() -> none(question));
  }

  /** A button that takes a topic in or out. */
  Answer pick(Question question, ShortHash topic, boolean wanted, int page) {
    Optional<Subscription> order = order(question);
    Optional<Subject> picked = question.index().find(Kind.TOPIC, topic);
    if (order.isEmpty() || picked.isEmpty()) {
      return topics(question, page);
    }
    Set<String> topics = new HashSet<>(order.get().topics());
    if (wanted) {
      topics.add(picked.get().word());
    } else {
      topics.remove(picked.get().word());
    }
    Wish wish = new Wish(null, null, null, topics, null, null, null);
    return OrderMenus.topics(question, changed(question, order.get(), wish, false), page);
  }

  private static Piece title(String title) {
    return new Piece.Title(List.of(Span.plain(title)));
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }
}
