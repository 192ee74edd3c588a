/**
 * The outbox: what is due is planned in one transaction, claimed, sent at the platform's pace, and
 * its receipt is written before the next part goes out. Whatever crashes, a digest comes once.
 */
@NullMarked
package bot.briefing.delivery;

import org.jspecify.annotations.NullMarked;
