package bot.briefing.telegram;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.command.Answer;
import bot.briefing.command.Command;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Other;
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
  private final OtherChats others;
  private final Runner runner;
  private final Token token;
  private final String username;
  private final Drawings drawings = new Drawings();

  Front(
      Newsroom newsroom,
      Rights rights,
      OtherChats others,
      Runner runner,
      Token token,
      String username) {
    this.newsroom = newsroom;
    this.rights = rights;
    this.others = others;
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
    } catch (RuntimeException | Error broken) {
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
    try {
      return errands(others.found(incoming));
    } catch (CallException silent) {
      LOG.warn("Telegram: another chat was not told: {}", silent.trouble());
      return said(incoming, "telegram.failed");
    }
  }

  /** In words to the one who asked: what others read stays as it is. */
  private List<Errand> refused(Incoming incoming, String why) {
    if (incoming instanceof Incoming.Pressed pressed && pressed.query() != null) {
      rights.acknowledge(pressed.query(), pressed.asker(), why);
      return List.of();
    }
    return said(incoming, why);
  }

  private List<Errand> said(Incoming incoming, String what) {
    List<Drawn> words = Renderer.draw(words(incoming.asker().language(), what), venue(incoming));
    return withoutKeyboard(incoming, words).stream()
        .map(drawn -> Errand.send(drawn, incoming.target()))
        .toList();
  }

  private List<Errand> errands(Incoming incoming) {
    List<Errand> errands = new ArrayList<>();
    for (Drawn drawn : withoutKeyboard(incoming, drawn(incoming))) {
      boolean edit =
          errands.isEmpty()
              && drawn.canReplace()
              && !isRefused(incoming.command())
              && incoming instanceof Incoming.Pressed pressed
              && pressed.message() != null;
      errands.add(
          edit && incoming instanceof Incoming.Pressed(_, _, var to, Integer message, _, _, _)
              ? Errand.edit(drawn, to, message)
              : Errand.send(drawn, incoming.target()));
    }
    return errands;
  }

  /** What stands there may be tapped again once the rights are given. */
  private static boolean isRefused(Command command) {
    return command instanceof Command.About(_, Other.Refused _);
  }

  /**
   * A keyboard stays until a message takes it away, and that one can have no buttons below it (Bot
   * API, sendMessage: one reply markup).
   */
  private List<Drawn> withoutKeyboard(Incoming incoming, List<Drawn> drawn) {
    if (!(incoming instanceof Incoming.Said said) || said.chosen() == null) {
      return drawn;
    }
    List<Drawn> all = new ArrayList<>(drawn);
    if (drawn.getFirst().keyboard() == null) {
      all.set(0, drawn.getFirst().with(SharedChats.removed()));
    } else {
      Language language = said.asker().language();
      Card word = said(language, SharedChats.said(language, said.chosen()));
      all.addFirst(Renderer.draw(word, venue(said)).getFirst().with(SharedChats.removed()));
    }
    return all;
  }

  private List<Drawn> drawn(Incoming incoming) {
    Venue venue = venue(incoming);
    try {
      Answer answer = newsroom.answer(incoming.command(), incoming.asker());
      return drawings.of(answer, venue);
    } catch (RuntimeException | Error broken) {
      LOG.error("Telegram: {} was not answered. {}", incoming.command(), token.trace(broken));
      return Renderer.draw(words(incoming.asker().language(), "telegram.failed"), venue);
    }
  }

  private static Card words(Language language, String key) {
    return said(language, Texts.in(language).say(key));
  }

  private static Card said(Language language, String words) {
    Block block = new Block.Paragraph(List.of(Span.plain(words)));
    return Card.of(language, List.of(new Piece.Body(List.of(block))), List.of());
  }

  private Venue venue(Incoming incoming) {
    return new Venue(incoming.asker().place(), username);
  }
}
