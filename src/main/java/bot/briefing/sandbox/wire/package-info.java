/**
 * What the two loopback platforms have in common: the book of what they were asked, the person who
 * sits at the page, and the check of a request against an official specification.
 */
@NullMarked
package bot.briefing.sandbox.wire;

import org.jspecify.annotations.NullMarked;
