package bot.briefing.command;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Library;
import bot.briefing.subscription.Decision;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Ledger.Entry;
import bot.briefing.subscription.Ledger.Note;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Offers;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What became of an order: what came when, what comes next, what did not come, and why. */
final class FateAnswers {
  private static final int RECENT = 5;

  /** A digest's date and its publication may lie some days apart. */
  private static final int DAYS_AROUND = 10;

  private final Standing standing;
  private final Library library;

  FateAnswers(Standing standing, Library library) {
    this.standing = standing;
    this.library = library;
  }

  /** {@code /status}. */
  Answer status(Question question) {
    Held held = Held.of(standing, question);
    List<Entry> recent = standing.ledger().recent(question.asker().chat(), RECENT);
    if (held.orders().isEmpty() && recent.isEmpty()) {
      return OrderViews.none(question);
    }
    List<Block> lines = new ArrayList<>();
    if (held.orders().isEmpty()) {
      lines.add(paragraph(question.say(key(Reason.NOT_SUBSCRIBED))));
    } else {
      held.orders().forEach(order -> lines.addAll(standing(question, held, order)));
      new OrderViews(standing)
          .missing(question, held)
          .forEach(warning -> lines.add(paragraph(warning)));
    }
    lines.add(paragraph(question.say(recent.isEmpty() ? "fate.none" : "fate.recent")));
    recent.forEach(entry -> lines.addAll(told(question, held, entry)));
    return answer(question, Outcome.FOUND, question.say("fate.status"), lines);
  }

  private List<Block> standing(Question question, Held held, Subscription order) {
    List<Block> lines = new ArrayList<>();
    String when = Told.when(question, order);
    lines.add(paragraph(held.label(question, order).map(name -> name + ": " + when).orElse(when)));
    lines.add(
        paragraph(
            Told.state(question, order)
                .orElseGet(() -> question.say("fate.now", now(question, order)))));
    Told.moved(question, order).ifPresent(moved -> lines.add(paragraph(moved)));
    Told.how(question, order).forEach(how -> lines.add(bullet(how)));
    Told.nothing(question, order).ifPresent(nothing -> lines.add(paragraph(nothing)));
    return lines;
  }

  private String now(Question question, Subscription order) {
    Decision decision =
        DueRule.decide(
            order,
            Offers.of(library, question.now(), DAYS_AROUND),
            standing.ledger().had(order),
            question.now(),
            standing.rule());
    Reason reason = decision instanceof Decision.Send ? Reason.WAITS_FOR_TURN : decision.reason();
    return question.say(key(reason));
  }

  /** What was typed after {@code /why}. */
  Answer why(Question question, String typed) {
    Held held = Held.of(standing, question);
    ZoneId zone = zone(question, held);
    LocalDate today = LocalDate.ofInstant(question.now(), zone);
    Optional<LocalDate> day =
        typed.isEmpty()
            ? Optional.of(question.shelf().latest().map(latest -> latest.date()).orElse(today))
            : DayWords.day(typed, today);
    return day.map(date -> why(question, held, date))
        .orElseGet(
            () ->
                Replies.said(
                    question,
                    Outcome.NOT_UNDERSTOOD,
                    question.say("date.unclear", Replies.quoted(typed)),
                    question.say("fate.how", question.command(Verb.WHY)),
                    List.of()));
  }

  private Answer why(Question question, Held held, LocalDate date) {
    List<Entry> entries = standing.ledger().of(question.asker().chat(), date);
    List<Block> lines = new ArrayList<>();
    entries.forEach(entry -> lines.addAll(told(question, held, entry)));
    for (Subscription order : held.orders()) {
      List<Entry> its = entries.stream().filter(entry -> isOf(entry, held, order)).toList();
      absent(question, order, date, its)
          .map(line -> named(question, held, Optional.of(order), line))
          .forEach(line -> lines.add(bullet(line)));
      Optional.of(order)
          .filter(one -> one.state() instanceof State.Suspended)
          .flatMap(one -> Told.state(question, one))
          .ifPresent(state -> lines.add(paragraph(state)));
    }
    if (lines.isEmpty()) {
      Reason reason = held.orders().isEmpty() ? Reason.NOT_SUBSCRIBED : Reason.NO_DIGEST;
      lines.add(paragraph(question.say(key(reason))));
    }
    return answer(
        question,
        entries.isEmpty() ? Outcome.NOTHING : Outcome.FOUND,
        question.say("fate.why", question.day(date)),
        lines);
  }

