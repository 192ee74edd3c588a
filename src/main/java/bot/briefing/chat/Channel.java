package bot.briefing.chat;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way out to one platform. {@link #split} is pure; the others speak to the platform, block
 * until it has answered or the connection has failed, throw nothing for what it answers, and repeat
 * nothing by themselves. Safe for any thread; meant for virtual ones.
 */
public interface Channel {
  /**
   * Cards as the platform's messages, in order: the place where its measure is held.
   *
   * @param cards at least one
   * @param place buttons of a pushed message differ between one reader and many
   * @return at least one; for {@link Layout#OVERVIEW} and {@link Layout#HEADLINES} exactly one
   */
  List<Part> split(List<Card> cards, Layout layout, Asker.Place place);

  /**
   * Sends a message once. What is {@link Receipt.Refused} may go once more {@link Part#asPlain}.
   *
   * @param key the same at every attempt
   * @param silent whether the readers' devices stay quiet
   */
  Receipt send(Chat chat, Part part, Key key, boolean silent);

  /** Makes a message say this instead, in plain words where the platform refuses its form. */
  Receipt edit(Chat chat, MessageId message, Part part, Key key);

  /**
   * Looks for a message that may have been sent.
   *
   * @param since when it was first tried
   */
  Search find(Chat chat, Key key, Part part, Instant since);

  /**
   * Whether a message says this already: asked where an edit may have been done. Found only where
   * it says all of it.
   */
  default Search shows(Chat chat, MessageId message, Part part, Key key) {
    return new Search.CannotTell("not on this platform");
  }

  /** What the bot may do in a chat now, asked of the platform where the cache does not know. */
  Permits check(Chat chat);

  /** Likewise, with what the chat wants beside messages. */
  default Permits check(Chat chat, Extras wished) {
    return check(chat);
  }

  /**
   * Does something beside messages; done twice, it is done once, but for a post or a topic. What
   * the chat does not allow is {@link Receipt.Refused}, for its messages may go on.
   */
  default Receipt act(Chat chat, Deed deed) {
    return new Receipt.Refused("not on this platform");
  }

  /**
   * Looks for a post that may have been made.
   *
   * @param since when it was first tried
   */
  default Search find(Chat chat, Deed.Post post, Instant since) {
    return new Search.CannotTell("not on this platform");
  }

  /**
   * Whether a place of a digest's own is begun empty, as a {@link Deed.Topic}; else its first
   * message begins it. Pure.
   */
  default boolean beginsEmpty() {
    return false;
  }

  /** The message that calls a role; empty where the platform has none. Pure. */
  default Optional<Part> mention(String role) {
    return Optional.empty();
  }
}
