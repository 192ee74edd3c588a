package bot.briefing.sandbox.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A loopback platform as the chat page and its programs see it. All methods may be called from any
 * thread and return at once; what a bot answers arrives through {@link #watch}.
 */
public interface Platform extends AutoCloseable {
  /** {@code "discord"} or {@code "telegram"}: the word in URLs and JSON. */
  String name();

  /** What a bot needs to connect, as {@code /sandbox.json} shows it. */
  ObjectNode coordinates();

  /**
   * The person at the page sets their client to a language; it is Korean until then.
   *
   * @param language {@code ko} or {@code en}; the platform writes it as it does
   */
  void speak(String language);

  /** The person at the page types a line into the chat and sends it. */
  void say(String text);

  /**
   * The person at the page presses a button, or chooses an entry of a menu, under a message that
   * they see.
   *
   * @param message the platform's id of the message
   * @param button the button's own identity: a custom id or callback data
   * @param value the chosen entry of a menu; empty for a button
   * @throws IllegalArgumentException when the message or the button is not there
   */
  void press(String message, String button, String value);

  /** What the person sees now, oldest first: messages in the platform's own wire format. */
  ArrayNode transcript();

  /** Tells of each change of what the person sees, in order, until the platform is closed. */
  void watch(Consumer<Event> listener);

  /** The book of the newest requests. */
  Book book();

  /** Faults, limits, the clock, the full book, more chats. */
  Backstage backstage();

  @Override
  void close();

  /**
   * A change of what the person sees.
   *
   * @param kind {@code "said"} (by the person), {@code "sent"}, {@code "edited"}, {@code "deleted"}
   *     or {@code "notice"} (a toast)
   * @param message the message in the platform's wire format, whole
   */
  record Event(String kind, ObjectNode message) {}
}
