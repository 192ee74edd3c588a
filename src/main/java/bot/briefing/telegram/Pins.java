package bot.briefing.telegram;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Receipt;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/** Pins messages and takes pins down (Bot API, pinChatMessage, unpinChatMessage). */
final class Pins {
  private final Wire wire;
  private final Receipts receipts;

  Pins(Wire wire, Receipts receipts) {
    this.wire = wire;
    this.receipts = receipts;
  }

  Receipt pin(Chat chat, MessageId message) {
    PinChatMessage pin = new PinChatMessage(chat.id(), number(message));
    pin.setDisableNotification(true);
    return done(chat, message, pin, "not_modified");
  }

  Receipt unpin(Chat chat, MessageId message) {
    UnpinChatMessage unpin = new UnpinChatMessage(chat.id());
    unpin.setMessageId(number(message));
    return done(chat, message, unpin, "to unpin not found");
  }

  private static Integer number(MessageId message) {
    return Integer.valueOf(message.value());
  }

  /**
   * @param already the words that say that all is as it should be
   */
  private Receipt done(Chat chat, MessageId message, BotApiMethod<Boolean> call, String already) {
    try {
      wire.deliver(call);
      return new Receipt.Sent(message);
    } catch (CallException failed) {
      return receipt(failed.trouble(), chat, message, already);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Receipt.Ambiguous("interrupted");
    }
  }

  /** That the bot may not pin says nothing of whether it may write. */
  private Receipt receipt(Trouble trouble, Chat chat, MessageId message, String already) {
    return switch (trouble) {
      case Trouble.Refused(var why) when why.toLowerCase(Locale.ROOT).contains(already) ->
          new Receipt.Sent(message);
      case Trouble.Refused(var why) -> new Receipt.Refused(why);
      case Trouble.Gone(var why) -> new Receipt.Refused(why);
      default -> receipts.of(trouble, chat);
    };
  }

  /** What the bot lacks of what is wished for beside messages; to be added to. */
  static Set<Need> missing(ChatFullInfo info, @Nullable ChatMember bot, Extras wished) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    boolean rooms = wished.rooms() != Rooms.NONE;
    // A topic of one briefing needs no pin.
    if (wished.pin() && ((rooms && Topics.has(info)) || !pins(info, bot))) {
      missing.add(Need.PIN);
    }
    if (wished.crosspost()) {
      missing.add(Need.CROSSPOST);
    }
    if (rooms && !Topics.begins(info, bot)) {
      missing.add(Need.ROOMS);
    }
    if (wished.role() != null) {
      missing.add(Need.ROLE);
    }
    return missing;
  }

  private static boolean pins(ChatFullInfo info, @Nullable ChatMember bot) {
    if ("private".equals(info.getType())) {
      return true;
    }
    boolean channel = "channel".equals(info.getType());
    return switch (bot) {
      case ChatMemberOwner _ -> true;
      case ChatMemberAdministrator one ->
          Boolean.TRUE.equals(channel ? one.getCanEditMessages() : one.getCanPinMessages());
      case null, default -> false;
    };
  }
}
