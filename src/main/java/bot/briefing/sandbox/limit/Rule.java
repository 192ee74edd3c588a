package bot.briefing.sandbox.limit;

import java.util.function.IntFunction;

/**
 * A limit that a request falls under.
 *
 * @param key what it is counted by: the bot, a chat, a route of a chat
 * @param limit how many the platform publishes
 * @param fresh makes the budget of a new key out of what it may hold
 */
public record Rule(String key, boolean everywhere, int limit, IntFunction<Budget> fresh) {}
