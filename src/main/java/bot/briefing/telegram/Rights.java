package bot.briefing.telegram;

import bot.briefing.chat.Asker;
import bot.briefing.text.Texts;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/**
 * Who may change what a chat has ordered: asked of Telegram at each use, for administrators come
 * and go.
 */
final class Rights {
  private final Wire wire;

  Rights(Wire wire) {
    this.wire = wire;
  }

  /**
   * Whoever asks, with their rights.
   *
   * @throws CallException where Telegram does not tell them
   */
  Incoming check(Incoming incoming) throws CallException, InterruptedException {
    Long user = incoming.unsure();
    if (user == null) {
      return incoming;
    }
    ChatMember member =
        wire.call(
            GetChatMember.builder().chatId(incoming.asker().chat().id()).userId(user).build());
    boolean manages =
        member instanceof ChatMemberOwner || member instanceof ChatMemberAdministrator;
    return incoming.by(incoming.asker().managing(manages));
  }

  /**
   * Stops a button from turning. The others go on reading: only who pressed it sees why nothing
   * became of that.
   *
   * @param why the key of a text; absent where the press is answered
   */
  void acknowledge(String query, Asker asker, @Nullable String why) {
    wire.tell(
        AnswerCallbackQuery.builder()
            .callbackQueryId(query)
            .text(why == null ? null : Texts.in(asker.language()).say(why))
            .showAlert(why != null)
            .build());
  }
}
