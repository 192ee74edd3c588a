package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Layout;
import bot.briefing.card.Step;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.content.Library;
import bot.briefing.subscription.Wish;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who answers for what a chat has ordered: only where there is a push side, and only who may. */
final class OrderDesk {
  private final Optional<Parts> parts;
  private final Supplier<Taxonomy> taxonomy;

  private record Parts(OrderAnswers orders, FateAnswers fates, PrivacyAnswers privacy) {}

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
                        new FateAnswers(some, library),
                        new PrivacyAnswers(some)));
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
      case UNSUBSCRIBE -> orders.unsubscribe(question);
      case PAUSE -> orders.pause(question, argument);
      case RESUME -> orders.resume(question);
      case SETTINGS -> orders.settings(question);
      case TEST -> orders.test(question);
      case STATUS -> parts.get().fates.status(question);
      case WHY -> parts.get().fates.why(question, argument);
      case PRIVACY -> parts.get().privacy.kept(question);
      case TODAY, TOPIC, SOURCE, DATE, TOPICS, SOURCES, HELP ->
          throw new IllegalArgumentException("not of a chat: " + verb);
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
      case Action.Manage(var step) -> step(question, step);
      case Action.Choose(var page) -> parts.get().orders.topics(question, page);
      case Action.Pick(var topic, var wanted, var page) ->
          parts.get().orders.pick(question, topic, wanted, page);
      default -> throw new IllegalArgumentException("not of a chat: " + action);
    };
  }

  private Answer step(Question question, Step step) {
    OrderAnswers orders = parts.orElseThrow().orders;
    PrivacyAnswers privacy = parts.get().privacy;
    return switch (step) {
      case SUBSCRIBE -> orders.subscribe(question, "", taxonomy.get());
      case SETTINGS -> orders.settings(question);
      case STATUS -> parts.get().fates.status(question);
      case PRIVACY -> privacy.kept(question);
      case TIMES, DAYS, LAYOUTS, LANGUAGES, PAUSES -> OrderMenus.menu(question, step);
      case PAUSE -> orders.pause(question, "");
      case PAUSE_DAY -> orders.pause(question, Duration.ofDays(1));
      case PAUSE_WEEK -> orders.pause(question, Duration.ofDays(7));
      case RESUME -> orders.resume(question);
      case TEST -> orders.test(question);
      case UNSUBSCRIBE -> orders.unsubscribe(question);
      case FORGET -> privacy.sure(question);
      case FORGET_SURELY -> privacy.forget(question);
      case AS_PUBLISHED, AT_7, AT_8, AT_9, AT_12, AT_18, AT_21, AT_8_AND_18 ->
          orders.wish(question, at(step));
      case DAILY -> orders.wish(question, on(EnumSet.allOf(DayOfWeek.class)));
      case WEEKDAYS -> orders.wish(question, on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
      case WEEKENDS -> orders.wish(question, on(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
      case HEADLINES -> orders.wish(question, as(Layout.HEADLINES));
      case OVERVIEW -> orders.wish(question, as(Layout.OVERVIEW));
      case FULL -> orders.wish(question, as(Layout.FULL));
      case SILENT -> orders.wish(question, silent(true));
      case LOUD -> orders.wish(question, silent(false));
      case KOREAN -> orders.wish(question, in(Language.KO));
      case ENGLISH -> orders.wish(question, in(Language.EN));
      case EVERYTHING ->
          orders.wish(question, new Wish(null, null, null, Set.of(), null, null, null));
    };
  }

  private static Wish at(Step step) {
    return switch (step) {
      case AT_7 -> at(7);
      case AT_8 -> at(8);
      case AT_9 -> at(9);
      case AT_12 -> at(12);
      case AT_18 -> at(18);
      case AT_21 -> at(21);
      case AT_8_AND_18 -> at(8, 18);
      default -> at();
    };
  }

  private static Wish at(Integer... hours) {
    SortedSet<LocalTime> times =
        new TreeSet<>(Arrays.stream(hours).map(hour -> LocalTime.of(hour, 0)).toList());
    return new Wish(times, null, null, null, null, null, null);
  }

  private static Wish on(Set<DayOfWeek> days) {
    return new Wish(null, null, days, null, null, null, null);
  }

  private static Wish as(Layout layout) {
    return new Wish(null, null, null, null, null, layout, null);
  }

  private static Wish in(Language language) {
    return new Wish(null, null, null, null, language, null, null);
  }

  private static Wish silent(boolean silent) {
    return new Wish(null, null, null, null, null, null, silent);
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
