/** A loopback Discord: the REST API of version 10 and the gateway, as strict as the platform. */
@NullMarked
package bot.briefing.sandbox.discord;

import org.jspecify.annotations.NullMarked;
