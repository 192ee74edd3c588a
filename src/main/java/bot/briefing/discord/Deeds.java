package bot.briefing.discord;

import bot.briefing.card.Cut;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Heading;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Receipt;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import net.dv8tion.jda.api.requests.Route;

/**
 * Pins, crossposts, threads (Developer documentation, Message and Channel resources), each asked
 * for once. What Discord says is done already is done.
 */
final class Deeds {
  /** Threads are archived after so many minutes without a word: what is archived is not edited. */
  static final int WEEK = 10_080;

  private static final int NAME = 100;
  private static final int UNKNOWN_MESSAGE = 10008;
  private static final int CROSSPOSTED = 40033;
  private static final int HAS_THREAD = 160004;

  private final Ask ask;
  private final InstantSource clock;

  Deeds(Ask ask, InstantSource clock) {
    this.ask = ask;
    this.clock = clock;
  }

  Receipt pin(Chat chat, MessageId message) {
    var route = Route.Messages.PIN_MESSAGE.compile(DiscordChannel.channel(chat), message.value());
    return receipt(ask.once(route), chat, message, 0);
  }

  Receipt unpin(Chat chat, MessageId message) {
    var route = Route.Messages.UNPIN_MESSAGE.compile(DiscordChannel.channel(chat), message.value());
    return receipt(ask.once(route), chat, message, UNKNOWN_MESSAGE);
  }

  Receipt crosspost(Chat chat, MessageId message) {
    var route =
        Route.Messages.CROSSPOST_MESSAGE.compile(DiscordChannel.channel(chat), message.value());
    return receipt(ask.once(route), chat, message, CROSSPOSTED);
  }

  /** A thread has the id of the message at which it begins. */
  Receipt open(Chat chat, MessageId message, Heading heading) {
    var route =
        Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(
            DiscordChannel.channel(chat), message.value());
    return receipt(ask.once(route, named(heading)), chat, message, HAS_THREAD);
  }

  static ObjectNode named(Heading heading) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", Cut.shorten(heading.title(), NAME))
        .put("auto_archive_duration", WEEK);
  }

  /**
   * @param already the code that says that all is as it should be
   */
  private Receipt receipt(Heard heard, Chat chat, MessageId message, int already) {
    if (heard.isOk() || (already != 0 && heard.code() == already)) {
      return new Receipt.Sent(message);
    }
    return alone(heard, Verdict.of(heard, chat, now()));
  }

  /** That a deed is not allowed says nothing of whether the bot may write. */
  static Receipt alone(Heard heard, Receipt receipt) {
    return switch (receipt) {
      case Receipt.ChatGone _, Receipt.ThreadGone _ -> new Receipt.Refused(heard.words());
      default -> receipt;
    };
  }

  private Instant now() {
    return clock.instant();
  }

  /** The message that calls a role, and that role alone. */
  static Part mention(String role) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flags", 1 << 15);
    String words = "<@&" + role + ">";
    body.putArray("components").addObject().put("type", 10).put("content", words);
    ObjectNode allowed = body.putObject("allowed_mentions");
    allowed.putArray("parse");
    allowed.putArray("roles").add(role);
    return new Part(body.toString(), words);
  }
}
