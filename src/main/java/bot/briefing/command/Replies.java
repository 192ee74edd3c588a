package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Cut;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The shapes that the bot's own words come in, and the buttons that stand under many of them. */
final class Replies {
  private static final int QUOTED = 40;
  private static final int LONGEST = 200;

  private Replies() {}

  static Answer shown(Outcome outcome, Card card) {
    return new Answer(outcome, card, 0);
  }

  /** A card with a line above it. */
  static Card noted(String note, Card card) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Note(List.of(Span.plain(note))));
    pieces.addAll(card.pieces());
    return new Card(
        card.language(), card.self(), pieces, card.pager(), card.rows(), card.preview());
  }

  /** A headline, a sentence below it, and buttons. */
  static Answer said(
      Question question, Outcome outcome, String title, String text, List<List<Button>> rows) {
    return shown(
        outcome,
        Card.of(
            question.language(),
            List.of(
                new Piece.Title(List.of(Span.plain(title))),
                new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain(text)))))),
            rows));
  }

  /** What a person typed, fit to be said back: short, on one line, without marks that turn it. */
  static String quoted(String typed) {
    return quoted(typed, QUOTED);
  }

  /** The same of a line that is to be typed again. */
  static String line(String typed) {
    return quoted(typed, LONGEST);
  }

  private static String quoted(String typed, int most) {
    return Cut.shorten(
        typed
            .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", " ")
            .replaceAll("\\s+", " ")
            .strip(),
        most);
  }

  /**
   * An argument as it was meant: empty where there is nothing in it to see, and of bounded length.
   */
  static String taken(String typed) {
    boolean blank =
        typed
            .codePoints()
            .allMatch(
                one ->
                    Character.isWhitespace(one)
                        || Character.isSpaceChar(one)
                        || Character.isISOControl(one)
                        || Character.getType(one) == Character.FORMAT);
    return blank ? "" : Cut.shorten(typed.strip(), LONGEST);
  }

  static Button today(Language language) {
    return new Button.Act(Texts.in(language).say("button.today"), new Action.Today());
  }

  static Button all(Language language, Kind kind) {
    String key =
        switch (kind) {
          case TOPIC -> "button.topics";
          case SOURCE -> "button.sources";
        };
    return new Button.Act(Texts.in(language).say(key), kind.all(0));
  }

  static Button help(Language language) {
    return new Button.Act(Texts.in(language).say("button.help"), new Action.Help());
  }

  /** The ways on that are always right. */
  static List<Button> ways(Language language) {
    return List.of(today(language), all(language, Kind.TOPIC), help(language));
  }
}
