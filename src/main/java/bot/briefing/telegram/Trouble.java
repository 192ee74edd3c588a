package bot.briefing.telegram;

import java.time.Duration;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Why a call did not do what it should. */
sealed interface Trouble {
  /** Nothing has reached Telegram: calling again cannot do anything twice. */
  record NotSent(String why) implements Trouble {}

  /**
   * Telegram may have done it: its answer was lost, could not be read, or was an error of its own.
   */
  record MaybeSent(String why) implements Trouble {}

  /** 429: too much; nothing was done. */
  record Wait(Duration time) implements Trouble {}

  /** 401, or 404 for what is no token at all. */
  record TokenRefused() implements Trouble {}

  /** 409: another one polls with the same token, or a webhook is set. */
  record Conflict(String why) implements Trouble {}

  /** 403: the bot was blocked or removed. */
  record Gone(String why) implements Trouble {}

  /** The group has become a supergroup with another id. */
  record Migrated(long chat) implements Trouble {}

  /** Telegram does not take this request. */
  record Refused(String why) implements Trouble {}

  /** What Telegram's answer says (Bot API, Making requests; ResponseParameters). */
  static Trouble of(TelegramApiRequestException answer) {
    int code = answer.getErrorCode() == null ? 0 : answer.getErrorCode();
    String why = String.valueOf(answer.getApiResponse());
    ResponseParameters more = answer.getParameters();
    if (more != null && more.getMigrateToChatId() != null) {
      return new Migrated(more.getMigrateToChatId());
    }
    return switch (code) {
      case 429 ->
          new Wait(
              Duration.ofSeconds(
                  more == null || more.getRetryAfter() == null
                      ? 1
                      : Math.max(1, more.getRetryAfter())));
      case 401, 404 -> new TokenRefused();
      case 403 -> new Gone(why);
      case 409 -> new Conflict(why);
      default ->
          code >= 400 && code < 500
              ? new Refused(why)
              : new MaybeSent(code == 0 ? "an answer that cannot be read" : code + " " + why);
    };
  }
}
