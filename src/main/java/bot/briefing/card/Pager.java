package bot.briefing.card;

import java.util.List;

/**
 * The pages of a list. A renderer offers the neighbours, and a way to jump where there are many.
 *
 * @param page the one that is shown, from 0
 * @param pages for each page the action that shows it; at least one
 */
public record Pager(int page, List<Action> pages) {
  public Pager {
    pages = List.copyOf(pages);
    if (page < 0 || page >= pages.size()) {
      throw new IllegalArgumentException("page " + page + " of " + pages.size());
    }
  }
}
