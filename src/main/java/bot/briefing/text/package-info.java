/**
 * What the bot says: two bundles of equal keys, plurals, and Korean particles that follow the word
 * before them.
 */
@NullMarked
package bot.briefing.text;

import org.jspecify.annotations.NullMarked;
