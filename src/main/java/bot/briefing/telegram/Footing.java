package bot.briefing.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberBanned;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberLeft;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;

/** What the bot is in a chat (Bot API, ChatMember). */
enum Footing {
  WRITES,
  /** There, and may not write. */
  SILENT,
  OUT;

  /**
   * What a membership amounts to.
   *
   * @param member absent where it is of a kind that this version does not know: nothing is then
   *     held against it
   */
  static Footing of(@Nullable ChatMember member, boolean channel) {
    return switch (member) {
      case ChatMemberLeft _, ChatMemberBanned _ -> OUT;
      case ChatMemberRestricted restricted when Boolean.FALSE.equals(restricted.getIsMember()) ->
          OUT;
      case ChatMemberRestricted restricted
          when Boolean.FALSE.equals(restricted.getCanSendMessages()) ->
          SILENT;
      case ChatMemberAdministrator one
          when channel && !Boolean.TRUE.equals(one.getCanPostMessages()) ->
          SILENT;
      case ChatMemberMember _ when channel -> SILENT;
      case null, default -> WRITES;
    };
  }
}
