package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.limit.Budget;
import bot.briefing.sandbox.limit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published limits (Bots FAQ, "My bot is hitting limits"): about 30 messages in a second over
 * all, one in a second in a chat, 20 in a minute in a group. "Short bursts" in a chat are taken
 * here to be three. What counts is what sends or edits, and what begins a topic, which is a message
 * too.
 */
final class Rules {
  private static final int SECOND = 1_000;
  private static final int MINUTE = 60_000;
  private static final Rule OVER_ALL =
      new Rule("bot", true, 30, limit -> Budget.sliding(limit, SECOND));

  private Rules() {}

  static List<Rule> of(String method, Parameters parameters, World world) {
    boolean counts =
        method.startsWith("edit")
            || method.equals("createForumTopic")
            || (method.startsWith("send") && !method.equals("sendChatAction"));
    if (!counts) {
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    rules.add(OVER_ALL);
    Optional<Room> room = world.room(parameters.integer("chat_id", 0));
    room.ifPresent(
        one -> {
          rules.add(new Rule("chat " + one.id(), false, 3, n -> Budget.paced(n, SECOND)));
          if (one.kind() == Room.Kind.GROUP || one.kind() == Room.Kind.SUPERGROUP) {
            rules.add(new Rule("group " + one.id(), false, 20, n -> Budget.sliding(n, MINUTE)));
          }
        });
    return rules;
  }
}
