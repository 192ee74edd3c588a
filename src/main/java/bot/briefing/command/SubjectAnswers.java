package bot.briefing.command;

import bot.briefing.briefing.Briefings;
import bot.briefing.briefing.Hit;
import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.command.Answer.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Answers for topics and sources. */
final class SubjectAnswers {
  /** As many buttons as the narrower platform takes (Discord: five rows of five). */
  private static final int ON_ONE_PAGE = 25;

  private static final int ON_A_PAGE = 20;
  private static final int OFFERED = 5;
  private static final Set<String> LIST = Set.of("목록", "리스트", "전체", "list", "all");

  private final Briefings briefings;
  private final DayAnswers days;

  SubjectAnswers(Briefings briefings, DayAnswers days) {
    this.briefings = briefings;
    this.days = days;
  }

  /** What was typed after {@code /topic} or {@code /source}. */
  Answer typed(Question question, Kind kind, String typed) {
    if (typed.isEmpty()) {
      return all(question, kind, 0);
    }
    if (question.shelf().latest().isEmpty()) {
      return days.nothingYet(question);
    }
    Optional<Subject> meant = question.index().named(kind, typed);
    if (meant.isPresent()) {
      return found(question, meant.get(), 0);
    }
    Optional<Subject> other = question.index().named(kind.other(), typed);
    return other
        .map(subject -> noted(found(question, subject, 0), taken(question, kind, subject)))
        .or(() -> within(question, kind, typed).map(subject -> found(question, subject, 0)))
        .orElseGet(
            () -> asksForAll(typed) ? all(question, kind, 0) : missing(question, kind, typed));
  }

  private static boolean asksForAll(String typed) {
    return WordAnswers.runs(typed.toLowerCase(Locale.ROOT)).anyMatch(LIST::contains);
  }

  /** The subject that some of the words name: {@code "regulation news"}. */
  private static Optional<Subject> within(Question question, Kind kind, String typed) {
    return WordAnswers.runs(typed)
        .flatMap(run -> question.index().named(kind, run).stream())
        .findFirst();
  }

  private static String taken(Question question, Kind kind, Subject subject) {
    return question.say(kind.taken, subject.name());
  }

  private static Answer noted(Answer answer, String note) {
    return new Answer(answer.outcome(), Replies.noted(note, answer.card()), answer.part());
  }

  /** The subject that a button names. */
  Answer pressed(Question question, Kind kind, ShortHash hash, int page) {
    if (question.shelf().latest().isEmpty()) {
      return days.nothingYet(question);
    }
    return question
        .index()
        .find(kind, hash)
        .map(subject -> found(question, subject, page))
        .orElseGet(
            () -> {
              Answer list = all(question, kind, 0);
              return new Answer(
                  Outcome.NOTHING, Replies.noted(question.say("gone.subject"), list.card()), 0);
            });
  }

  private Answer found(Question question, Subject subject, int page) {
    if (subject.listing().isEmpty()) {
      return silent(question, subject);
    }
    if (subject.count() == 1) {
      return only(question, subject);
    }
    return Replies.shown(Outcome.FOUND, briefings.list(subject.listing().get(), page));
  }

  private Answer only(Question question, Subject subject) {
    Hit hit = subject.hits().getFirst();
    String note =
        question.say(subject.kind().only, subject.name(), question.day(hit.digest().date()));
    return briefings
        .article(hit.digest(), hit.article().id(), question.language())
        .map(card -> Replies.shown(Outcome.FOUND, Replies.noted(note, card)))
        .orElseThrow();
  }

  /** A subject that is known, and of which nothing was written lately. */
  private static Answer silent(Question question, Subject subject) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say(subject.kind().silent, subject.name()),
        question.say("silent.others", Shelf.DAYS_BACK),
        List.of(busiest(question, subject.kind()), Replies.ways(question.language())));
  }

  private static Answer missing(Question question, Kind kind, String typed) {
    List<Button> near =
        question.index().nearest(kind, typed, OFFERED).stream().map(Subject::button).toList();
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say(kind.missing, Replies.quoted(typed)),
        question.say(near.isEmpty() ? "missing.none" : "missing.near"),
        List.of(
            near.isEmpty() ? busiest(question, kind) : near,
            List.of(Replies.all(question.language(), kind), Replies.help(question.language()))));
  }

  /** Those of a kind that most was written of lately. */
  private static List<Button> busiest(Question question, Kind kind) {
    return question.index().all(kind).stream()
        .filter(subject -> subject.count() > 0)
        .limit(OFFERED)
        .map(Subject::button)
        .toList();
  }

  /** A page of all subjects of a kind; those with articles first. */
  Answer all(Question question, Kind kind, int page) {
    List<Subject> all = question.index().all(kind);
    if (all.isEmpty()) {
      return days.nothingYet(question);
    }
    int size = all.size() <= ON_ONE_PAGE ? ON_ONE_PAGE : ON_A_PAGE;
    int pages = Math.ceilDiv(all.size(), size);
    int shown = Math.clamp(page, 0, pages - 1);
    List<Button> buttons =
        all.stream().skip((long) shown * size).limit(size).map(Subject::button).toList();
    Verb verb = kind == Kind.TOPIC ? Verb.TOPIC : Verb.SOURCE;
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain(question.say(kind.list)))));
    pieces.add(
        new Piece.Body(
            List.of(
                new Block.Paragraph(
                    List.of(
                        Span.plain(
                            question.say(
                                kind.how, question.command(verb), all.getFirst().name())))))));
    List<Action> turns = IntStream.range(0, pages).mapToObj(kind::all).toList();
    Card card =
        new Card(
            question.language(),
            kind.all(shown),
            pieces,
            pages == 1 ? null : new Pager(shown, turns),
            List.of(buttons),
            false);
    return Replies.shown(Outcome.FOUND, card);
  }
}
