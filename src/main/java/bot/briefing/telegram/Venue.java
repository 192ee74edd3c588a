package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.chat.Asker;
import java.net.URI;

/**
 * Where a card is drawn.
 *
 * @param username of the bot, without {@code @}: a deep link names it
 */
record Venue(Asker.Place place, String username) {
  /** Whether others read the same message, so that a button must not change it. */
  boolean shared() {
    return place != Asker.Place.PRIVATE;
  }

  /** Opens the private chat with the bot at an action (Bot API, Deep Linking). */
  URI deepLink(Action action) {
    return deepLink(ActionCodec.encode(action));
  }

  /**
   * As {@link #deepLink(Action)}, for a code that a button carried.
   *
   * @param code of {@code A–Z a–z 0–9 _ -} only, at most 64
   */
  URI deepLink(String code) {
    return URI.create("https://t.me/" + username + "?start=" + code);
  }
}
