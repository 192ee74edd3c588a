/**
 * The chat page in front of the two loopback platforms, and the same for programs: {@code
 * /sandbox.json} and {@code /say}.
 */
@NullMarked
package bot.briefing.sandbox.page;

import org.jspecify.annotations.NullMarked;
