package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.text.Language;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Articles of several digests under one title. Two listings are never equal: cards are cached by
 * the listing that they were made of, and whoever keeps a listing keeps its cards.
 */
public final class Listing {
  private final Object token = new Object();
  private final Language language;
  private final String title;
  private final List<Hit> hits;
  private final IntFunction<Action> pages;
  private final List<Button> below;

  /**
   * @param hits in the order in which they are shown; at least one
   * @param pages shows a page of it, from 0
   * @param below a row of buttons
   */
  public Listing(
      Language language,
      String title,
      List<Hit> hits,
      IntFunction<Action> pages,
      List<Button> below) {
    this.language = language;
    this.title = title;
    this.hits = List.copyOf(hits);
    this.pages = pages;
    this.below = List.copyOf(below);
    if (hits.isEmpty()) {
      throw new IllegalArgumentException("nothing is listed under " + title);
    }
  }

  Object token() {
    return token;
  }

  Language language() {
    return language;
  }

  String title() {
    return title;
  }

  List<Hit> hits() {
    return hits;
  }

  Action page(int page) {
    return pages.apply(page);
  }

  List<Button> below() {
    return below;
  }
}
