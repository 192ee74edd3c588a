package bot.briefing.telegram;

import bot.briefing.card.Cut;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Heading;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Receipt;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.forum.CreateForumTopic;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;
import org.telegram.telegrambots.meta.api.objects.forum.ForumTopic;

/** Begins topics of a group that has them (Bot API, createForumTopic). */
final class Topics {
  /** Characters of a topic's name. */
  private static final int NAME = 128;

  private final Wire wire;
  private final Receipts receipts;

  Topics(Wire wire, Receipts receipts) {
    this.wire = wire;
    this.receipts = receipts;
  }

  /** Done once: nobody can ask which topics there are. */
  Receipt begin(Chat chat, Heading heading) {
    try {
      ForumTopic topic =
          wire.deliver(new CreateForumTopic(chat.id(), Cut.shorten(heading.title(), NAME)));
      Integer thread = topic.getMessageThreadId();
      return thread == null
          ? new Receipt.Ambiguous("an answer that names no topic")
          : new Receipt.Sent(new MessageId(thread.toString()));
    } catch (CallException failed) {
      return receipt(failed.trouble(), chat);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Receipt.Ambiguous("interrupted");
    }
  }

  /** That the bot may begin none says nothing of whether it may write. */
  private Receipt receipt(Trouble trouble, Chat chat) {
    return switch (trouble) {
      case Trouble.Refused(var why) -> new Receipt.Refused(why);
      case Trouble.Gone(var why) -> new Receipt.Refused(why);
      default -> receipts.of(trouble, chat);
    };
  }

  /** Whether a chat has topics; only a supergroup can. */
  static boolean has(ChatFullInfo info) {
    return Boolean.TRUE.equals(info.getIsForum()) && "supergroup".equals(info.getType());
  }

  /** Whether the bot may begin some. */
  static boolean begins(ChatFullInfo info, @Nullable ChatMember bot) {
    return has(info)
        && switch (bot) {
          case ChatMemberOwner _ -> true;
          case ChatMemberAdministrator one -> Boolean.TRUE.equals(one.getCanManageTopics());
          case null, default -> false;
        };
  }
}
