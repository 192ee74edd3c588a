package bot.briefing.command;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the bot says of itself. */
final class HelpAnswers {
  private HelpAnswers() {}

  /**
   * @param orders whether something can be ordered
   */
  static Answer start(Question question, boolean orders) {
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("start.title"),
        question.say("start.text"),
        List.of(
            orders ? OrderMenus.withChats(question, Step.SUBSCRIBE) : List.of(),
            Replies.ways(question.language())));
  }

  static Answer help(Question question, boolean orders) {
    List<Block> lines = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      String example = example(question, verb);
      Span command =
          new Span(
              question.command(verb) + (example.isEmpty() ? "" : " " + example),
              Set.of(Span.Mark.CODE),
              null);
      String what = question.say("command." + verb.word() + ".description");
      lines.add(new Block.Bullet(1, List.of(command, Span.plain(" — " + what))));
    }
    if (takesWords(question)) {
      lines.add(new Block.Paragraph(List.of(Span.plain(question.say("help.words")))));
    }
    if (question.choosesChats()) {
      String command = question.command(Verb.SUBSCRIBE);
      lines.add(new Block.Paragraph(List.of(Span.plain(question.say("help.chats", command)))));
    }
    return Replies.shown(
        Outcome.FOUND,
        Card.of(
            question.language(),
            List.of(
                new Piece.Title(List.of(Span.plain(question.say("help.title")))),
                new Piece.Body(lines)),
            List.of(
                List.of(
                    Replies.today(question.language()),
                    Replies.all(question.language(), Kind.TOPIC),
                    Replies.all(question.language(), Kind.SOURCE)),
                orders ? OrderMenus.withChats(question) : List.of())));
  }

  private static String example(Question question, Verb verb) {
    return switch (verb) {
      case TOPIC -> question.say("help.example.topic");
      case SOURCE -> question.say("help.example.source");
      case DATE -> question.say("help.example.date");
      case SUBSCRIBE -> question.say("help.example.subscribe");
      case PAUSE -> question.say("help.example.pause");
      case WHY -> question.say("help.example.date");
      case COPY ->
          question.say(
              question.asker().chat().platform() == Platform.DISCORD
                  ? "help.example.copy.discord"
                  : "help.example.copy");
      case TODAY, TOPICS, SOURCES, HELP -> "";
      case UNSUBSCRIBE, RESUME, SETTINGS, TEST, STATUS, PRIVACY -> "";
    };
  }

  /** Discord hands a bot like this one no plain words. */
  private static boolean takesWords(Question question) {
    return question.asker().place() == Place.PRIVATE
        && question.asker().chat().platform() != Platform.DISCORD;
  }

  /** A button that this version does not know, or no longer. */
  static Answer worn(Question question) {
    return Replies.said(
        question,
        Outcome.NOT_UNDERSTOOD,
        question.say("worn.title"),
        question.say("worn.text"),
        List.of(Replies.ways(question.language())));
  }
}
