/**
 * Two loopback platforms and a chat page: a place to try a bot without an account, and to let
 * things go wrong. Knows the platforms' wire formats and nothing of any bot.
 */
@NullMarked
package bot.briefing.sandbox;

import org.jspecify.annotations.NullMarked;
