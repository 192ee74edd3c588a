package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Cut;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * The buttons below a message: turning to another part, opening an entry, paging, and the card's
 * own. At most 100 in all (Bot API, InlineKeyboardMarkup, as TDLib holds it).
 */
final class Keyboard {
  private static final int ALL = 100;
  private static final int LABEL = 64;

  /** So many page numbers that of 50 pages each is at most two steps from one. */
  private static final int NUMBERS = 16;

  private final Venue venue;
  private final List<InlineKeyboardRow> rows = new ArrayList<>();
  private int buttons;

  private Keyboard(Venue venue) {
    this.venue = venue;
  }

  /**
   * The keyboard of one part of a card.
   *
   * @param part from 0
   * @param entries that begin in this part
   */
  static @Nullable InlineKeyboardMarkup of(
      Card card, int part, int parts, List<Piece.Entry> entries, Venue venue) {
    Keyboard keyboard = new Keyboard(venue);
    keyboard.rows(entries.stream().map(Keyboard::number).toList());
    if (card.self() != null && parts > 1) {
      keyboard.rows(turns(Texts.in(card.language()), card.self(), part, parts));
    }
    boolean listed = card.hasEntries();
    if (!listed) {
      card.rows().forEach(keyboard::rows);
    }
    if (card.pager() != null) {
      keyboard.row(steps(card.pager()));
      keyboard.rows(jumps(card.pager()));
    }
    if (listed) {
      card.rows().forEach(keyboard::rows);
    }
    return keyboard.rows.isEmpty() ? null : new InlineKeyboardMarkup(keyboard.rows);
  }

  private static Button number(Piece.Entry entry) {
    return new Button.Act(Integer.toString(entry.number()), entry.open().action());
  }

  private static List<Button> turns(Texts texts, Action self, int part, int parts) {
    List<Button> turns = new ArrayList<>();
    if (part > 0) {
      turns.add(turn(texts, "telegram.earlier", self, part - 1, parts));
    }
    if (part < parts - 1) {
      turns.add(turn(texts, "telegram.continue", self, part + 1, parts));
    }
    return turns;
  }

  private static Button turn(Texts texts, String key, Action self, int part, int parts) {
    String label = texts.say(key, Integer.toString(part + 1), Integer.toString(parts));
    return new Button.Act(label, new Action.Turn(self, part));
  }

  private static List<Button> steps(Pager pager) {
    int last = pager.pages().size() - 1;
    List<Button> steps = new ArrayList<>();
    if (last == 0) {
      return steps;
    }
    if (pager.page() > 1) {
      steps.add(page("«", pager, 0));
    }
    if (pager.page() > 0) {
      steps.add(page("‹", pager, pager.page() - 1));
    }
    steps.add(page(pager.page() + 1 + "/" + (last + 1), pager, pager.page()));
    if (pager.page() < last) {
      steps.add(page("›", pager, pager.page() + 1));
    }
    if (pager.page() < last - 1) {
      steps.add(page("»", pager, last));
    }
    return steps;
  }

  /** Numbers of pages, spread evenly where there are too many for all. */
  private static List<Button> jumps(Pager pager) {
    int last = pager.pages().size() - 1;
    if (last < 3) {
      return List.of();
    }
    TreeSet<Integer> pages = new TreeSet<>();
    for (int i = 0; i < NUMBERS; i++) {
      pages.add(Math.round((float) last * i / (NUMBERS - 1)));
    }
    return pages.stream().map(page -> page(Integer.toString(page + 1), pager, page)).toList();
  }

  private static Button page(String label, Pager pager, int page) {
    return new Button.Act(label, pager.pages().get(page));
  }

  /** Adds buttons in as many rows as it takes to read them. */
  private void rows(List<Button> more) {
    KeyRows.of(more.stream().filter(Keyboard::isShown).toList()).forEach(this::row);
  }

  private static boolean isShown(Button button) {
    return !button.label().isBlank() && !(button instanceof Button.Share);
  }

  private void row(List<Button> more) {
    InlineKeyboardRow row = new InlineKeyboardRow();
    more.stream().limit(ALL - buttons).map(this::key).forEach(row::add);
    buttons += row.size();
    if (!row.isEmpty()) {
      rows.add(row);
    }
  }

  private InlineKeyboardButton key(Button button) {
    var key = InlineKeyboardButton.builder().text(Cut.shorten(button.label(), LABEL));
    return switch (button) {
      case Button.Link(_, var url) -> key.url(url.toString()).build();
      case Button.Act(_, var action) ->
          venue.shared() && !action.isOfChat()
              ? key.url(venue.deepLink(action).toString()).build()
              : key.callbackData(venue.callback(action)).build();
      case Button.Share _ -> throw new IllegalArgumentException("it stands below no message");
    };
  }
}
