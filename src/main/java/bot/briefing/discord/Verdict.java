package bot.briefing.discord;

import bot.briefing.chat.Chat;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Receipt.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer as a receipt (Developer documentation, Opcodes and Status Codes, JSON error codes; Rate
 * Limits). Pure.
 */
final class Verdict {
  private static final int EDITS_OF_OLD_MESSAGES = 30046;
  private static final int OVERLOADED = 130000;
  private static final int INTERNAL_NETWORK = 40333;

  /** For those that say to wait, and not how long. */
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  private Verdict() {}

  static Receipt of(Heard heard, Chat chat, Instant now) {
    if (heard.status() == 0) {
      return heard.begun()
          ? new Receipt.Ambiguous(heard.why())
          : new Receipt.Unreachable(heard.why());
    }
    if (heard.isOk()) {
      String id = heard.body().path("id").asText();
      return id.isEmpty()
          ? new Receipt.Ambiguous(heard.status() + " with an answer that cannot be read")
          : new Receipt.Sent(new MessageId(id));
    }
    return heard.status() >= 400 && heard.status() < 500
        ? refusal(heard, chat, now)
        : new Receipt.Ambiguous(heard.words());
  }

  private static Receipt refusal(Heard heard, Chat chat, Instant now) {
    return switch (heard.code()) {
      case EDITS_OF_OLD_MESSAGES, OVERLOADED ->
          new Receipt.RetryAfter(now.plus(wait(heard)), false);
      case 10003 -> chat.thread() == null ? gone(Reason.DELETED) : new Receipt.ThreadGone();
      case 50083, 160005 -> new Receipt.ThreadGone();
      case 10004 -> gone(Reason.KICKED);
      case 50007, 50278 -> gone(Reason.BLOCKED);
      case 10013 -> gone(Reason.DELETED);
      case 50001, 50013, 50008, 50009 -> gone(Reason.FORBIDDEN);
      default -> byStatus(heard, now);
    };
  }

  /** What Discord says of the bot itself, it says by the status. */
  private static Receipt byStatus(Heard heard, Instant now) {
    boolean banned =
        heard.status() == 403 && (!heard.body().isObject() || heard.code() == INTERNAL_NETWORK);
    if (heard.status() == 401 || banned) {
      return new Receipt.BotRefused(heard.words());
    }
    return heard.status() == 429
        ? new Receipt.RetryAfter(now.plus(heard.retryAfter()), heard.isGlobal())
        : new Receipt.Refused(heard.words());
  }

  private static Duration wait(Heard heard) {
    return heard.body().has("retry_after") || heard.headers().containsKey("Retry-After")
        ? heard.retryAfter()
        : A_WHILE;
  }

  private static Receipt gone(Reason reason) {
    return new Receipt.ChatGone(reason);
  }
}
