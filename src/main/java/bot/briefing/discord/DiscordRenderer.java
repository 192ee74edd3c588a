package bot.briefing.discord;

import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Cut;
import bot.briefing.card.Piece;
import bot.briefing.card.PlainText;
import bot.briefing.card.Span;
import bot.briefing.command.Answer;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Draws cards as Discord's messages of components. Pure; safe for any thread. */
final class DiscordRenderer {
  /** The stripe at a message's edge. */
  private static final int ACCENT = 0x2F6FED;

  private static final int SECTIONS = 10;

  private DiscordRenderer() {}

  /** All messages of a card in order: together they hold every word. At least one. */
  static List<DiscordMessage> messages(Card card) {
    Foot foot = Foot.of(card);
    List<Filler.Filled> listed = filled(card, foot, false);
    if (isOpened(card)) {
      List<Filler.Filled> opened = filled(card, foot, true);
      return draw(card, foot, opened.size() <= listed.size() ? opened : listed);
    }
    return draw(card, foot, listed);
  }

  /** The message that an answer shows. */
  static DiscordMessage message(Answer answer) {
    List<DiscordMessage> messages = messages(answer.card());
    return messages.get(Math.clamp(answer.part(), 0, messages.size() - 1));
  }

  /** The words of a card without anything that Discord could refuse, as far as a message holds. */
  static DiscordMessage plain(Card card) {
    String words = PlainText.of(card);
    List<String> drawn = Runs.cut(List.of(Span.plain(words)), run -> Markdown.lines(run, "", ""));
    return new DiscordMessage(
        List.of(
            TextDisplay.of(drawn.isEmpty() ? "…" : Cut.shorten(drawn.getFirst(), Limits.TEXT))));
  }

  private static boolean isOpened(Card card) {
    List<Piece.Entry> entries =
        card.pieces().stream()
            .filter(Piece.Entry.class::isInstance)
            .map(Piece.Entry.class::cast)
            .toList();
    return entries.size() <= SECTIONS
        && entries.stream().anyMatch(entry -> !entry.lead().isEmpty());
  }

  private static List<Filler.Filled> filled(Card card, Foot foot, boolean opened) {
    List<Unit> units = new ArrayList<>(Sketch.of(card.pieces(), opened));
    units.addAll(Sketch.links(foot.beyond()));
    if (units.isEmpty()) {
      units.add(new Unit.Text("…", true));
    }
    int room = Limits.COMPONENTS - 1 - Foot.size(foot.rows());
    List<Filler.Filled> filled = Filler.fill(units, room);
    return filled.size() == 1 ? filled : Filler.fill(units, room - Foot.TURNS);
  }

  private static List<DiscordMessage> draw(Card card, Foot foot, List<Filler.Filled> filled) {
    return IntStream.range(0, filled.size())
        .mapToObj(
            part -> {
              List<Row> rows = new ArrayList<>(menus(card, filled.get(part).listed()));
              rows.addAll(Foot.turns(card, part, filled.size()));
              rows.addAll(foot.rows());
              return draw(filled.get(part), rows);
            })
        .toList();
  }

  private static DiscordMessage draw(Filler.Filled filled, List<Row> rows) {
    Controls controls = new Controls();
    List<ContainerChildComponent> whole = new ArrayList<>(filled.draw(controls));
    rows.forEach(row -> whole.add(controls.row(row)));
    return new DiscordMessage(List.of(Container.of(whole).withAccentColor(ACCENT)));
  }

  private static List<Row> menus(Card card, List<Piece.Entry> entries) {
    List<Row.Option> options =
        entries.stream()
            .map(
                entry ->
                    new Row.Option(
                        new Button.Act(
                            entry.number() + ". " + words(entry.headline()), entry.open().action()),
                        words(entry.byline()),
                        false))
            .toList();
    String hint = Texts.in(card.language()).say("discord.menu.article");
    return Foot.slices(options, Limits.OPTIONS).stream()
        .<Row>map(some -> new Row.Menu(hint, some))
        .toList();
  }

  private static String words(List<Span> spans) {
    return Block.textOf(spans);
  }
}
