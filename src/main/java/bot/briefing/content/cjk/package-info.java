/**
 * Emphasis beside Chinese, Japanese and Korean text: the markdown-cjk-friendly amendment to
 * CommonMark (tats-u, specification.md, Unicode 17) as an extension of flexmark.
 */
@NullMarked
package bot.briefing.content.cjk;

import org.jspecify.annotations.NullMarked;
