package bot.briefing.sandbox.fault;

import java.time.Duration;

/** What befalls a request. "After" means that the platform has accepted it and done it. */
public sealed interface Effect {
  /** Whether it comes only once the request has been accepted. */
  default boolean after() {
    return false;
  }

  /** The request waits before it is accepted, or its answer waits afterwards. Real time. */
  record Latency(Duration by, boolean after) implements Effect {}

  /**
   * 429, nothing accepted. The chat, or the bot, is held as long as it says: requests that come
   * earlier are refused as well.
   *
   * @param everywhere whether the bot as a whole is meant
   */
  record RateLimit(Duration retryAfter, boolean everywhere) implements Effect {}

  /**
   * Another status.
   *
   * @param status 400 to 599
   * @param code Discord's error code; 0 for none
   * @param words the platform's sentence; empty for the usual one
   * @param html whether the body is a page of a proxy instead of the platform's JSON
   */
  record Failure(int status, int code, String words, boolean html, boolean after)
      implements Effect {}

  /** The connection is closed without an answer. */
  record Drop(boolean after) implements Effect {}

  /** The token is worth nothing: 401, and Discord's gateway closes with 4004. */
  record Revoked() implements Effect {}
}
