/** Telegram, on telegrambots: messages in, cards out. */
@NullMarked
package bot.briefing.telegram;

import org.jspecify.annotations.NullMarked;
