/** A loopback Telegram Bot API, as strict as the platform. */
@NullMarked
package bot.briefing.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
