package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Step;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered here of another chat. */
final class OtherAnswers {
  private OtherAnswers() {}

  /** Asks which one is meant, by buttons where the platform has such. */
  static Answer chats(Question question, Step step) {
    String key = "orders.chats." + step;
    if (!question.choosesChats()) {
      boolean discord = question.asker().chat().platform() == Platform.DISCORD;
      return Replies.said(
          question,
          Outcome.NOT_UNDERSTOOD,
          question.say(key),
          question.say(key + (discord ? ".options" : ".typed"), question.command(Verb.COPY)),
          List.of());
    }
    Verb verb = step == Step.COPY ? Verb.COPY : Verb.SUBSCRIBE;
    return Replies.said(
        question,
        Outcome.FOUND,
        question.say(key),
        question.say("orders.chats.how", question.command(verb)),
        List.of(
            List.of(new Button.Share(question.say("orders.chats.channel"), step, true)),
            List.of(new Button.Share(question.say("orders.chats.group"), step, false))));
  }

  static Answer notNow(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.chats.not"),
        question.say("orders.chats.not.text"),
        List.of());
  }

  /** Why it is not done there, and what would help. */
  static Answer refused(Question question, Command of, Other.Why why, String name) {
    Step again = Aim.copies(of) ? Step.COPY : Step.CHATS;
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.other." + why, Replies.quoted(name)),
        question.say("orders.other." + why + ".text", Replies.quoted(name)),
        question.choosesChats() ? List.of(OrderMenus.buttons(question, again)) : List.of());
  }

  /** An answer with the name of its chat above it, whose buttons mean that one too. */
  static Answer about(Question question, Other.Granted other, Answer answer) {
    Card card = answer.card();
    String chat = other.chat().id();
    Card there =
        new Card(
            card.language(),
            card.self() == null ? null : there(card.self(), chat),
            card.pieces(),
            there(card.pager(), chat),
            card.rows().stream()
                .map(row -> row.stream().map(button -> there(button, chat)).toList())
                .toList(),
            card.preview());
    String note = question.say("orders.other", name(other));
    return new Answer(answer.outcome(), Replies.noted(note, there), answer.part());
  }

  /** As people call it, with what may be typed for it where that is a name too. */
  static String name(Other.Granted other) {
    String name = Replies.quoted(other.name());
    return other.typed().startsWith("@") ? name + " (" + other.typed() + ")" : name;
  }

  private static @Nullable Pager there(@Nullable Pager pager, String chat) {
    return pager == null
        ? null
        : new Pager(pager.page(), pager.pages().stream().map(one -> there(one, chat)).toList());
  }

  private static Button there(Button button, String chat) {
    return button instanceof Button.Act(var label, var action)
        ? new Button.Act(label, there(action, chat))
        : button;
  }

  private static Action there(Action action, String chat) {
    return switch (action) {
      case Action.Turn(var of, var part) when of.isOfChat() ->
          new Action.Turn(there(of, chat), part);
      case Action.Manage _, Action.Choose _, Action.Pick _, Action.Settle _ ->
          new Action.Elsewhere(action, chat);
      default -> action;
    };
  }

  /** A way to what another chat has ordered, where buttons may carry one. */
  static List<List<Button>> settings(Question question, Other.Granted other) {
    Action settings = new Action.Elsewhere(new Action.Manage(Step.SETTINGS), other.chat().id());
    return question.choosesChats()
        ? List.of(List.of(new Button.Act(question.say("orders.copy.settings"), settings)))
        : List.of();
  }
}
