package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.ActionCodec;
import bot.briefing.chat.Asker;
import java.net.URI;

/**
 * Where a card is drawn.
 *
 * @param username of the bot, without {@code @}: a deep link names it
 * @param isPushed whether nobody has asked: the message stays as it is, and its buttons answer with
 *     a new one
 */
record Venue(Asker.Place place, String username, boolean isPushed) {
  /** Before the code on a button of a pushed message; no code begins with it. */
  private static final String PUSHED = "+";

  Venue(Asker.Place place, String username) {
    this(place, username, false);
  }

  Venue pushed() {
    return new Venue(place, username, true);
  }

  /** Whether others read the same message, so that a button must not change it. */
  boolean shared() {
    return place != Asker.Place.PRIVATE;
  }

  /** What a button in a private chat carries. */
  String callback(Action action) {
    return (isPushed ? PUSHED : "") + ActionCodec.encode(action);
  }

  /** Whether a button's text says that it stands under a pushed message. */
  static boolean isPushed(String callback) {
    return callback.startsWith(PUSHED);
  }

  /** The code in a button's text. */
  static String code(String callback) {
    return isPushed(callback) ? callback.substring(PUSHED.length()) : callback;
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
