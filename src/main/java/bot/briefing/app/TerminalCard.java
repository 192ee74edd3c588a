package bot.briefing.app;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.PlainText;
import bot.briefing.card.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Draws a card in a terminal: its text, then for each button the command that does the same. */
final class TerminalCard {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final String RESET = "\u001b[0m";

  private final Console console;
  private final Function<Action, String> spell;

  TerminalCard(Console console, Function<Action, String> spell) {
    this.console = console;
    this.spell = spell;
  }

  void print(Card card) {
    console
        .out()
        .println(PlainText.of(card, console.styled() ? TerminalCard::styled : TerminalCard::plain));
    List<String> buttons = new ArrayList<>();
    card.pieces().forEach(piece -> entry(piece, buttons));
    if (card.pager() != null) {
      pages(card.pager(), buttons);
    }
    card.rows().forEach(row -> row.forEach(button -> buttons.add(line(button))));
    if (!buttons.isEmpty()) {
      console.out().println();
      buttons.forEach(button -> console.out().println(harmless(button)));
    }
  }

  private void entry(Piece piece, List<String> buttons) {
    if (piece instanceof Piece.Entry entry) {
      buttons.add("[" + entry.number() + "] " + spell.apply(entry.open().action()));
    }
  }

  private void pages(Pager pager, List<String> buttons) {
    for (int page : List.of(pager.page() - 1, pager.page() + 1)) {
      if (page >= 0 && page < pager.pages().size()) {
        buttons.add(
            "["
                + console.texts().say("cli.page", page + 1, pager.pages().size())
                + "] "
                + spell.apply(pager.pages().get(page)));
      }
    }
  }

  private String line(Button button) {
    return switch (button) {
      case Button.Act(var label, var action) -> "[" + label + "] " + spell.apply(action);
      case Button.Link(var label, var url) -> "[" + label + "] " + url;
      case Button.Share(var label, _, _) -> "[" + label + "]";
    };
  }

  private static String styled(Span span) {
    StringBuilder codes = new StringBuilder();
    span.marks().stream().sorted().forEach(mark -> codes.append(code(mark)));
    return codes.isEmpty() ? plain(span) : codes + plain(span) + RESET;
  }

  private static String plain(Span span) {
    return harmless(span.text());
  }

  /** Text from content must not command the terminal. */
  private static String harmless(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }

  private static String code(Span.Mark mark) {
    return switch (mark) {
      case STRONG -> "\u001b[1m";
      case EMPHASIS -> "\u001b[3m";
      case STRIKE -> "\u001b[9m";
      case CODE -> "\u001b[36m";
    };
  }
}
