package bot.briefing.discord;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.command.Answer;
import bot.briefing.command.Command;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A newsroom that says what it was asked, with a button for today and a picture where asked. */
final class SmallNewsroom implements Newsroom {
  /** Runs before each answer. */
  volatile Runnable before = () -> {};

  @Override
  public Answer answer(Command command, Asker asker) {
    before.run();
    String said =
        switch (command) {
          case Command.Ask(var verb, var argument) -> verb.word() + " " + argument;
          case Command.Press(var action) -> "pressed " + ActionCodec.encode(action);
          case Command.Worn _ -> "worn";
          case Command.Start _, Command.Words _, Command.Unknown _, Command.About _ -> "unexpected";
        };
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain(said + " in " + asker.language()))));
    if (said.contains("picture")) {
      pieces.add(new Piece.Picture(URI.create("https://example.org/picture.png"), "A picture"));
    }
    Card card =
        Card.of(
            asker.language(),
            pieces,
            List.of(
                List.of(
                    new Button.Act("Today", new Action.Today()),
                    new Button.Act("Today again", new Action.Today()))));
    return new Answer(Answer.Outcome.FOUND, card, 0);
  }

  @Override
  public List<Choice> complete(Verb.Argument argument, String typed, Asker asker) {
    before.run();
    return List.of(
        new Choice(argument.word() + " " + typed, typed), new Choice("x".repeat(200), "long"));
  }

  @Override
  public String spell(Action action) {
    return "/" + ActionCodec.encode(action);
  }
}
