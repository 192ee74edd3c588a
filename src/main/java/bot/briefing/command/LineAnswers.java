package bot.briefing.command;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Zones;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said of an order's line that was not understood. */
final class LineAnswers {
  private LineAnswers() {}

  static Answer which(Question question, String line, String word, List<ZoneId> zones) {
    List<Block> lines = new ArrayList<>();
    lines.add(new Block.Paragraph(List.of(Span.plain(question.say("orders.zone.how")))));
    for (ZoneId zone : zones) {
      String corrected = line.replaceFirst("(?iu)" + Pattern.quote(word), zone.getId());
      lines.add(
          new Block.Bullet(
              1,
              List.of(
                  Span.plain(Told.zone(question, zone) + ": "),
                  new Span(
                      question.command(Verb.SUBSCRIBE) + " " + Replies.quoted(corrected),
                      Set.of(Span.Mark.CODE),
                      null))));
    }
    String title = question.say("orders.zone.which", Replies.quoted(word));
    return Replies.shown(
        Outcome.NOT_UNDERSTOOD,
        Card.of(
            question.language(),
            List.of(new Piece.Title(List.of(Span.plain(title))), new Piece.Body(lines)),
            List.of()));
  }

  static Answer unclear(Question question, String word, List<String> nearest) {
    String example =
        question.say(
            "orders.example",
            question.command(Verb.SUBSCRIBE),
            Zones.name(question.zone(), question.language()));
    return Replies.said(
        question,
        Outcome.NOT_UNDERSTOOD,
        question.say("orders.unclear", Replies.quoted(word)),
        nearest.isEmpty()
            ? example
            : question.say("orders.near", String.join(", ", nearest)) + " " + example,
        List.of(OrderMenus.buttons(question, Step.SUBSCRIBE, Step.SETTINGS)));
  }
}
