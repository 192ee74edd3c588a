package bot.briefing.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param thread the forum topic; absent in the main thread
 * @param replyTo the message that is answered, in a group
 */
record Target(String chat, @Nullable Integer thread, @Nullable Integer replyTo) {
  Target in(long otherChat) {
    return new Target(Long.toString(otherChat), null, null);
  }

  Target withoutReply() {
    return new Target(chat, thread, null);
  }

  Target withoutThread() {
    return new Target(chat, null, replyTo);
  }
}
