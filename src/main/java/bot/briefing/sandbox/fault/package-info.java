/**
 * What goes wrong on a loopback platform, and when: faults that stand and befall requests, and
 * incidents that happen at once.
 */
@NullMarked
package bot.briefing.sandbox.fault;

import org.jspecify.annotations.NullMarked;
