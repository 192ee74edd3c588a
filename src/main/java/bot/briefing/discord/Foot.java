package bot.briefing.discord;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What stands below every message of a card: its pages and its buttons.
 *
 * @param beyond the buttons whose address Discord does not take; text instead
 */
record Foot(List<Row> rows, List<Button.Link> beyond) {
  /** What the foot may take of a message's components, so that there is room for text. */
  private static final int MOST = 28;

  private static final int FEW_PAGES = 3;

  static Foot of(Card card) {
    List<Button.Link> beyond = new ArrayList<>();
    List<List<Button>> buttons =
        card.rows().stream()
            .map(
                row ->
                    row.stream()
                        .filter(button -> !(button instanceof Button.Share))
                        .filter(button -> !isBeyond(button, beyond))
                        .toList())
            .toList();
    List<Row> pages = card.pager() == null ? List.of() : pages(card.pager(), texts(card));
    int room = MOST - size(pages);
    List<Row> own =
        List.of(rowsOf(buttons), rowsOf(List.of(flat(buttons)))).stream()
            .filter(some -> size(some) <= room)
            .findFirst()
            .orElseGet(() -> menus(flat(buttons), beyond, texts(card)));
    List<Row> rows = new ArrayList<>(card.hasEntries() ? pages : own);
    rows.addAll(card.hasEntries() ? own : pages);
    return new Foot(rows, beyond);
  }

  /** The buttons that turn to the neighbours of a part. */
  static List<Row> turns(Card card, int part, int parts) {
    if (card.self() == null || parts == 1) {
      return List.of();
    }
    List<Button> turns = new ArrayList<>();
    if (part > 0) {
      turns.add(turn(card, "discord.turn.earlier", part - 1, parts));
    }
    if (part < parts - 1) {
      turns.add(turn(card, "discord.turn.continue", part + 1, parts));
    }
    return List.of(new Row.Buttons(turns));
  }

  /** What {@link #turns} takes at most. */
  static final int TURNS = 3;

  static int size(Collection<Row> rows) {
    return rows.stream().mapToInt(Row::size).sum();
  }

  private static Button turn(Card card, String key, int part, int parts) {
    Action of = card.self() instanceof Action.Turn(var whole, _) ? whole : card.self();
    return new Button.Act(
        texts(card).say(key, part + 1, parts), new Action.Turn(Objects.requireNonNull(of), part));
  }

  private static List<Row> pages(Pager pager, Texts texts) {
    List<Button> neighbours = new ArrayList<>();
    int last = pager.pages().size() - 1;
    if (pager.page() > 0) {
      neighbours.add(
          new Button.Act(texts.say("discord.page.previous"), pager.pages().get(pager.page() - 1)));
    }
    if (pager.page() < last) {
      neighbours.add(
          new Button.Act(texts.say("discord.page.next"), pager.pages().get(pager.page() + 1)));
    }
    List<Row> rows = new ArrayList<>();
    if (!neighbours.isEmpty()) {
      rows.add(new Row.Buttons(neighbours));
    }
    if (pager.pages().size() > FEW_PAGES) {
      rows.add(
          new Row.Menu(
              texts.say("discord.menu.page"),
              offered(pager.page(), last)
                  .mapToObj(
                      page ->
                          new Row.Option(
                              new Button.Act(
                                  texts.say("discord.page", page + 1, last + 1),
                                  pager.pages().get(page)),
                              null,
                              page == pager.page()))
                  .toList()));
    }
    return rows;
  }

  /** All pages, or where a menu cannot hold them some at even distances, and the one shown. */
  private static IntStream offered(int shown, int last) {
    TreeSet<Integer> pages = new TreeSet<>(List.of(shown));
    int most = Math.min(last, Limits.OPTIONS - 2);
    for (int step = 0; step <= most; step++) {
      pages.add(most == 0 ? 0 : (int) ((long) step * last / most));
    }
    if (last < Limits.OPTIONS) {
      IntStream.rangeClosed(0, last).forEach(pages::add);
    }
    return pages.stream().mapToInt(Integer::intValue);
  }

  private static boolean isBeyond(Button button, List<Button.Link> beyond) {
    if (button instanceof Button.Link link
        && link.url().toASCIIString().length() > Limits.BUTTON_ADDRESS) {
      beyond.add(link);
      return true;
    }
    return false;
  }

  private static List<Row> rowsOf(List<List<Button>> rows) {
    return rows.stream()
        .flatMap(row -> slices(row, Limits.BUTTONS_IN_ROW).stream())
        .<Row>map(Row.Buttons::new)
        .toList();
  }

  /** Too many for buttons: what asks the bot goes into menus, what opens a page into the text. */
  private static List<Row> menus(List<Button> buttons, List<Button.Link> beyond, Texts texts) {
    List<Row.Option> options = new ArrayList<>();
    for (Button button : buttons) {
      switch (button) {
        case Button.Act act -> options.add(new Row.Option(act, null, false));
        case Button.Link link -> beyond.add(link);
        case Button.Share _ -> {}
      }
    }
    return slices(options, Limits.OPTIONS).stream()
        .<Row>map(some -> new Row.Menu(texts.say("discord.menu.more"), some))
        .toList();
  }

  static <T> List<List<T>> slices(List<T> whole, int most) {
    return IntStream.iterate(0, from -> from < whole.size(), from -> from + most)
        .mapToObj(from -> whole.subList(from, Math.min(whole.size(), from + most)))
        .toList();
  }

  private static List<Button> flat(List<List<Button>> rows) {
    return rows.stream().flatMap(List::stream).toList();
  }

  private static Texts texts(Card card) {
    return Texts.in(card.language());
  }
}
