/** The seam to a platform: where people speak and who asks there. */
@NullMarked
package bot.briefing.chat;

import org.jspecify.annotations.NullMarked;
