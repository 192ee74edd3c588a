package bot.briefing.telegram;

import bot.briefing.telegram.Requests.Dress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Bringing one message to a chat, and what to try next when Telegram does not take it. Pure.
 *
 * @param edits the message to change; absent for a new one
 * @param left how often it may yet be tried
 */
record Errand(Drawn drawn, Dress dress, Target target, @Nullable Integer edits, int left) {
  private static final int TRIES = 5;

  static Errand send(Drawn drawn, Target target) {
    return new Errand(drawn, Dress.FULL, target, null, TRIES);
  }

  static Errand edit(Drawn drawn, Target target, int message) {
    return new Errand(drawn, Dress.FULL, target, message, TRIES);
  }

  BotApiMethod<?> request() {
    return edits == null
        ? Requests.send(drawn, dress, target)
        : Requests.edit(drawn, dress, target.chat(), edits);
  }

  /** Whether a refusal only says that all is as it should be. */
  boolean isDone(Trouble trouble) {
    return trouble instanceof Trouble.Refused(var why)
        && edits != null
        && why.contains("message is not modified");
  }

  /** What to try next; empty where nothing helps, or where it may have been done. */
  Optional<Errand> after(Trouble trouble) {
    if (left <= 1) {
      return Optional.empty();
    }
    return switch (trouble) {
      case Trouble.Wait _, Trouble.NotSent _ -> Optional.of(with(dress, target, edits));
      case Trouble.Migrated(var chat) -> Optional.of(with(dress, target.in(chat), null));
      case Trouble.MaybeSent _ when edits != null -> Optional.of(with(dress, target, edits));
      case Trouble.Refused(var why) -> afterRefusal(why.toLowerCase(Locale.ROOT));
      case Trouble.MaybeSent _, Trouble.TokenRefused _, Trouble.Conflict _, Trouble.Gone _ ->
          Optional.empty();
    };
  }

  private Optional<Errand> afterRefusal(String why) {
    if (edits != null && (why.contains("message to edit not found") || cannotBeEdited(why))) {
      return Optional.of(with(dress, target, null));
    }
    if (target.thread() != null && why.contains("thread not found")) {
      return Optional.of(with(dress, target.withoutThread(), edits));
    }
    if (target.replyTo() != null && why.contains("repl") && why.contains("not found")) {
      return Optional.of(with(dress, target.withoutReply(), edits));
    }
    if (dress != Dress.FULL || isOfTheChat(why)) {
      return Optional.empty();
    }
    boolean buttons = why.contains("button") || why.contains("keyboard") || why.contains("markup");
    return Optional.of(with(buttons ? Dress.PLAIN_WITHOUT_BUTTONS : Dress.PLAIN, target, edits));
  }

  private static boolean cannotBeEdited(String why) {
    return why.contains("message can't be edited") || why.contains("message_id_invalid");
  }

  /** A refusal that no other words would mend. */
  private static boolean isOfTheChat(String why) {
    return why.contains("chat not found")
        || why.contains("rights")
        || why.contains("write_forbidden")
        || why.contains("topic_closed");
  }

  private Errand with(Dress otherDress, Target otherTarget, @Nullable Integer otherEdits) {
    return new Errand(drawn, otherDress, otherTarget, otherEdits, left - 1);
  }
}
