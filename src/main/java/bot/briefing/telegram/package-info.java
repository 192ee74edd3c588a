/**
 * Telegram, on telegrambots' client and types: messages in, cards out. {@link
 * bot.briefing.telegram.TelegramBot} polls, keeps the order within a chat and answers; {@link
 * bot.briefing.telegram.TelegramCards} draws cards and needs no connection. Limits and formats are
 * those of the Bot API's documentation (core.telegram.org/bots/api).
 */
@NullMarked
package bot.briefing.telegram;

import org.jspecify.annotations.NullMarked;
