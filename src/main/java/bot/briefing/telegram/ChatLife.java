package bot.briefing.telegram;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt.Reason;
import bot.briefing.text.Language;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Hears out of updates what becomes of the chats that the bot is in. */
final class ChatLife {
  private final ChatEvents events;
  private final Language fallback;

  ChatLife(ChatEvents events, Language fallback) {
    this.events = events;
    this.fallback = fallback;
  }

  /** Tells what an update says of a chat, before its words are answered. */
  void hear(Update update) {
    if (update.getMyChatMember() != null) {
      changed(update.getMyChatMember());
    }
    Message message = update.getMessage();
    if (message != null && message.getMigrateToChatId() != null) {
      events.migrated(chat(message.getChatId()), message.getMigrateToChatId().toString());
    }
    if (message != null && message.getMigrateFromChatId() != null) {
      events.migrated(chat(message.getMigrateFromChatId()), message.getChatId().toString());
    }
  }

  /** The bot writes in a chat, since it was asked. */
  ChatEvents.Answering answering(String chat) {
    return events.answering(new Chat(Platform.TELEGRAM, chat, null));
  }

  private void changed(ChatMemberUpdated change) {
    Chat chat = chat(change.getChat().getId());
    Place place = Reader.place(change.getChat());
    Footing before = Footing.of(change.getOldChatMember(), place == Place.CHANNEL);
    Footing now = Footing.of(change.getNewChatMember(), place == Place.CHANNEL);
    switch (now) {
      case OUT -> events.gone(chat, place == Place.PRIVATE ? Reason.BLOCKED : Reason.KICKED);
      case SILENT, WRITES -> {
        if (before == Footing.OUT && place != Place.PRIVATE) {
          events.joined(chat, place, language(change.getFrom()));
        }
        if (now == Footing.WRITES) {
          events.back(chat);
        } else if (before == Footing.WRITES) {
          events.gone(chat, Reason.FORBIDDEN);
        }
      }
    }
  }

  private Language language(User user) {
    return Optional.ofNullable(user.getLanguageCode()).flatMap(Language::of).orElse(fallback);
  }

  private static Chat chat(Long id) {
    return new Chat(Platform.TELEGRAM, id.toString(), null);
  }
}
