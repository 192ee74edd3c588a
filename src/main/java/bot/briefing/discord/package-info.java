/** Discord, on JDA: commands in, cards out. */
@NullMarked
package bot.briefing.discord;

import org.jspecify.annotations.NullMarked;
