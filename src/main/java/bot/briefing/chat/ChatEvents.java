package bot.briefing.chat;

import bot.briefing.text.Language;

/**
 * What platforms tell of the chats that the bot is in. Called on the platform's threads; an
 * implementation returns soon. An outage is no event. The chats come without a thread: what is told
 * is true of all threads. The same may be told twice.
 */
public interface ChatEvents {
  /** Nobody listens. */
  ChatEvents NONE = new ChatEvents() {};

  /**
   * The bot is now in a chat, for the first time or again; where it may write there, {@link #back}
   * follows.
   */
  default void joined(Chat chat, Asker.Place place, Language language) {}

  /** The bot may no longer write there, on the platform's own word. */
  default void gone(Chat chat, Receipt.Reason reason) {}

  /** The bot may write there again. */
  default void back(Chat chat) {}

  /** The chat goes on under another id. */
  default void migrated(Chat chat, String newId) {}

  /**
   * The bot answers there now: what it sends unasked waits the longer. May wait some milliseconds
   * for its place.
   *
   * @return to be closed once the platform has answered, or never will
   */
  default Answering answering(Chat chat) {
    return Answering.UNHEARD;
  }

  /** One request that goes to a platform. */
  @FunctionalInterface
  interface Answering extends AutoCloseable {
    /** Nobody asks when it arrives. */
    Answering UNHEARD = () -> {};

    @Override
    void close();
  }
}
