/**
 * The taxonomy: topics and sources with their names, tagging an article, and resolving what a
 * person typed.
 */
@NullMarked
package bot.briefing.topic;

import org.jspecify.annotations.NullMarked;
