/**
 * The database itself: opened, migrated, backed up. The SQL of a thing lives with the thing, in the
 * room that it belongs to.
 */
@NullMarked
package bot.briefing.store;

import org.jspecify.annotations.NullMarked;
