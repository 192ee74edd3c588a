package bot.briefing.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * One message, drawn.
 *
 * @param plain the same words without any tag, for what Telegram refuses
 */
record Drawn(
    String html, String plain, @Nullable ReplyKeyboard keyboard, LinkPreviewOptions preview) {
  /** The buttons below it; absent where it has none, or a keyboard in the app's place. */
  @Nullable InlineKeyboardMarkup below() {
    return keyboard instanceof InlineKeyboardMarkup buttons ? buttons : null;
  }

  /** Whether a message can be made this one: only buttons below it can be changed. */
  boolean canReplace() {
    return keyboard == null || keyboard instanceof InlineKeyboardMarkup;
  }

  /** The same with other buttons. */
  Drawn with(ReplyKeyboard other) {
    return new Drawn(html, plain, other, preview);
  }
}
