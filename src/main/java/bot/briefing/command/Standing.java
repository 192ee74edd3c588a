package bot.briefing.command;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Subscriptions;
import java.util.function.BiFunction;

/**
 * The push side as the newsroom sees it: what is ordered, and what became of it.
 *
 * @param rule what the operator chose
 * @param permits what the bot may do in a chat of what an order wants there; may block on the
 *     network
 * @param changed called after an order was changed: something may be due
 */
public record Standing(
    Subscriptions subscriptions,
    Ledger ledger,
    DueRule.Settings rule,
    BiFunction<Chat, Extras, Permits> permits,
    Runnable changed) {}
