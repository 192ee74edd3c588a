package bot.briefing.delivery;

/** What a part does. */
enum Task {
  /** Sends a message of the digest. */
  MESSAGE,
  /** Begins a post with the first one. */
  POST,
  /** Calls a role. */
  ROLE,
  /** Begins a thread at the first message. */
  THREAD,
  PIN,
  /** Takes down the pin of the digest before. */
  UNPIN,
  CROSSPOST;

  /**
   * Whether it is no message of its own: it fails alone, and is done again where it may be done.
   */
  boolean isDeed() {
    return switch (this) {
      case MESSAGE, POST, ROLE -> false;
      case THREAD, PIN, UNPIN, CROSSPOST -> true;
    };
  }
}
