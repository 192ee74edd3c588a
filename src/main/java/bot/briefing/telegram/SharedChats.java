package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Cut;
import bot.briefing.card.Step;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.ChatShared;
import org.telegram.telegrambots.meta.api.objects.adminrights.ChatAdministratorRights;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButtonRequestChat;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/**
 * The keyboard by which a person alone with the bot chooses another chat (Bot API,
 * KeyboardButtonRequestChat), and what comes back. A request's number is all that comes back with
 * the chat, so it says what the chat was chosen for. Pure.
 */
final class SharedChats {
  private static final int LABEL = 64;

  private SharedChats() {}

  static boolean isAsked(Card card, Venue venue) {
    return !venue.shared() && !venue.isPushed() && shares(card).findAny().isPresent();
  }

  private static Stream<Button.Share> shares(Card card) {
    return card.rows().stream()
        .flatMap(List::stream)
        .filter(Button.Share.class::isInstance)
        .map(Button.Share.class::cast);
  }

  /** A button a row, and one to leave it. */
  static ReplyKeyboard keyboard(Card card) {
    List<KeyboardRow> rows = new ArrayList<>();
    shares(card).map(SharedChats::button).map(KeyboardRow::new).forEach(rows::add);
    rows.add(new KeyboardRow(new KeyboardButton(cancel(card.language()))));
    return ReplyKeyboardMarkup.builder()
        .keyboard(rows)
        .resizeKeyboard(true)
        .oneTimeKeyboard(true)
        .build();
  }

  private static KeyboardButton button(Button.Share share) {
    KeyboardButtonRequestChat.KeyboardButtonRequestChatBuilder<?, ?> request =
        KeyboardButtonRequestChat.builder()
            .requestId(Integer.toString(2 * share.step().number() + (share.channel() ? 1 : 0)))
            .chatIsChannel(share.channel())
            .requestTitle(true)
            .userAdministratorRights(rights(share.channel()));
    // An app offers to make the bot an administrator where it is none.
    request =
        share.channel() ? request.botAdministratorRights(rights(true)) : request.botIsMember(true);
    return KeyboardButton.builder()
        .text(Cut.shorten(share.label(), LABEL))
        .requestChat(request.build())
        .build();
  }

  private static ChatAdministratorRights rights(boolean posts) {
    return ChatAdministratorRights.builder()
        .isAnonymous(false)
        .canManageChat(true)
        .canDeleteMessages(false)
        .canManageVideoChats(false)
        .canRestrictMembers(false)
        .canPromoteMembers(false)
        .canChangeInfo(false)
        .canInviteUsers(false)
        .canPostStories(false)
        .canEditStories(false)
        .canDeleteStories(false)
        .canPostMessages(posts ? true : null)
        .build();
  }

  static ReplyKeyboard removed() {
    return new ReplyKeyboardRemove(true);
  }

  private static String cancel(Language language) {
    return Texts.in(language).say("orders.step." + Step.NOT_NOW);
  }

  /** Whether somebody presses the button that leaves the keyboard: it says its words. */
  static boolean isLeft(String text) {
    return Stream.of(Language.values()).anyMatch(language -> cancel(language).equals(text));
  }

  /** What a chat was chosen for; empty for a request of a later version. */
  static Optional<Action> chosen(ChatShared shared) {
    try {
      return Step.of(Integer.parseInt(shared.getRequestId()) / 2)
          .map(
              step -> new Action.Elsewhere(new Action.Manage(step), shared.getChatId().toString()));
    } catch (NumberFormatException odd) {
      return Optional.empty();
    }
  }

  /** What is said where the keyboard goes. */
  static String said(Language language, String title) {
    Texts texts = Texts.in(language);
    return title.isBlank()
        ? texts.say("telegram.chosen.unnamed")
        : texts.say("telegram.chosen", title);
  }
}
