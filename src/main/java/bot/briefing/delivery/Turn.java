package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next message of a delivery.
 *
 * @param step when it goes, among those of its delivery
 * @param room the thread, post or topic that was begun for its delivery
 * @param words the id of what it says
 * @param asPlain whether the platform has refused it in its own form
 * @param doubt whether an earlier attempt may have arrived
 * @param attempts how often it was tried
 * @param firstAttempt the earliest attempt that may have arrived
 * @param last whether it is the delivery's last part
 * @param suspended whether the chat was gone when this was read: a try
 */
record Turn(
    String delivery,
    String subscription,
    Kind kind,
    Chat chat,
    boolean silent,
    Instant planned,
    int number,
    Task task,
    int step,
    @Nullable String room,
    String words,
    boolean asPlain,
    boolean doubt,
    int attempts,
    @Nullable Instant firstAttempt,
    boolean last,
    boolean suspended) {
  Key key() {
    return new Key(delivery, number);
  }

  /** Where it goes: to the delivery's own thread, post or topic, once that has begun. */
  Chat target() {
    return isInRoom() ? new Chat(chat.platform(), chat.id(), room) : chat;
  }

  boolean isInRoom() {
    return room != null && step >= 0 && !task.isDeed();
  }

  /** As it is once it is said to be on its way. */
  Turn inFlight(Instant now) {
    return new Turn(
        delivery,
        subscription,
        kind,
        chat,
        silent,
        planned,
        number,
        task,
        step,
        room,
        words,
        asPlain,
        doubt,
        attempts + 1,
        doubt ? firstAttempt : now,
        last,
        suspended);
  }

  /** What a delivery is for. */
  enum Kind {
    NORMAL,
    TEST,
    RESEND,
    /** A word of the bot about the chat itself. */
    NOTICE
  }
}
