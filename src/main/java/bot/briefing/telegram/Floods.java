package bot.briefing.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a chat that must wait from a bot that must. Telegram's 429 names neither: it is taken for
 * the chat's, since the long ones are (20 messages a minute in a group), and one chat must not hold
 * all others. When a third chat is told to wait until the same moment, it is the bot that is meant.
 * Safe for any thread.
 */
final class Floods {
  private static final int CHATS = 3;
  private static final int REMEMBERED = 64;

  /** Telegram counts in whole seconds. */
  private static final Duration SAME = Duration.ofMillis(1_500);

  private final Map<String, Instant> told = new LinkedHashMap<>();

  /** Notes what a chat was told, and says whether the bot as a whole is meant. */
  synchronized boolean isEverywhere(String chat, Instant until) {
    told.remove(chat);
    told.put(chat, until);
    if (told.size() > REMEMBERED) {
      told.remove(told.keySet().iterator().next());
    }
    return told.values().stream()
            .filter(other -> Duration.between(other, until).abs().compareTo(SAME) <= 0)
            .count()
        >= CHATS;
  }
}
