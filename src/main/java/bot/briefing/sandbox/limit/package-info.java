/** How much a bot may ask of a platform in a time, counted by the platform's clock. */
@NullMarked
package bot.briefing.sandbox.limit;

import org.jspecify.annotations.NullMarked;
