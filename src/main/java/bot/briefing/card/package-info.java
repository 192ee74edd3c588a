/**
 * The card model: formatted text, cards, what a button does, and the code that a button carries.
 * Pure values; knows no platform, no content and no clock.
 */
@NullMarked
package bot.briefing.card;

import org.jspecify.annotations.NullMarked;
