package bot.briefing.delivery;

/** What a part does. */
enum Task {
  /** Sends a message of the digest. */
  MESSAGE,
  /** Begins a post with the first one. */
  POST,
  /** Begins an empty topic, before the first one. */
  TOPIC,
  /** Calls a role. */
  ROLE,
  /** Begins a thread at the first message. */
  THREAD,
  PIN,
  /** Takes down the pin of the digest before. */
  UNPIN,
  CROSSPOST;

  /** Whether it waits and fails alone, and is done again where it may be done: twice is once. */
  boolean isDeed() {
    return switch (this) {
      case MESSAGE, POST, TOPIC, ROLE -> false;
      case THREAD, PIN, UNPIN, CROSSPOST -> true;
    };
  }

  /** Whether it begins a place for the messages, and its receipt names that. */
  boolean isRoom() {
    return this == POST || this == TOPIC;
  }
}