  /** What an order that has ended had, the one that came after it need not have. */
  private static boolean isOf(Entry entry, Held held, Subscription order) {
    return entry.subscription().equals(order.id())
        || held.orders().stream().noneMatch(one -> one.id().equals(entry.subscription()));
  }

  private static String named(
      Question question, Held held, Optional<Subscription> order, String line) {
    return order
        .flatMap(one -> held.label(question, one))
        .map(name -> name + ": " + line)
        .orElse(line);
  }

  /** The digests of a day of which nothing was planned. */
  private Stream<String> absent(
      Question question, Subscription order, LocalDate date, List<Entry> entries) {
    int back =
        (int) ChronoUnit.DAYS.between(date, LocalDate.ofInstant(question.now(), ZoneOffset.UTC));
    List<Offer> offers = Offers.of(library, question.now(), Math.max(0, back) + DAYS_AROUND);
    return offers.stream()
        .filter(offer -> offer.date().equals(date) && !offer.published().isAfter(question.now()))
        .filter(offer -> entries.stream().noneMatch(one -> one.digest().equals(offer.digest())))
        .map(
            offer ->
                question.say(
                    "fate.absent",
                    day(question, offer.date()),
                    question.say(
                        key(
                            DueRule.why(
                                order,
                                offer,
                                offers,
                                standing.ledger().had(order),
                                question.now(),
                                standing.rule())))));
  }

  /** What became of it, and what was made of it afterwards. */
  private static List<Block> told(Question question, Held held, Entry entry) {
    Optional<Subscription> order =
        held.orders().stream().filter(one -> one.id().equals(entry.subscription())).findFirst();
    ZoneId zone = order.map(one -> one.schedule().zone()).orElseGet(() -> zone(question, held));
    List<Block> lines = new ArrayList<>();
    lines.add(bullet(named(question, held, order, fate(question, entry, zone))));
    for (Note note : entry.notes()) {
      String said =
          question.say(
              "fate.note",
              day(question, entry.date()),
              Told.moment(question, note.at(), zone),
              question.say(key(note.reason())));
      lines.add(bullet(named(question, held, order, said)));
    }
    return lines;
  }

  private static String fate(Question question, Entry entry, ZoneId zone) {
    String day = day(question, entry.date());
    String reason = question.say(key(entry.reason()));
    Function<Instant, String> moment = instant -> Told.moment(question, instant, zone);
    Instant ended = entry.ended();
    Instant held = entry.notBefore();
    if (entry.status() == Status.SENT && ended != null) {
      return question.say("fate.SENT", day, moment.apply(ended), reason);
    }
    if (entry.status() == Status.WAITING) {
      return held == null || !held.isAfter(question.now())
          ? question.say("fate.WAITING", day, reason)
          : question.say("fate.WAITING.until", day, reason, moment.apply(held));
    }
    return entry.sent() > 0
        ? question.say("fate.MISSED.partly", day, entry.sent(), entry.parts(), reason)
        : question.say("fate.absent", day, reason);
  }

  private static String day(Question question, LocalDate date) {
    return Days.in(question.language()).near(date);
  }

  private static ZoneId zone(Question question, Held held) {
    return held.orders().stream()
        .findFirst()
        .map(one -> one.schedule().zone())
        .orElseGet(question::zone);
  }

  private static String key(Reason reason) {
    return "why." + reason;
  }

  private static Answer answer(
      Question question, Outcome outcome, String title, List<Block> lines) {
    return Replies.shown(
        outcome,
        Card.of(
            question.language(),
            List.of(new Piece.Title(List.of(Span.plain(title))), new Piece.Body(lines)),
            question.asker().manages()
                ? List.of(OrderMenus.buttons(question, Step.SETTINGS, Step.STATUS))
                : List.of()));
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }

  private static Block bullet(String text) {
    return new Block.Bullet(1, List.of(Span.plain(text)));
  }
}
