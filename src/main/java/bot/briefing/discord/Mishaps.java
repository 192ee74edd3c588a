package bot.briefing.discord;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, told apart and logged once for each kind and place. The token appears in none of
 * it. Safe for any thread.
 */
final class Mishaps {
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
  private static final int MOST = 1000;

  private final String token;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Mishaps(String token) {
    this.token = token;
  }

  /**
   * A request that Discord refused, or that did not reach it.
   *
   * @param place where it is counted as the same
   */
  void failed(String place, String doing, Throwable failure) {
    if (failure instanceof ErrorResponseException refused) {
      int code = refused.getErrorCode();
      once(code + " " + place, "Discord: {} in {}: {}", doing, place, meaning(refused, code));
    } else {
      broke(place, doing, failure);
    }
  }

  /** Our own code, or the newsroom's, threw. */
  void broke(String place, String doing, Throwable failure) {
    if (failure instanceof RejectedExecutionException || failure instanceof CancellationException) {
      LOG.debug("Discord: {} in {} while the connection is closed", doing, place);
    } else if (isNew(failure.getClass().getName() + " " + place)) {
      if (isSecret(failure)) {
        LOG.error("Discord: {} in {}: {}", doing, place, failure.getClass().getName());
      } else {
        LOG.error("Discord: {} in {}", doing, place, failure);
      }
    }
  }

  /** Why, in words that may be printed. */
  String reason(Throwable failure) {
    if (failure instanceof ErrorResponseException refused) {
      return meaning(refused, refused.getErrorCode());
    }
    Throwable cause = failure.getCause();
    if (failure instanceof CompletionException && cause != null) {
      return reason(cause);
    }
    String kind = failure.getClass().getSimpleName();
    return isSecret(failure) ? kind : kind + ": " + failure.getMessage();
  }

  private static String meaning(ErrorResponseException refused, int code) {
    return switch (code) {
      case -1 -> "no connection; nothing was heard back";
      case 10062 -> "the interaction is unknown (10062): answered too late, or by another process";
      case 40060 -> "already acknowledged (40060): another process uses this token";
      case 50001, 50013 -> "a permission is missing (" + code + "): " + refused.getMeaning();
      case 50027 -> "the interaction's token is no longer valid (50027)";
      default -> code + " " + refused.getMeaning();
    };
  }

  private void once(String key, String line, Object... arguments) {
    if (isNew(key)) {
      LOG.warn(line, arguments);
    }
  }

  /** A set that has grown too large is begun anew: then a kind is told again. */
  private boolean isNew(String key) {
    if (told.size() > MOST) {
      told.clear();
    }
    return told.add(key);
  }

  private boolean isSecret(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause)
        .limit(20)
        .anyMatch(one -> String.valueOf(one.getMessage()).contains(token));
  }
}
