package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.command.Answer;
import bot.briefing.command.Command;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A newsroom that says what it understood. {@code /topic boom} makes it throw, {@code /topic deep}
 * an error too, {@code /topic slow} makes it wait for {@link #open}, {@code /topic long} makes it
 * talk.
 */
final class TestNewsroom implements Newsroom {
  private final CountDownLatch gate = new CountDownLatch(1);

  /** Lets those who wait go on. */
  void open() {
    gate.countDown();
  }

  @Override
  public Answer answer(Command command, Asker asker) {
    String argument = command instanceof Command.Ask(_, var typed) ? typed : "";
    int part = 0;
    Action self = new Action.Today();
    switch (argument) {
      case "boom" -> throw new IllegalStateException("boom");
      case "deep" -> throw new StackOverflowError("deep");
      case "slow" -> await();
      default -> {}
    }
    if (command instanceof Command.Press(Action.Turn(_, var turned))) {
      part = turned;
      argument = "long";
    }
    String words =
        argument.equals("long")
            ? "A sentence that is rather long and says nothing. ".repeat(200)
            : asker.language() + " " + command;
    Card card =
        new Card(
            asker.language(),
            self,
            List.of(
                new Piece.Title(List.of(Span.plain("<" + asker.place() + ">"))),
                new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain(words)))))),
            null,
            List.of(List.of(new Button.Act("Topics", new Action.Topics(3)))),
            true);
    return new Answer(Answer.Outcome.FOUND, card, part);
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Choice> complete(Verb.Argument argument, String typed, Asker asker) {
    return List.of();
  }

  @Override
  public String spell(Action action) {
    return "/start " + ActionCodec.encode(action);
  }
}
