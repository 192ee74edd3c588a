package bot.briefing.chat;

import bot.briefing.text.Language;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where.
 *
 * @param language the reader's as the platform tells it, else the default
 * @param zone the reader's where it is known; neither platform tells it
 */
public record Asker(Chat chat, Place place, Language language, @Nullable ZoneId zone) {
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
