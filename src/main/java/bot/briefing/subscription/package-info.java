/**
 * Standing orders: which chat receives what at which hours, when that is due, and what it has had.
 * The due rule is pure; the orders are kept in the database; the {@link
 * bot.briefing.subscription.Ledger} tells what became of them.
 */
@NullMarked
package bot.briefing.subscription;

import org.jspecify.annotations.NullMarked;
