package bot.briefing.command;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.DigestId;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers for digests: the latest, those of a day, the one that a button names. */
final class DayAnswers {
  private static final int DAYS_OFFERED = 5;

  private final Briefings briefings;
  private final Library library;

  DayAnswers(Briefings briefings, Library library) {
    this.briefings = briefings;
    this.library = library;
  }

  /** The latest digest; when it is not of today, the first line says of which day it is. */
  Answer today(Question question) {
    Optional<Digest> latest = question.shelf().latest();
    if (latest.isEmpty()) {
      return nothingYet(question);
    }
    Digest digest = latest.get();
    Card overview = briefings.overview(digest, 0, question.language());
    LocalDate today = question.today(digest);
    if (digest.date().equals(today)) {
      return Replies.shown(Outcome.FOUND, overview);
    }
    String day = question.day(digest.date());
    String note =
        digest.date().isBefore(today)
            ? question.say("today.earlier", day)
            : question.say("today.ahead", day);
    return Replies.shown(Outcome.FOUND, Replies.noted(note, overview));
  }

  /** There is nothing to show at all: why. */
  Answer nothingYet(Question question) {
    List<List<Button>> rows = List.of(List.of(Replies.help(question.language())));
    return library.health() instanceof Library.Health.Unreadable
        ? Replies.said(
            question,
            Outcome.UNREADABLE,
            question.say("unreadable.title"),
            question.say("unreadable.text"),
            rows)
        : Replies.said(
            question,
            Outcome.NOTHING,
            question.say("empty.title"),
            question.say("empty.text"),
            rows);
  }

  /** What was typed after {@code /date}. */
  Answer typed(Question question, String typed) {
    if (question.shelf().latest().isEmpty()) {
      return nothingYet(question);
    }
    List<Button> days =
        question.shelf().days().limit(DAYS_OFFERED).map(day -> button(question, day)).toList();
    if (typed.isEmpty()) {
      return Replies.said(
          question,
          Outcome.FOUND,
          question.say("date.title"),
          question.say("date.how", question.command(Verb.DATE)),
          List.of(days));
    }
    return DayWords.day(typed, question.today())
        .map(day -> of(question, day))
        .orElseGet(
            () ->
                Replies.said(
                    question,
                    Outcome.NOT_UNDERSTOOD,
                    question.say("date.unclear", Replies.quoted(typed)),
                    question.say("date.how", question.command(Verb.DATE)),
                    List.of(days)));
  }

  /** All digests of a day. */
  Answer of(Question question, LocalDate day) {
    List<Digest> digests = question.shelf().on(day);
    if (digests.isEmpty()) {
      return none(question, day);
    }
    return Replies.shown(
        Outcome.FOUND,
        digests.size() == 1
            ? briefings.overview(digests.getFirst(), 0, question.language())
            : several(question, day, digests));
  }

  private Answer none(Question question, LocalDate day) {
    List<Button> near =
        question.shelf().around(day).stream().map(other -> button(question, other)).toList();
    return near.isEmpty()
        ? nothingYet(question)
        : Replies.said(
            question,
            Outcome.NOTHING,
            question.say("date.none", question.day(day)),
            question.say("date.near"),
            List.of(near, List.of(Replies.today(question.language()))));
  }

  private static Card several(Question question, LocalDate day, List<Digest> digests) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain(question.day(day)))));
    pieces.add(
        new Piece.Byline(List.of(Span.plain(question.say("date.several", digests.size()))), null));
    for (Digest digest : digests) {
      pieces.add(entry(question, pieces.size() - 1, digest));
    }
    return new Card(question.language(), new Action.OnDate(day), pieces, null, List.of(), false);
  }

  private static Piece.Entry entry(Question question, int number, Digest digest) {
    List<Span> lead =
        digest.articles().stream().limit(1).map(Article::title).map(Span::plain).toList();
    return new Piece.Entry(
        number,
        List.of(Span.plain(digest.title())),
        lead,
        List.of(Span.plain(question.say("card.stories", digest.articles().size()))),
        new Button.Act(question.say("card.read"), new Action.Overview(digest.id(), 0)));
  }

  private static Button button(Question question, LocalDate day) {
    return new Button.Act(question.day(day), new Action.OnDate(day));
  }

  /** The digest that a button names, in the reader's language where it has such an edition. */
  Answer overview(Question question, DigestId id, int page) {
    return question
        .shelf()
        .find(id)
        .map(question.shelf()::edition)
        .map(
            digest ->
                Replies.shown(Outcome.FOUND, briefings.overview(digest, page, question.language())))
        .orElseGet(() -> gone(question));
  }

  /** The article that a button names. */
  Answer article(Question question, DigestId id, ShortHash article) {
    Optional<Digest> named = question.shelf().find(id);
    if (named.isEmpty()) {
      return gone(question);
    }
    Digest edition = question.shelf().edition(named.get());
    return briefings
        .article(edition, article, question.language())
        .or(() -> briefings.article(named.get(), article, question.language()))
        .map(card -> Replies.shown(Outcome.FOUND, card))
        .orElseGet(
            () ->
                Replies.shown(
                    Outcome.NOTHING,
                    Replies.noted(
                        question.say("gone.article"),
                        briefings.overview(edition, 0, question.language()))));
  }

  private static Answer gone(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("gone.title"),
        question.say("gone.text"),
        List.of(List.of(Replies.today(question.language()))));
  }
}
