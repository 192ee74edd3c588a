/** The command line, the settings and the wiring: the only room that knows every other. */
@NullMarked
package bot.briefing.app;

import org.jspecify.annotations.NullMarked;
