/**
 * People on both platforms, end to end: real clients on loopback platforms, the real newsroom, the
 * project's own content. What they see is told in words, links and buttons.
 */
@NullMarked
package bot.briefing.journey;

import org.jspecify.annotations.NullMarked;
