/**
 * Shows that the bot is fast, small and quick to start: each figure beside a baseline of the same
 * run. The parts and what they measure stand in {@link bot.briefing.bench.Bench}.
 */
@NullMarked
package bot.briefing.bench;

import org.jspecify.annotations.NullMarked;
