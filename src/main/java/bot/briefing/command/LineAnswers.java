package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Zones;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said of an order's line that was not understood. */
final class LineAnswers {
  private LineAnswers() {}

  /** Which place is meant: by a button, or to be typed where the line is too long for one. */
  static Answer which(Question question, String line, String word, List<ZoneId> zones) {
    Optional<String> packed = Packed.without(word, line, room(question));
    List<Block> lines = new ArrayList<>();
    lines.add(
        new Block.Paragraph(
            List.of(
                Span.plain(
                    question.say(packed.isPresent() ? "orders.zone.tap" : "orders.zone.how")))));
    List<Button> buttons = new ArrayList<>();
    for (ZoneId zone : zones) {
      if (packed.isPresent()) {
        lines.add(new Block.Bullet(1, List.of(Span.plain(Told.now(question, zone)))));
        ShortHash hash = ShortHash.of(zone.getId());
        Action settle = new Action.Settle(hash, packed.get());
        buttons.add(new Button.Act(Told.zone(question, zone), settle));
      } else {
        lines.add(new Block.Bullet(1, typed(question, line, word, zone)));
      }
    }
    String title = question.say("orders.zone.which", Replies.quoted(word));
    return Replies.shown(
        Outcome.NOT_UNDERSTOOD,
        Card.of(
            question.language(),
            List.of(new Piece.Title(List.of(Span.plain(title))), new Piece.Body(lines)),
            List.of(buttons)));
  }

  /** What a button's code leaves for the line: the id of another chat stands in it too. */
  private static int room(Question question) {
    return 55 - question.other().map(other -> other.chat().id().length() + 1).orElse(0);
  }

  private static List<Span> typed(Question question, String line, String word, ZoneId zone) {
    String corrected = line.replaceFirst("(?iu)" + Pattern.quote(word), zone.getId());
    return List.of(
        Span.plain(Told.zone(question, zone) + ": "),
        new Span(
            question.command(Verb.SUBSCRIBE) + " " + Replies.line(corrected),
            Set.of(Span.Mark.CODE),
            null));
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
