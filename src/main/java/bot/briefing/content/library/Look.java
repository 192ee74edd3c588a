package bot.briefing.content.library;

import java.util.Optional;

/**
 * What a look came to.
 *
 * @param unsettled whether something is in motion: another look is due soon
 * @param links whether there are symbolic links, whose targets no watcher sees
 */
record Look(boolean unsettled, boolean links, Optional<Change> change) {}
