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
    Optional<Subscription> order = standing.subscriptions().find(question.asker().chat());
    List<Entry> recent = standing.ledger().recent(question.asker().chat(), RECENT);
    if (order.isEmpty() && recent.isEmpty()) {
      return OrderAnswers.none(question);
    }
    List<Block> lines = new ArrayList<>();
    if (order.isEmpty()) {
      lines.add(paragraph(question.say(key(Reason.NOT_SUBSCRIBED))));
    } else {
      lines.add(paragraph(Told.when(question, order.get())));
      lines.add(
          paragraph(
              Told.state(question, order.get())
                  .orElseGet(() -> question.say("fate.now", now(question, order.get())))));
      Told.warnings(question, order.get(), standing.permits().apply(question.asker().chat()))
          .forEach(warning -> lines.add(paragraph(warning)));
    }
    lines.add(paragraph(question.say(recent.isEmpty() ? "fate.none" : "fate.recent")));
    ZoneId zone = zone(question, order);
    recent.forEach(entry -> lines.addAll(told(question, entry, zone)));
    return answer(question, Outcome.FOUND, question.say("fate.status"), lines);
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
    Optional<Subscription> order = standing.subscriptions().find(question.asker().chat());
    ZoneId zone = zone(question, order);
    LocalDate today = LocalDate.ofInstant(question.now(), zone);
    Optional<LocalDate> day =
        typed.isEmpty()
            ? Optional.of(question.shelf().latest().map(latest -> latest.date()).orElse(today))
            : DayWords.day(typed, today);
    return day.map(date -> why(question, order, date, zone))
        .orElseGet(
            () ->
                Replies.said(
                    question,
                    Outcome.NOT_UNDERSTOOD,
                    question.say("date.unclear", Replies.quoted(typed)),
                    question.say("fate.how", question.command(Verb.WHY)),
                    List.of()));
  }

  private Answer why(Question question, Optional<Subscription> order, LocalDate date, ZoneId zone) {
    List<Entry> entries = standing.ledger().of(question.asker().chat(), date);
    List<Block> lines = new ArrayList<>();
    entries.forEach(entry -> lines.addAll(told(question, entry, zone)));
    if (order.isPresent()) {
      absent(question, order.get(), date, entries).forEach(line -> lines.add(bullet(line)));
    }
    if (lines.isEmpty()) {
      Reason reason = order.isEmpty() ? Reason.NOT_SUBSCRIBED : Reason.NO_DIGEST;
      lines.add(paragraph(question.say(key(reason))));
    }
    return answer(
        question,
        entries.isEmpty() ? Outcome.NOTHING : Outcome.FOUND,
        question.say("fate.why", question.day(date)),
        lines);
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
  private static List<Block> told(Question question, Entry entry, ZoneId zone) {
    List<Block> lines = new ArrayList<>();
    lines.add(bullet(fate(question, entry, zone)));
    for (Note note : entry.notes()) {
      lines.add(
          bullet(
              question.say(
                  "fate.note",
                  day(question, entry.date()),
                  Told.moment(question, note.at(), zone),
                  question.say(key(note.reason())))));
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

  private static ZoneId zone(Question question, Optional<Subscription> order) {
    return order.map(one -> one.schedule().zone()).orElseGet(question::zone);
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
