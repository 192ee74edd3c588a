package bot.briefing.command;

import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import java.util.List;

/** What is kept about a chat, and its end. */
final class PrivacyAnswers {
  private final Standing standing;

  PrivacyAnswers(Standing standing) {
    this.standing = standing;
  }

  Answer kept(Question question) {
    boolean orders = !standing.subscriptions().all(question.asker().chat()).isEmpty();
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("privacy.title"),
        question.say("privacy.kept") + " " + question.say(orders ? "privacy.some" : "privacy.none"),
        List.of(OrderMenus.buttons(question, Step.FORGET)));
  }

  Answer sure(Question question) {
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("privacy.sure"),
        question.say("privacy.sure.text"),
        List.of(OrderMenus.buttons(question, Step.FORGET_SURELY, Step.SETTINGS)));
  }

  Answer forget(Question question) {
    standing.subscriptions().remove(question.asker().chat());
    standing.ledger().forget(question.asker().chat());
    standing.changed().run();
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say("privacy.done"),
        question.say("privacy.done.text"),
        List.of(List.of(Replies.today(question.language()))));
  }
}
