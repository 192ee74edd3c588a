package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The way out to Telegram. Each request goes on a connection of its own, once. */
final class TelegramChannel implements Channel {
  private static final Receipt.Unreachable NOT_YET =
      new Receipt.Unreachable("Telegram has not been reached yet");

  private static final Receipt.Refused FOREIGN =
      new Receipt.Refused("not a message of this channel");

  private final Wire wire;
  private final Receipts receipts;
  private final Pins pins;
  private final Topics topics;
  private volatile @Nullable User self;

  TelegramChannel(Wire wire, InstantSource clock) {
    this.wire = wire;
    this.receipts = new Receipts(clock);
    this.pins = new Pins(wire, receipts);
    this.topics = new Topics(wire, receipts);
  }

  /** Opens the channel, once it is known who the bot is. */
  void serveAs(User bot) {
    self = bot;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException before the bot knows its own name, which buttons carry
   */
  @Override
  public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
    User bot = self;
    if (bot == null) {
      throw new IllegalStateException(NOT_YET.reason());
    }
    return Pushed.split(cards, layout, new Venue(place, bot.getUserName()));
  }

  @Override
  public Receipt send(Chat chat, Part part, Key key, boolean silent) {
    return self == null ? NOT_YET : call(chat, part, words -> Pushed.send(chat, words, silent));
  }

  @Override
  public Receipt edit(Chat chat, MessageId message, Part part, Key key) {
    Receipt receipt =
        self == null ? NOT_YET : inAnyForm(chat, part, words -> Pushed.edit(chat, message, words));
    return switch (receipt) {
      case Receipt.Refused(var why) when why.contains("message is not modified") ->
          new Receipt.Sent(message);
      case Receipt.Sent _ -> new Receipt.Sent(message);
      default -> receipt;
    };
  }

  /** A part as the request that brings it. */
  @FunctionalInterface
  private interface Dressing {
    BotApiMethod<?> of(Part words) throws JsonProcessingException;
  }

  /** What Telegram refuses for its form, which has then not been sent, goes in words alone. */
  private Receipt inAnyForm(Chat chat, Part part, Dressing dressing) {
    Receipt receipt = call(chat, part, dressing);
    return receipt instanceof Receipt.Refused(var why)
            && !receipt.equals(FOREIGN)
            && isOfTheForm(why)
        ? call(chat, Pushed.plain(part), dressing)
        : receipt;
  }

  private static boolean isOfTheForm(String why) {
    String words = why.toLowerCase(Locale.ROOT);
    return Stream.of("message is not modified", "message to edit", "be edited", "message_id")
        .noneMatch(words::contains);
  }

  private Receipt call(Chat chat, Part part, Dressing dressing) {
    try {
      return wire.deliver(dressing.of(part)) instanceof Message message
          ? new Receipt.Sent(new MessageId(message.getMessageId().toString()))
          : new Receipt.Ambiguous("an answer that is no message");
    } catch (CallException failed) {
      return receipts.of(failed.trouble(), chat);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Receipt.Ambiguous("interrupted");
    } catch (JsonProcessingException | NumberFormatException unreadable) {
      return FOREIGN;
    }
  }

  @Override
  public Search find(Chat chat, Key key, Part part, Instant since) {
    return new Search.CannotTell("Telegram shows bots no history");
  }

  /** {@inheritDoc} A bot pins, unpins and begins topics; the rest Telegram does not have. */
  @Override
  public Receipt act(Chat chat, Deed deed) {
    if (self == null) {
      return NOT_YET;
    }
    return switch (deed) {
      case Deed.Pin(var message) -> pins.pin(chat, message);
      case Deed.Unpin(var message) -> pins.unpin(chat, message);
      case Deed.Topic(var heading) -> topics.begin(chat, heading);
      case Deed.Crosspost _, Deed.Open _, Deed.Post _ ->
          new Receipt.Refused("Telegram has no such thing");
    };
  }

  @Override
  public boolean beginsEmpty() {
    return true;
  }

  @Override
  public Permits check(Chat chat) {
    return check(chat, Extras.NONE);
  }

  /** {@inheritDoc} Telegram has no history for bots, which is therefore never missing. */
  @Override
  public Permits check(Chat chat, Extras wished) {
    User bot = self;
    if (bot == null) {
      return new Permits(Set.of());
    }
    try {
      ChatFullInfo info = wire.deliver(new GetChat(chat.id()));
      boolean channel = "channel".equals(info.getType());
      ChatMember member = wire.deliver(new GetChatMember(chat.id(), bot.getId()));
      Set<Need> missing = Pins.missing(info, member, wished);
      switch (Footing.of(member, channel)) {
        case OUT -> missing.addAll(Set.of(Need.SEE, Need.WRITE));
        case SILENT -> missing.add(Need.WRITE);
        case WRITES -> {}
      }
      return new Permits(missing, Topics.has(info));
    } catch (CallException failed) {
      return receipts.of(failed.trouble(), chat) instanceof Receipt.ChatGone
          ? new Permits(Set.of(Need.SEE, Need.WRITE))
          : new Permits(Set.of());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Permits(Set.of());
    }
  }
}
