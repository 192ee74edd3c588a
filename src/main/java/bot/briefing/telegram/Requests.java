package bot.briefing.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/** The requests that bring a drawn message to Telegram. */
final class Requests {
  /** Writes requests as the Bot API documents them, without the library's extra {@code method}. */
  static final ObjectMapper JSON = JsonMapper.builder().annotationIntrospector(new Bare()).build();

  private Requests() {}

  /** How a message is written: with all it has, or as what is left when Telegram refuses that. */
  enum Dress {
    FULL,
    PLAIN,
    PLAIN_WITHOUT_BUTTONS
  }

  static SendMessage send(Drawn drawn, Dress dress, Target to) {
    return SendMessage.builder()
        .chatId(to.chat())
        .messageThreadId(to.thread())
        .replyParameters(reply(to.replyTo()))
        .text(text(drawn, dress))
        .parseMode(mode(dress))
        .linkPreviewOptions(preview(drawn, dress))
        .replyMarkup(keyboard(drawn, dress))
        .build();
  }

  static EditMessageText edit(Drawn drawn, Dress dress, String chat, int message) {
    return EditMessageText.builder()
        .chatId(chat)
        .messageId(message)
        .text(text(drawn, dress))
        .parseMode(mode(dress))
        .linkPreviewOptions(preview(drawn, dress))
        .replyMarkup(dress == Dress.PLAIN_WITHOUT_BUTTONS ? null : drawn.below())
        .build();
  }

  private static @Nullable ReplyParameters reply(@Nullable Integer to) {
    if (to == null) {
      return null;
    }
    ReplyParameters reply = new ReplyParameters(to);
    reply.setAllowSendingWithoutReply(true);
    return reply;
  }

  private static String text(Drawn drawn, Dress dress) {
    return dress == Dress.FULL ? drawn.html() : drawn.plain();
  }

  private static @Nullable String mode(Dress dress) {
    return dress == Dress.FULL ? "HTML" : null;
  }

  private static LinkPreviewOptions preview(Drawn drawn, Dress dress) {
    return dress == Dress.FULL
        ? drawn.preview()
        : LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static @Nullable ReplyKeyboard keyboard(Drawn drawn, Dress dress) {
    return dress == Dress.PLAIN_WITHOUT_BUTTONS ? null : drawn.keyboard();
  }

  /** Leaves the method's name to the address. */
  private static final class Bare extends JacksonAnnotationIntrospector {
    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.getName().equals("getMethod") || super.hasIgnoreMarker(member);
    }
  }
}
