package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Subscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The buttons with which an order is changed. */
final class OrderMenus {
  private static final int ON_A_PAGE = 20;
  private static final String CHOSEN = "✓ ";

  private OrderMenus() {}

  /**
   * @param of as of {@link Action.Manage}
   */
  static Button button(Question question, Step step, @Nullable ShortHash of) {
    String label = question.say(TopicWords.key(question, "orders.step." + step));
    return new Button.Act(label, new Action.Manage(step, of));
  }

  static List<Button> buttons(Question question, Step... steps) {
    return of(question, null, steps);
  }

  /** With a way to other chats, where there is one. */
  static List<Button> withChats(Question question, Step... steps) {
    return Stream.concat(
            buttons(question, steps).stream(),
            question.choosesChats() ? Stream.of(button(question, Step.CHATS, null)) : Stream.of())
        .toList();
  }

  private static List<Button> of(Question question, @Nullable ShortHash of, Step... steps) {
    return Stream.of(steps).map(step -> button(question, step, of)).toList();
  }

  /** What stands below an order. */
  static List<List<Button>> below(Question question, Held held, Subscription order) {
    ShortHash of = held.hash(order);
    Step rest = order.state().isActive() ? Step.PAUSES : Step.RESUME;
    return List.of(
        List.of(
            new Button.Act(question.say("orders.present"), new Action.Today()),
            button(question, Step.TEST, of)),
        Stream.concat(
                of(question, of, Step.TIMES, Step.DAYS).stream(),
                Stream.of(Action.Listed.values())
                    .map(
                        listed ->
                            new Button.Act(
                                question.say("orders.step." + listed),
                                new Action.Choose(listed, 0, of))))
            .toList(),
        of(question, of, Step.LAYOUTS, Step.LANGUAGES, rest),
        Stream.concat(
                of(question, of, Step.MORE, Step.EXTRAS).stream(),
                held.several()
                    ? Stream.of(
                        new Button.Act(
                            question.say("orders.settings.all"), new Action.Manage(Step.SETTINGS)))
                    : Stream.of())
            .toList(),
        withChats(question));
  }

  /** A question with some answers. */
  static Answer menu(Question question, Step step, @Nullable ShortHash of) {
    List<List<Button>> choices =
        switch (step) {
          case TIMES ->
              List.of(
                  of(question, of, Step.AS_PUBLISHED),
                  of(question, of, Step.AT_7, Step.AT_8, Step.AT_9, Step.AT_8_AND_18),
                  of(question, of, Step.AT_12, Step.AT_18, Step.AT_21));
          case DAYS -> List.of(of(question, of, Step.DAILY, Step.WEEKDAYS, Step.WEEKENDS));
          case LAYOUTS ->
              List.of(
                  of(question, of, Step.HEADLINES, Step.OVERVIEW, Step.FULL),
                  of(question, of, Step.SILENT, Step.LOUD));
          case LANGUAGES -> List.of(of(question, of, Step.KOREAN, Step.ENGLISH));
          case PAUSES ->
              List.of(
                  of(question, of, Step.PAUSE_DAY, Step.PAUSE_WEEK, Step.PAUSE),
                  of(question, of, Step.UNSUBSCRIBE));
          case MORE ->
              List.of(
                  of(question, of, Step.MORNING, Step.OFFICE, Step.WEEKEND),
                  of(question, of, Step.QUIET_NIGHTS, Step.NO_QUIET),
                  of(question, of, Step.LATE_1H, Step.LATE_6H, Step.LATE_STANDARD),
                  of(question, of, Step.NOTE, Step.NO_NOTE),
                  of(question, of, Step.ALL_SOURCES, Step.NO_MUTE),
                  question.choosesChats() ? buttons(question, Step.COPY) : List.of());
          case EXTRAS ->
              List.of(
                  of(question, of, Step.PIN, Step.NO_PIN),
                  of(question, of, Step.THREADS, Step.NO_THREADS),
                  of(question, of, Step.CROSSPOST, Step.NO_CROSSPOST),
                  of(question, of, Step.NO_ROLE));
          default -> throw new IllegalArgumentException("no menu: " + step);
        };
    String how = question.say("orders.menu." + step + ".text", question.command(Verb.SUBSCRIBE));
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("orders.menu." + step),
        how,
        Stream.concat(choices.stream(), Stream.of(of(question, of, Step.SETTINGS))).toList());
  }

  static Kind kind(Action.Listed listed) {
    return switch (listed) {
      case TOPICS -> Kind.TOPIC;
      case SOURCES -> Kind.SOURCE;
    };
  }

  /** Those that an order has. */
  static Set<String> chosen(Subscription order, Action.Listed listed) {
    return switch (listed) {
      case TOPICS -> order.topics();
      case SOURCES -> order.filter().sources();
    };
  }

  /** A page of the topics or sources, those of the order marked. */
  static Answer choices(
      Question question, Held held, Subscription order, Action.Listed listed, int page) {
    ShortHash of = held.hash(order);
    List<Subject> all = question.index().all(kind(listed));
    int pages = Math.max(1, Math.ceilDiv(all.size(), ON_A_PAGE));
    int shown = Math.clamp(page, 0, pages - 1);
    List<Button> buttons =
        all.stream()
            .skip((long) shown * ON_A_PAGE)
            .limit(ON_A_PAGE)
            .map(subject -> pick(order, listed, subject, shown, of))
            .toList();
    String key = "orders.menu." + listed;
    List<Piece> pieces =
        List.of(
            new Piece.Title(List.of(Span.plain(question.say(key)))),
            new Piece.Body(
                List.of(new Block.Paragraph(List.of(Span.plain(question.say(key + ".text")))))));
    List<Action> turns =
        Stream.iterate(0, one -> one < pages, one -> one + 1)
            .<Action>map(one -> new Action.Choose(listed, one, of))
            .toList();
    Step whole = listed == Action.Listed.TOPICS ? Step.EVERYTHING : Step.ALL_SOURCES;
    return Replies.shown(
        Outcome.FOUND,
        new Card(
            question.language(),
            new Action.Choose(listed, shown, of),
            pieces,
            pages == 1 ? null : new Pager(shown, turns),
            List.of(buttons, of(question, of, whole, Step.SETTINGS)),
            false));
  }

  private static Button pick(
      Subscription order, Action.Listed listed, Subject subject, int page, @Nullable ShortHash of) {
    boolean has = chosen(order, listed).contains(subject.word());
    String label = has ? CHOSEN + subject.name() : subject.label();
    return new Button.Act(label, new Action.Pick(listed, subject.hash(), !has, page, of));
  }
}
