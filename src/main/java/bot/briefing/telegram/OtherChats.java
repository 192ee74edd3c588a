package bot.briefing.telegram;

import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Aim;
import bot.briefing.command.Command;
import bot.briefing.command.Other;
import bot.briefing.command.Other.Why;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/**
 * Other chats than the one where somebody asks: what they are, and what the person and the bot may
 * do there. Asked of Telegram at each use.
 */
final class OtherChats {
  private final Wire wire;
  private final long bot;

  OtherChats(Wire wire, long bot) {
    this.wire = wire;
    this.bot = bot;
  }

  /**
   * What somebody wants, with the other chat where it is about one.
   *
   * @throws CallException where Telegram does not answer
   */
  Incoming found(Incoming incoming) throws CallException, InterruptedException {
    Optional<Aim> aim = Aim.of(incoming.command());
    if (aim.isEmpty()) {
      return incoming;
    }
    return incoming.wanting(about(aim.get(), incoming));
  }

  private Command about(Aim aim, Incoming incoming) throws CallException, InterruptedException {
    // "/copy @from @to": of the second one, where the first one is asked about.
    Optional<Aim> second = aim.copies() ? Aim.of(aim.of()) : Optional.empty();
    boolean alone = incoming.asker().place() == Place.PRIVATE;
    boolean here = alone || (aim.copies() && second.isEmpty());
    Other other =
        here
            ? other(aim.chat(), incoming.person(), aim.speaks() && second.isEmpty())
            : new Other.Refused(Why.NOT_ALONE, aim.chat());
    return second.isPresent() && other instanceof Other.Granted
        ? new Command.About(about(second.get(), incoming), other)
        : new Command.About(aim.of(), other);
  }

  /**
   * @param speaks whether the bot must be able to write there
   */
  private Other other(String chat, @Nullable Long person, boolean speaks)
      throws CallException, InterruptedException {
    if (person == null) {
      return new Other.Refused(Why.NOBODY, chat);
    }
    ChatFullInfo info;
    try {
      info = wire.call(new GetChat(chat));
    } catch (CallException failed) {
      return switch (failed.trouble()) {
        case Trouble.Migrated(var now) -> other(Long.toString(now), person, speaks);
        case Trouble.Gone _ -> new Other.Refused(Why.BOT_OUT, chat);
        case Trouble.Refused _ -> new Other.Refused(Why.UNKNOWN, chat);
        default -> throw failed;
      };
    }
    return known(info, chat, person, speaks);
  }

  private Other known(ChatFullInfo info, String asked, long person, boolean speaks)
      throws CallException, InterruptedException {
    Place place = Reader.place(info);
    if (place == Place.PRIVATE) {
      return new Other.Refused(Why.UNKNOWN, asked);
    }
    boolean channel = place == Place.CHANNEL;
    String id = info.getId().toString();
    String name = info.getTitle() == null ? asked : info.getTitle();
    Footing footing = member(id, bot).map(one -> Footing.of(one, channel)).orElse(Footing.OUT);
    if (footing == Footing.OUT) {
      return new Other.Refused(Why.BOT_OUT, name);
    }
    Optional<ChatMember> member = member(id, person);
    if (member.filter(one -> manages(one, channel)).isEmpty()) {
      // What a private chat is called is told to who is in it.
      boolean knows =
          info.getUserName() != null
              || member.filter(one -> Footing.of(one, false) != Footing.OUT).isPresent();
      return new Other.Refused(Why.NOT_YOURS, knows ? name : asked);
    }
    if (speaks && footing == Footing.SILENT) {
      return new Other.Refused(Why.BOT_MUTE, name);
    }
    String typed = info.getUserName() == null ? id : "@" + info.getUserName();
    return new Other.Granted(new Chat(Platform.TELEGRAM, id, null), place, name, typed);
  }

  /** Empty where Telegram refuses to tell: of a channel, to a bot that is no administrator. */
  private Optional<ChatMember> member(String chat, long user)
      throws CallException, InterruptedException {
    try {
      return Optional.of(wire.call(GetChatMember.builder().chatId(chat).userId(user).build()));
    } catch (CallException failed) {
      if (failed.trouble() instanceof Trouble.Refused || failed.trouble() instanceof Trouble.Gone) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private static boolean manages(ChatMember member, boolean channel) {
    return member instanceof ChatMemberOwner
        || (member instanceof ChatMemberAdministrator one
            && (!channel || Boolean.TRUE.equals(one.getCanPostMessages())));
  }
}
