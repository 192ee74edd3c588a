package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;

/**
 * A message that is to say something else.
 *
 * @param words the id of what it is to say
 * @param attempts how often it was tried
 */
record Edit(
    String delivery,
    int number,
    String subscription,
    Chat chat,
    MessageId message,
    String words,
    int attempts) {
  Key key() {
    return new Key(delivery, number);
  }
}
