package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.limit.Budget;
import bot.briefing.sandbox.limit.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits (Topics, "Rate Limits"): 50 requests in a second for the bot, answers to interactions
 * apart; and for each channel buckets of five new messages and of five edits in five seconds, as
 * the real one's headers tell of them.
 */
final class Rules {
  private static final int SECOND = 1_000;
  private static final int BUCKET = 5_000;
  private static final Rule OVER_ALL =
      new Rule("bot", true, 50, limit -> Budget.sliding(limit, SECOND));

  private Rules() {}

  /** Whether the limit of the bot as a whole does not hold this. */
  static boolean exempt(String method) {
    return method.contains(" /interactions/") || method.contains(" /webhooks/");
  }

  static List<Rule> of(String method, String channel) {
    if (exempt(method)) {
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    rules.add(OVER_ALL);
    boolean bucketed =
        method.equals("POST /channels/{channel_id}/messages")
            || method.equals("PATCH /channels/{channel_id}/messages/{message_id}");
    if (bucketed) {
      String key = method.substring(0, method.indexOf(' ') + 1) + channel;
      rules.add(new Rule(key, false, 5, limit -> Budget.fixed(limit, BUCKET)));
    }
    return rules;
  }
}
