package bot.briefing.telegram;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Receipt.Reason;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a failed delivery means for its chat. Telegram tells most of it in words alone (Bot API,
 * Making requests); they are those of TDLib and of the Bot API server. Safe for any thread.
 */
final class Receipts {
  private static final List<String> NO_THREAD =
      List.of("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid");
  private static final List<String> DELETED =
      List.of("chat not found", "deleted", "deactivated", "peer_id_invalid", "channel_invalid");
  private static final List<String> BLOCKED =
      List.of("blocked", "can't initiate conversation", "can't send messages to bots");
  private static final List<String> KICKED = List.of("kicked", "not a member");
  private static final List<String> FORBIDDEN =
      List.of(
          "not enough rights",
          "no rights",
          "administrator rights",
          "write_forbidden",
          "chat_admin_required",
          "chat_restricted",
          "chat_send_plain_forbidden");

  private final InstantSource clock;
  private final Floods floods = new Floods();

  Receipts(InstantSource clock) {
    this.clock = clock;
  }

  /** The receipt of a request that did not do what it should. */
  Receipt of(Trouble trouble, Chat chat) {
    return switch (trouble) {
      case Trouble.NotSent(var why) -> new Receipt.Unreachable(why);
      case Trouble.MaybeSent(var why) -> new Receipt.Ambiguous(why);
      case Trouble.Wait(var time) -> {
        var until = clock.instant().plus(time);
        yield new Receipt.RetryAfter(until, floods.isEverywhere(chat.id(), until));
      }
      case Trouble.TokenRefused() -> new Receipt.BotRefused("the token is refused");
      case Trouble.Migrated(var id) -> new Receipt.Migrated(Long.toString(id));
      case Trouble.Conflict(var why) -> new Receipt.Refused(why);
      case Trouble.Gone(var why) ->
          new Receipt.ChatGone(reason(why.toLowerCase(Locale.ROOT)).orElse(Reason.FORBIDDEN));
      case Trouble.Refused(var why) -> refused(why, chat);
    };
  }

  private static Receipt refused(String why, Chat chat) {
    String words = why.toLowerCase(Locale.ROOT);
    if (has(words, NO_THREAD)) {
      return chat.thread() == null
          ? new Receipt.ChatGone(Reason.FORBIDDEN)
          : new Receipt.ThreadGone();
    }
    return reason(words)
        .<Receipt>map(Receipt.ChatGone::new)
        .orElseGet(() -> new Receipt.Refused(why));
  }

  private static Optional<Reason> reason(String words) {
    if (has(words, BLOCKED)) {
      return Optional.of(Reason.BLOCKED);
    }
    if (has(words, KICKED)) {
      return Optional.of(Reason.KICKED);
    }
    if (has(words, FORBIDDEN)) {
      return Optional.of(Reason.FORBIDDEN);
    }
    return has(words, DELETED) ? Optional.of(Reason.DELETED) : Optional.empty();
  }

  private static boolean has(String words, List<String> some) {
    return some.stream().anyMatch(words::contains);
  }
}
