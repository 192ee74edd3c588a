package bot.briefing.chat;

import bot.briefing.text.Language;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where.
 *
 * @param language the reader's as the platform tells it, else the default
 * @param zone the reader's where it is known; neither platform tells it
 * @param manages whether they may change what the chat has ordered: alone with the bot, or as an
 *     administrator, on the platform's word at this very moment
 */
public record Asker(
    Chat chat, Place place, Language language, @Nullable ZoneId zone, boolean manages) {
  /** Somebody who reads, and manages only a chat of their own. */
  public Asker(Chat chat, Place place, Language language, @Nullable ZoneId zone) {
    this(chat, place, language, zone, place == Place.PRIVATE);
  }

  /** The same, of whom it is known whether they manage the chat. */
  public Asker managing(boolean does) {
    return new Asker(chat, place, language, zone, does);
  }

  /** The kind of a place. */
  public enum Place {
    /** One person and the bot. */
    PRIVATE,
    /** Several people speak. */
    GROUP,
    /** One speaks, many read. */
    CHANNEL
  }
}
