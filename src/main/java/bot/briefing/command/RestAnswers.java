package bot.briefing.command;

import bot.briefing.card.Button;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rests, goes on with, tries and ends what a chat has ordered. Whoever asks may do that. */
final class RestAnswers {
  private static final Pattern UNTIL =
      Pattern.compile("(?iu)(?:until|언제까지)[:=]\\s*(?:\"([^\"]*)\"|(.*))");

  private final Standing standing;
  private final OrderViews views;

  RestAnswers(Standing standing) {
    this.standing = standing;
    this.views = new OrderViews(standing);
  }

  private Held held(Question question) {
    return Held.of(standing, question);
  }

  /** What was typed after a command that takes nothing but a name. */
  Answer named(Question question, String typed, Step step) {
    Held held = held(question);
    Held.Meant meant = held.meant(typed);
    String unknown = meant.unknown().orElse(meant.order().isPresent() ? "" : meant.rest());
    if (!unknown.isEmpty() && !held.orders().isEmpty()) {
      return OrderViews.unknown(question, held, unknown, step);
    }
    return step(question, step, meant.order().map(one -> ShortHash.of(one.name())).orElse(null));
  }

  /**
   * @param of absent: all, or where that would be too much, the one that is asked for
   */
  Answer step(Question question, Step step, @Nullable ShortHash of) {
    Held held = held(question);
    if (held.orders().isEmpty()) {
      return OrderViews.none(question);
    }
    boolean asksBack = step == Step.UNSUBSCRIBE || step == Step.TEST;
    if (of == null && held.several() && asksBack) {
      return OrderViews.which(question, held, step);
    }
    List<Subscription> which = of == null ? held.orders() : held.of(of).stream().toList();
    if (which.isEmpty()) {
      return views.all(question, held, question.say("orders.settings.all"));
    }
    return switch (step) {
      case UNSUBSCRIBE -> unsubscribe(question, held, which.getFirst());
      case TEST -> test(question, held, which.getFirst());
      case RESUME -> resume(question, which);
      case PAUSE -> pause(question, which, (Instant) null);
      case PAUSE_DAY -> pause(question, which, question.now().plus(Duration.ofDays(1)));
      case PAUSE_WEEK -> pause(question, which, question.now().plus(Duration.ofDays(7)));
      default -> throw new IllegalArgumentException("no rest: " + step);
    };
  }

  private Answer unsubscribe(Question question, Held held, Subscription order) {
    standing.subscriptions().remove(order);
    standing.changed().run();
    Optional<String> name = held.label(question, order);
    List<Button> more = held.several() ? OrderMenus.buttons(question, Step.SETTINGS) : List.of();
    return Replies.said(
        question,
        Outcome.FOUND,
        name.map(one -> question.say("orders.ended.named", one))
            .orElseGet(() -> question.say("orders.ended")),
        held.several()
            ? question.say("orders.ended.others")
            : question.say("orders.ended.text", question.command(Verb.SUBSCRIBE)),
        List.of(Stream.concat(more.stream(), OrderViews.again(question).stream()).toList()));
  }

  /** What was typed after {@code /pause}. */
  Answer pause(Question question, String typed) {
    Held held = held(question);
    if (held.orders().isEmpty()) {
      return OrderViews.none(question);
    }
    Held.Meant meant = held.meant(typed);
    if (meant.unknown().isPresent()) {
      return OrderViews.unknown(question, held, meant.unknown().get(), Step.PAUSE);
    }
    Matcher keyed = UNTIL.matcher(meant.rest());
    String until =
        keyed.matches() ? (keyed.group(1) == null ? keyed.group(2) : keyed.group(1)) : meant.rest();
    List<Subscription> which = meant.order().map(List::of).orElse(held.orders());
    if (until.isEmpty()) {
      return pause(question, which, (Instant) null);
    }
    LocalDate today = LocalDate.ofInstant(question.now(), which.getFirst().schedule().zone());
    return PauseWords.end(until, today)
        .map(day -> pause(question, which, zone -> day.atStartOfDay(zone).toInstant()))
        .orElseGet(
            () ->
                Replies.said(
                    question,
                    Outcome.NOT_UNDERSTOOD,
                    question.say("orders.pause.unclear", Replies.quoted(until)),
                    question.say("orders.pause.how", question.command(Verb.PAUSE)),
                    List.of(
                        OrderMenus.buttons(
                            question, Step.PAUSE_DAY, Step.PAUSE_WEEK, Step.PAUSE))));
  }

  private Answer pause(Question question, List<Subscription> which, @Nullable Instant until) {
    which.forEach(order -> standing.subscriptions().pause(order, question.now(), until));
    return changed(question, which, "orders.paused.title");
  }

  /** Until a day begins where each order is. */
  private Answer pause(
      Question question, List<Subscription> which, Function<ZoneId, Instant> until) {
    which.forEach(
        order ->
            standing
                .subscriptions()
                .pause(order, question.now(), until.apply(order.schedule().zone())));
    return changed(question, which, "orders.paused.title");
  }

  private Answer resume(Question question, List<Subscription> which) {
    long resumed =
        which.stream()
            .filter(order -> standing.subscriptions().resume(order, question.now()))
            .count();
    return changed(question, which, resumed > 0 ? "orders.resumed" : "orders.same");
  }

  private Answer changed(Question question, List<Subscription> which, String title) {
    standing.changed().run();
    Held held = held(question);
    if (which.size() > 1) {
      return views.all(question, held, question.say(title));
    }
    return held.of(ShortHash.of(which.getFirst().name()))
        .map(order -> views.told(question, held, order, question.say(title)))
        .orElseGet(() -> OrderViews.none(question));
  }

  private Answer test(Question question, Held held, Subscription order) {
    boolean sent = standing.ledger().test(order, question.now());
    return Replies.said(
        question,
        sent ? Outcome.FOUND : Outcome.NOTHING,
        question.say(sent ? "orders.test" : "orders.test.none"),
        question.say(sent ? "orders.test.text" : "orders.test.none.text"),
        List.of(List.of(OrderMenus.button(question, Step.SETTINGS, held.hash(order)))));
  }
}
