/**
 * What a person asks, made from text or from a button, and the newsroom that answers it. Free of
 * any platform.
 */
@NullMarked
package bot.briefing.command;

import org.jspecify.annotations.NullMarked;
