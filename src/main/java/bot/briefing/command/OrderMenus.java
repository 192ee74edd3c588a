package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import java.util.List;
import java.util.stream.Stream;

/** The buttons with which an order is changed. */
final class OrderMenus {
  private static final int ON_A_PAGE = 20;
  private static final String CHOSEN = "✓ ";

  private OrderMenus() {}

  static Button button(Question question, Step step) {
    return new Button.Act(question.say("orders.step." + step), new Action.Manage(step));
  }

  static List<Button> buttons(Question question, Step... steps) {
    return Stream.of(steps).map(step -> button(question, step)).toList();
  }

  /** What stands below an order. */
  static List<List<Button>> below(Question question, Subscription order) {
    Step rest = order.state() instanceof State.Active ? Step.PAUSES : Step.RESUME;
    return List.of(
        List.of(
            new Button.Act(question.say("orders.present"), new Action.Today()),
            button(question, Step.TEST)),
        Stream.concat(
                buttons(question, Step.TIMES, Step.DAYS).stream(),
                Stream.of(new Button.Act(question.say("orders.step.TOPICS"), new Action.Choose(0))))
            .toList(),
        buttons(question, Step.LAYOUTS, Step.LANGUAGES, rest));
  }

  /** A question with some answers. */
  static Answer menu(Question question, Step step) {
    List<List<Button>> choices =
        switch (step) {
          case TIMES ->
              List.of(
                  buttons(question, Step.AS_PUBLISHED),
                  buttons(question, Step.AT_7, Step.AT_8, Step.AT_9, Step.AT_8_AND_18),
                  buttons(question, Step.AT_12, Step.AT_18, Step.AT_21));
          case DAYS -> List.of(buttons(question, Step.DAILY, Step.WEEKDAYS, Step.WEEKENDS));
          case LAYOUTS ->
              List.of(
                  buttons(question, Step.HEADLINES, Step.OVERVIEW, Step.FULL),
                  buttons(question, Step.SILENT, Step.LOUD));
          case LANGUAGES -> List.of(buttons(question, Step.KOREAN, Step.ENGLISH));
          case PAUSES ->
              List.of(
                  buttons(question, Step.PAUSE_DAY, Step.PAUSE_WEEK, Step.PAUSE),
                  buttons(question, Step.UNSUBSCRIBE));
          default -> throw new IllegalArgumentException("no menu: " + step);
        };
    String how = question.say("orders.menu." + step + ".text", question.command(Verb.SUBSCRIBE));
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("orders.menu." + step),
        how,
        Stream.concat(choices.stream(), Stream.of(buttons(question, Step.SETTINGS))).toList());
  }

  /** A page of the topics, those of the order marked. */
  static Answer topics(Question question, Subscription order, int page) {
    List<Subject> all = question.index().all(Kind.TOPIC);
    int pages = Math.max(1, Math.ceilDiv(all.size(), ON_A_PAGE));
    int shown = Math.clamp(page, 0, pages - 1);
    List<Button> topics =
        all.stream()
            .skip((long) shown * ON_A_PAGE)
            .limit(ON_A_PAGE)
            .map(subject -> pick(order, subject, shown))
            .toList();
    List<Piece> pieces =
        List.of(
            new Piece.Title(List.of(Span.plain(question.say("orders.menu.TOPICS")))),
            new Piece.Body(
                List.of(
                    new Block.Paragraph(
                        List.of(Span.plain(question.say("orders.menu.TOPICS.text")))))));
    List<Action> turns =
        Stream.iterate(0, one -> one < pages, one -> one + 1)
            .<Action>map(Action.Choose::new)
            .toList();
    return Replies.shown(
        Outcome.FOUND,
        new Card(
            question.language(),
            new Action.Choose(shown),
            pieces,
            pages == 1 ? null : new Pager(shown, turns),
            List.of(topics, buttons(question, Step.EVERYTHING, Step.SETTINGS)),
            false));
  }

  private static Button pick(Subscription order, Subject topic, int page) {
    boolean chosen = order.topics().contains(topic.word());
    String label = chosen ? CHOSEN + topic.name() : topic.label();
    return new Button.Act(label, new Action.Pick(topic.hash(), !chosen, page));
  }
}
