package bot.briefing.command;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;

/**
 * Another chat than the one where somebody asks, as its platform told of it at this very moment.
 */
public sealed interface Other {
  /**
   * Both the person and the bot may do there what is asked.
   *
   * @param name as people call it
   * @param typed what a person types after a command to mean it; empty where nothing does
   */
  record Granted(Chat chat, Place place, String name, String typed) implements Other {}

  /**
   * It is not done there.
   *
   * @param name as people call it, or as it was typed
   */
  record Refused(Why why, String name) implements Other {}

  /** Why it is not done there. */
  enum Why {
    /** There is no such chat, or the bot cannot see it. */
    UNKNOWN,
    /** The bot is not in it, or not as what it must be. */
    BOT_OUT,
    /** The bot is in it and may not write. */
    BOT_MUTE,
    /** The person does not manage it. */
    NOT_YOURS,
    /** The platform does not tell who asks. */
    NOBODY,
    /** It is asked where others read. */
    NOT_ALONE,
    /** It is where the bot may answer, and not speak by itself. */
    OUTSIDE
  }
}
