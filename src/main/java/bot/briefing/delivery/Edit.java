package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;

/**
 * A message that is to say something else, or a pin that is to be taken down.
 *
 * @param words the id of what it is to say
 * @param attempts how often it was tried
 * @param doubt whether it may say so already: an attempt was not answered
 */
record Edit(
    String delivery,
    int number,
    String subscription,
    Chat chat,
    MessageId message,
    String words,
    int attempts,
    boolean doubt) {
  Key key() {
    return new Key(delivery, number);
  }

  boolean isPin() {
    return number == Trimmings.PIN;
  }
}
