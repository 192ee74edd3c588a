package bot.briefing.telegram;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.command.Answer;
import bot.briefing.command.Newsroom;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what people ask, one errand after the other. A button changes its message in place. */
final class Front {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private final Newsroom newsroom;
  private final Runner runner;
  private final Token token;
  private final String username;
  private final Drawings drawings = new Drawings();

  Front(Newsroom newsroom, Runner runner, Token token, String username) {
    this.newsroom = newsroom;
    this.runner = runner;
    this.token = token;
    this.username = username;
  }

  /** Answers, on the calling thread; throws nothing. */
  void serve(Incoming incoming) {
    try {
      for (Errand errand : errands(incoming)) {
        runner.run(errand);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.error("Telegram: a request was not answered. {}", token.trace(broken));
    }
  }

  private List<Errand> errands(Incoming incoming) {
    List<Errand> errands = new ArrayList<>();
    for (Drawn drawn : drawn(incoming)) {
      boolean edit =
          errands.isEmpty()
              && incoming instanceof Incoming.Pressed pressed
              && pressed.message() != null;
      errands.add(
          edit && incoming instanceof Incoming.Pressed(_, _, var to, Integer message)
              ? Errand.edit(drawn, to, message)
              : Errand.send(drawn, incoming.target()));
    }
    return errands;
  }

  private List<Drawn> drawn(Incoming incoming) {
    Venue venue = venue(incoming);
    try {
      Answer answer = newsroom.answer(incoming.command(), incoming.asker());
      return drawings.of(answer, venue);
    } catch (RuntimeException broken) {
      LOG.error("Telegram: {} was not answered. {}", incoming.command(), token.trace(broken));
      return Renderer.draw(apology(incoming.asker().language()), venue);
    }
  }

  private static Card apology(Language language) {
    String words = Texts.in(language).say("telegram.failed");
    Block block = new Block.Paragraph(List.of(Span.plain(words)));
    return Card.of(language, List.of(new Piece.Body(List.of(block))), List.of());
  }

  private Venue venue(Incoming incoming) {
    return new Venue(incoming.asker().place(), username);
  }
}
