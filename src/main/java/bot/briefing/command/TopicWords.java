package bot.briefing.command;

import bot.briefing.chat.Platform;
import java.util.Set;

/** What is a thread or a post on Discord is a topic on Telegram, and takes another right. */
final class TopicWords {
  private static final Set<String> KEYS =
      Set.of(
          "orders.missing.ROOMS",
          "orders.copy.missing.ROOMS",
          "orders.line.rooms.THREAD",
          "orders.line.rooms.POST",
          "orders.step.EXTRAS",
          "orders.step.THREADS",
          "orders.step.NO_THREADS");

  private TopicWords() {}

  /** The key of the same text as it is said where the question was asked. */
  static String key(Question question, String key) {
    return question.asker().chat().platform() == Platform.TELEGRAM && KEYS.contains(key)
        ? key + ".telegram"
        : key;
  }
}
