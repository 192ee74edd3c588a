/**
 * The library of a content folder: an index of every file, the digests in a cache of bounded size,
 * and a watch over the folder. What the disk shows counts when two looks in succession saw the
 * same, so that nothing half-written, half-moved or half-removed is ever taken.
 */
@NullMarked
package bot.briefing.content.library;

import org.jspecify.annotations.NullMarked;
