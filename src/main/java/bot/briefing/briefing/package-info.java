/** A digest as cards, for one language and one filter, cached. */
@NullMarked
package bot.briefing.briefing;

import org.jspecify.annotations.NullMarked;
