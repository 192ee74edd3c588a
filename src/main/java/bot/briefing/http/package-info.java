/** What both platforms ask of HTTP: a request that is written once. */
@NullMarked
package bot.briefing.http;

import org.jspecify.annotations.NullMarked;
