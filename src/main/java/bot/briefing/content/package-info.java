/**
 * One Markdown file becomes one digest; the library holds all of them. Knows no platform and no
 * clock.
 */
@NullMarked
package bot.briefing.content;

import org.jspecify.annotations.NullMarked;
