package bot.briefing.chat;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import java.time.Instant;
import java.util.List;

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
   * Sends a message once.
   *
   * @param key the same at every attempt
   * @param silent whether the readers' devices stay quiet
   */
  Receipt send(Chat chat, Part part, Key key, boolean silent);

  /** Makes a message say this instead. */
  Receipt edit(Chat chat, MessageId message, Part part, Key key);

  /**
   * Looks for a message that may have been sent.
   *
   * @param since when it was first tried
   */
  Search find(Chat chat, Key key, Part part, Instant since);

  /** What the bot may do in a chat now, asked of the platform where the cache does not know. */
  Permits check(Chat chat);
}
