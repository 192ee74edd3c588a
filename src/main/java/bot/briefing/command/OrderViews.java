package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the orders of a chat are shown. */
final class OrderViews {
  private final Standing standing;

  OrderViews(Standing standing) {
    this.standing = standing;
  }

  /** One that has just begun, with what may come between. */
  Answer begun(Question question, Held held, Subscription order) {
    boolean direct =
        question.asker().place() == Place.PRIVATE
            && question.asker().chat().platform() == Platform.DISCORD;
    return told(
        question,
        held,
        order,
        question.say("orders.started"),
        direct ? List.of(question.say("orders.direct.discord")) : List.of());
  }

  /** An order with what can be known of it now, and its buttons. */
  Answer told(Question question, Held held, Subscription order, String title) {
    return told(question, held, order, title, List.of());
  }

  private Answer told(
      Question question, Held held, Subscription order, String title, List<String> more) {
    List<Block> lines = new ArrayList<>();
    lines.add(paragraph(Told.when(question, order)));
    Told.state(question, order).ifPresent(state -> lines.add(paragraph(state)));
    Told.moved(question, order).ifPresent(moved -> lines.add(paragraph(moved)));
    Stream.concat(
            held
                .label(question, order)
                .map(name -> question.say("orders.line.name", name))
                .stream(),
            Told.how(question, order).stream())
        .forEach(line -> lines.add(new Block.Bullet(1, List.of(Span.plain(line)))));
    lines.add(paragraph(Told.now(question, order.schedule().zone())));
    Told.warnings(question, order, permits(question, order.extras()))
        .forEach(warning -> lines.add(paragraph(warning)));
    more.forEach(line -> lines.add(paragraph(line)));
    return shown(question, title, lines, OrderMenus.below(question, held, order));
  }

  /** All of them, each with a way to its own. */
  Answer all(Question question, Held held, String title) {
    List<Block> lines = new ArrayList<>();
    for (Subscription order : held.orders()) {
      String name = Held.called(question, order);
      lines.add(new Block.Bullet(1, List.of(Span.plain(name + ": " + Told.when(question, order)))));
      Told.state(question, order).ifPresent(state -> lines.add(paragraph(state)));
    }
    missing(question, held).forEach(one -> lines.add(paragraph(one)));
    return shown(
        question, title, lines, List.of(each(question, held, Step.SETTINGS), rest(question, held)));
  }

  private static List<Button> rest(Question question, Held held) {
    boolean served = held.orders().stream().anyMatch(one -> one.state().isActive());
    boolean resting = held.orders().stream().anyMatch(one -> !one.state().isActive());
    List<Button> rest = new ArrayList<>();
    if (served) {
      rest.add(button(question, "orders.pause.all", Step.PAUSE));
    }
    if (resting) {
      rest.add(button(question, "orders.resume.all", Step.RESUME));
    }
    return rest;
  }

  private static Button button(Question question, String key, Step step) {
    return new Button.Act(question.say(key), new Action.Manage(step));
  }

  /** Asks which one is meant. */
  static Answer which(Question question, Held held, Step step) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.which"),
        question.say("orders.which." + step),
        List.of(each(question, held, step), OrderMenus.buttons(question, Step.SETTINGS)));
  }

  /** None has that name. */
  static Answer unknown(Question question, Held held, String name, Step step) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.unknown", Replies.quoted(name)),
        question.say("orders.unknown.text"),
        List.of(each(question, held, step), OrderMenus.buttons(question, Step.SETTINGS)));
  }

  private static List<Button> each(Question question, Held held, Step step) {
    return held.orders().stream()
        .<Button>map(
            order ->
                new Button.Act(
                    Held.called(question, order),
                    new Action.Manage(step, ShortHash.of(order.name()))))
        .toList();
  }

  /** The chat has none. */
  static Answer none(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.none"),
        question.say("orders.none.text", question.command(Verb.SUBSCRIBE)),
        List.of(again(question)));
  }

  static List<Button> again(Question question) {
    return Stream.concat(
            OrderMenus.withChats(question, Step.SUBSCRIBE).stream(),
            Stream.of(Replies.today(question.language())))
        .toList();
  }

  /** What any of them wants and the bot may not do, each once. */
  List<String> missing(Question question, Held held) {
    return held.orders().stream()
        .map(Subscription::extras)
        .distinct()
        .flatMap(wished -> Told.missing(question, permits(question, wished)).stream())
        .distinct()
        .toList();
  }

  private Permits permits(Question question, Extras wished) {
    return standing.permits().apply(question.asker().chat(), wished);
  }

  private static Answer shown(
      Question question, String title, List<Block> lines, List<List<Button>> rows) {
    return Replies.shown(
        Outcome.FOUND,
        Card.of(
            question.language(),
            List.of(new Piece.Title(List.of(Span.plain(title))), new Piece.Body(lines)),
            rows));
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }
}
