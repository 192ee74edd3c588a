package bot.briefing.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * One message, drawn.
 *
 * @param plain the same words without any tag, for what Telegram refuses
 */
record Drawn(
    String html,
    String plain,
    @Nullable InlineKeyboardMarkup keyboard,
    LinkPreviewOptions preview) {}
