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
  private final Rights rights;
  private final Runner runner;
  private final Token token;
  private final String username;
  private final Drawings drawings = new Drawings();

  Front(Newsroom newsroom, Rights rights, Runner runner, Token token, String username) {
    this.newsroom = newsroom;
    this.rights = rights;
    this.runner = runner;
    this.token = token;
    this.username = username;
  }

  /** Answers, on the calling thread; throws nothing. */
  void serve(Incoming incoming) {
    try {
      for (Errand errand : checked(incoming)) {
        runner.run(errand);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.error("Telegram: a request was not answered. {}", token.trace(broken));
    }
  }

  private List<Errand> checked(Incoming unsure) throws InterruptedException {
    Incoming incoming;
    try {
      incoming = rights.check(unsure);
    } catch (CallException silent) {
      LOG.warn("Telegram: rights were not told: {}", silent.trouble());
      return refused(unsure, "telegram.failed");
    }
    if (incoming instanceof Incoming.Pressed pressed && pressed.query() != null) {
      if (!pressed.asker().manages()) {
        return refused(incoming, "orders.denied");
      }
      rights.acknowledge(pressed.query(), pressed.asker(), null);
    }
    return errands(incoming);
  }

  /** In words to the one who asked: what others read stays as it is. */
  private List<Errand> refused(Incoming incoming, String why) {
    if (incoming instanceof Incoming.Pressed pressed && pressed.query() != null) {
      rights.acknowledge(pressed.query(), pressed.asker(), why);
      return List.of();
    }
    Card card = words(incoming.asker().language(), why);
    return Renderer.draw(card, venue(incoming)).stream()
        .map(drawn -> Errand.send(drawn, incoming.target()))
        .toList();
  }

  private List<Errand> errands(Incoming incoming) {
    List<Errand> errands = new ArrayList<>();
    for (Drawn drawn : drawn(incoming)) {
      boolean edit =
          errands.isEmpty()
              && incoming instanceof Incoming.Pressed pressed
              && pressed.message() != null;
      errands.add(
          edit && incoming instanceof Incoming.Pressed(_, _, var to, Integer message, _, _)
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
      return Renderer.draw(words(incoming.asker().language(), "telegram.failed"), venue);
    }
  }

  private static Card words(Language language, String key) {
    Block block = new Block.Paragraph(List.of(Span.plain(Texts.in(language).say(key))));
    return Card.of(language, List.of(new Piece.Body(List.of(block))), List.of());
  }

  private Venue venue(Incoming incoming) {
    return new Venue(incoming.asker().place(), username);
  }
}
