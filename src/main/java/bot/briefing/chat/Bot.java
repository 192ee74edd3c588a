package bot.briefing.chat;

import java.util.concurrent.CompletableFuture;

/**
 * The bot on one platform: it connects, answers, and goes on trying until it is closed or its token
 * is refused. Safe for any thread.
 */
public interface Bot extends AutoCloseable {
  /**
   * The bot's user name, as soon as it serves and its commands are known to the platform; fails
   * with a {@link TokenRefusedException} when the platform refuses the token, and is cancelled by
   * {@link #close}.
   */
  CompletableFuture<String> ready();

  /**
   * The way out. Always the same one; while the platform has not been reached, and after {@link
   * #close}, it answers {@link Receipt.Unreachable}.
   */
  Channel channel();

  /** Why the bot no longer runs; completed when it does not. */
  CompletableFuture<End> ended();

  /** Ends within two seconds. Closing twice is closing once. */
  @Override
  void close();

  /** Why a bot no longer runs. */
  enum End {
    CLOSED,
    /** The platform does not, or no longer, know the token. */
    TOKEN_REFUSED,
    /** The platform ended the connection for good; its reason is in the log. */
    DISMISSED
  }
}
