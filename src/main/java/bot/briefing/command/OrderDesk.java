package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Library;
import bot.briefing.subscription.Wish;
import bot.briefing.topic.Taxonomy;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who answers for what a chat has ordered: only where there is a push side, and only who may. */
final class OrderDesk {
  private final Optional<Parts> parts;
  private final Supplier<Taxonomy> taxonomy;

  private record Parts(
      OrderAnswers orders,
      RestAnswers rests,
      FateAnswers fates,
      PrivacyAnswers privacy,
      CopyAnswers copies) {}

  /**
   * @param standing absent where nothing can be ordered
   */
  OrderDesk(@Nullable Standing standing, Library library, Supplier<Taxonomy> taxonomy) {
    this.parts =
        Optional.ofNullable(standing)
            .map(
                some ->
                    new Parts(
                        new OrderAnswers(some),
                        new RestAnswers(some),
                        new FateAnswers(some, library),
                        new PrivacyAnswers(some),
                        new CopyAnswers(some)));
    this.taxonomy = taxonomy;
  }

  /** Whether something can be ordered at all. */
  boolean isOpen() {
    return parts.isPresent();
  }

  /** A command. */
  Answer ask(Question question, Verb verb, String argument) {
    if (parts.isEmpty()) {
      return closed(question);
    }
    if (verb.manages() && !question.asker().manages()) {
      return denied(question);
    }
    OrderAnswers orders = parts.get().orders;
    return switch (verb) {
      case SUBSCRIBE -> orders.subscribe(question, argument, taxonomy.get());
      case UNSUBSCRIBE -> parts.get().rests.named(question, argument, Step.UNSUBSCRIBE);
      case PAUSE -> parts.get().rests.pause(question, argument);
      case RESUME -> parts.get().rests.named(question, argument, Step.RESUME);
      case SETTINGS -> orders.settings(question, argument);
      case TEST -> parts.get().rests.named(question, argument, Step.TEST);
      case COPY -> OtherAnswers.chats(question, Step.COPY);
      case STATUS -> parts.get().fates.status(question);
      case WHY -> parts.get().fates.why(question, argument);
      case PRIVACY -> parts.get().privacy.kept(question);
      case TODAY, TOPIC, SOURCE, DATE, TOPICS, SOURCES, HELP ->
          throw new IllegalArgumentException("not of a chat: " + verb);
    };
  }

  /**
   * Something about another chat.
   *
   * @param answering answers a question in its own chat
   */
  Answer about(
      Question question, Command of, Other other, BiFunction<Command, Question, Answer> answering) {
    if (parts.isEmpty()) {
      return closed(question);
    }
    return switch (other) {
      case Other.Refused(var why, var name) -> OtherAnswers.refused(question, of, why, name);
      case Other.Granted to when Aim.copies(of) ->
          question.asker().manages() ? parts.get().copies.copy(question, to) : denied(question);
      case Other.Granted granted ->
          OtherAnswers.about(question, granted, answering.apply(of, question.about(granted)));
    };
  }

  /** A button. */
  Answer press(Question question, Action action) {
    if (parts.isEmpty()) {
      return closed(question);
    }
    if (!question.asker().manages()) {
      return denied(question);
    }
    return switch (action) {
      case Action.Manage(var step, var of) -> step(question, step, of);
      case Action.Choose choose -> parts.get().orders.choices(question, choose);
      case Action.Pick pick -> parts.get().orders.pick(question, pick);
      case Action.Settle(var zone, var line) ->
          Packed.settled(line, zone)
              .map(whole -> parts.get().orders.subscribe(question, whole, taxonomy.get()))
              .orElseGet(() -> HelpAnswers.worn(question));
      default -> throw new IllegalArgumentException("not of a chat: " + action);
    };
  }

  private Answer step(Question question, Step step, @Nullable ShortHash of) {
    OrderAnswers orders = parts.orElseThrow().orders;
    PrivacyAnswers privacy = parts.get().privacy;
    Optional<Wish> wish = StepWishes.of(step);
    if (wish.isPresent()) {
      return orders.wish(question, wish.get(), of);
    }
    return switch (step) {
      case SUBSCRIBE -> orders.subscribe(question, "", taxonomy.get());
      case SETTINGS -> orders.settings(question, of);
      case STATUS -> parts.get().fates.status(question);
      case PRIVACY -> privacy.kept(question);
      case TIMES, DAYS, LAYOUTS, LANGUAGES, PAUSES, MORE, EXTRAS ->
          OrderMenus.menu(question, step, of);
      case CHATS -> OtherAnswers.chats(question, Step.SUBSCRIBE);
      case COPY -> OtherAnswers.chats(question, Step.COPY);
      case NOT_NOW -> OtherAnswers.notNow(question);
      case FORGET -> privacy.sure(question);
      case FORGET_SURELY -> privacy.forget(question);
      default -> parts.get().rests.step(question, step, of);
    };
  }

  /** The names of a chat's orders; none where nothing can be ordered. */
  List<String> names(Question question) {
    return parts.map(some -> some.orders.names(question)).orElse(List.of());
  }

  private static Answer closed(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.closed"),
        question.say("orders.closed.text"),
        List.of(Replies.ways(question.language())));
  }

  private static Answer denied(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.denied"),
        question.say("orders.denied.text", question.command(Verb.SUBSCRIBE)),
        List.of(List.of(Replies.today(question.language()))));
  }
}
