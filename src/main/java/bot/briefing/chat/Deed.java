package bot.briefing.chat;

/** What the bot does in a chat beside sending and editing messages. */
public sealed interface Deed {
  /** Pins a message, without a sound. */
  record Pin(MessageId message) implements Deed {}

  /** Takes down the pin of a message; one that is not pinned, or not there, is no failure. */
  record Unpin(MessageId message) implements Deed {}

  /** Sends a message on to whoever follows the channel. */
  record Crosspost(MessageId message) implements Deed {}

  /** Begins a thread at a message. Its receipt names the thread. */
  record Open(MessageId message, Heading heading) implements Deed {}

  /**
   * Begins a post in the forum that the chat is a post of. Its receipt names the post, which is its
   * first message too. Done twice where it is told twice.
   */
  record Post(Part part, Key key, boolean silent, Heading heading) implements Deed {}

  /**
   * Begins an empty topic in the group that the chat is, or is a topic of. Its receipt names the
   * topic. Done twice where it is told twice.
   */
  record Topic(Heading heading) implements Deed {}
}
