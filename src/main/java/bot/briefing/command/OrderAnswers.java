package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.Layout;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Step;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Extras.Rooms;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.OrderLine;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.subscription.Wish;
import bot.briefing.topic.Taxonomy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives and changes what a chat has ordered. Whoever asks may do that. */
final class OrderAnswers {
  private final Standing standing;
  private final OrderViews views;

  OrderAnswers(Standing standing) {
    this.standing = standing;
    this.views = new OrderViews(standing);
  }

  private Held held(Question question) {
    return Held.of(standing, question);
  }

  /** What was typed after {@code /subscribe}. */
  Answer subscribe(Question question, String line, Taxonomy taxonomy) {
    return switch (OrderLine.of(
        line, taxonomy, question.index().publishers(), question.language())) {
      case OrderLine.Understood(var wish) -> subscribe(question, wish);
      case OrderLine.WhichZone(var word, var zones) ->
          LineAnswers.which(question, line, word, zones);
      case OrderLine.Unclear(var word, var nearest) -> LineAnswers.unclear(question, word, nearest);
    };
  }

  /** Of each name a chat has one order: another word changes it. */
  private Answer subscribe(Question question, Wish wish) {
    String name = wish.name() == null ? "" : wish.name();
    Held held = held(question);
    Optional<Subscription> before =
        name.isEmpty() ? standing.subscriptions().find(question.asker().chat()) : held.named(name);
    if (before.isEmpty()) {
      return held.orders().size() >= Subscription.MOST
          ? full(question)
          : begun(question, wished(wish, fresh(question, name)));
    }
    Subscription wished = wished(wish, before.get());
    boolean resumes = !before.get().state().isActive();
    boolean same = wished.equals(before.get()) && !resumes;
    Subscription now = same ? wished : changed(question, before.get(), wish, true);
    String title = question.say(same ? "orders.same" : "orders.changed");
    return views.told(question, held, now, title);
  }

  /** In a forum who wishes for threads gets posts or topics. */
  private Subscription wished(Wish wish, Subscription order) {
    Subscription wished = wish.of(order);
    Extras extras = wished.extras();
    if (extras.rooms() == Rooms.NONE || extras.equals(order.extras())) {
      return wished;
    }
    boolean forum =
        extras.rooms() == Rooms.POST || standing.permits().apply(order.chat(), extras).forum();
    return wished.with(extras.in(forum ? Rooms.POST : Rooms.THREAD));
  }

  private Answer begun(Question question, Subscription begun) {
    standing.subscriptions().put(begun, question.now());
    standing.changed().run();
    return views.begun(question, held(question), begun);
  }

  private static Answer full(Question question) {
    return Replies.said(
        question,
        Outcome.NOTHING,
        question.say("orders.most", Subscription.MOST),
        question.say("orders.most.text", question.command(Verb.UNSUBSCRIBE)),
        List.of(OrderMenus.buttons(question, Step.SETTINGS)));
  }

  /** One that begins now, with nothing wished for yet. */
  static Subscription fresh(Question question, String name) {
    Asker asker = question.asker();
    Instant now = question.now();
    return new Subscription(
        UUID.randomUUID().toString(),
        asker.chat(),
        name,
        asker.place(),
        Schedule.asPublished(question.zone()),
        Filter.NONE,
        asker.language(),
        Layout.OVERVIEW,
        false,
        null,
        false,
        Extras.NONE,
        new State.Active(now),
        now);
  }

  /** With other times an order is served anew: what was due at its old ones is not made up for. */
  private Subscription changed(Question question, Subscription before, Wish wish, boolean resumes) {
    Subscription wished = wished(wish, before);
    boolean active = before.state().isActive();
    boolean anew = active ? !wished.schedule().equals(before.schedule()) : resumes;
    Subscription now = anew ? wished.in(new State.Active(question.now())) : wished;
    if (anew) {
      standing.subscriptions().put(now, question.now());
    } else {
      standing.subscriptions().change(now, question.now());
    }
    standing.changed().run();
    return now;
  }

  /** What was typed after {@code /settings}. */
  Answer settings(Question question, String typed) {
    Held held = held(question);
    Held.Meant meant = held.meant(typed);
    if (meant.order().isPresent()) {
      return settings(question, ShortHash.of(meant.order().get().name()));
    }
    String unknown = meant.unknown().orElse(meant.rest());
    return unknown.isEmpty() || held.orders().isEmpty()
        ? settings(question, (ShortHash) null)
        : OrderViews.unknown(question, held, unknown, Step.SETTINGS);
  }

  /**
   * @param of absent: all
   */
  Answer settings(Question question, @Nullable ShortHash of) {
    Held held = held(question);
    String title = question.say(held.several() ? "orders.settings.all" : "orders.settings");
    if (of == null && held.several()) {
      return views.all(question, held, title);
    }
    return held.of(of)
        .map(order -> views.told(question, held, order, question.say("orders.settings")))
        .orElseGet(() -> gone(question, held));
  }

  /** What a button meant is no more. */
  private Answer gone(Question question, Held held) {
    return held.orders().isEmpty()
        ? OrderViews.none(question)
        : views.all(question, held, question.say("orders.settings.all"));
  }

  /** A button that wishes for something. */
  Answer wish(Question question, Wish wish, @Nullable ShortHash of) {
    Held held = held(question);
    return held.of(of)
        .map(order -> changed(question, order, wish, false))
        .map(order -> views.told(question, held, order, question.say("orders.changed")))
        .orElseGet(() -> gone(question, held));
  }

  /** What a person may type for the orders that there are. */
  List<String> names(Question question) {
    return held(question).orders().stream().map(order -> Held.called(question, order)).toList();
  }

  /** The topics or sources of which an order may have some. */
  Answer choices(Question question, Action.Choose choose) {
    Held held = held(question);
    return held.of(choose.order())
        .map(order -> OrderMenus.choices(question, held, order, choose.listed(), choose.page()))
        .orElseGet(() -> gone(question, held));
  }

  /** A button that takes a topic or a source in or out. */
  Answer pick(Question question, Action.Pick pick) {
    Held held = held(question);
    Action.Listed listed = pick.listed();
    Optional<Subscription> order = held.of(pick.order());
    Optional<Subject> picked = question.index().find(OrderMenus.kind(listed), pick.subject());
    if (order.isEmpty() || picked.isEmpty()) {
      return choices(question, new Action.Choose(listed, pick.page(), pick.order()));
    }
    Set<String> words = new HashSet<>(OrderMenus.chosen(order.get(), listed));
    if (pick.wanted()) {
      words.add(picked.get().word());
    } else {
      words.remove(picked.get().word());
    }
    Wish wish = listed == Action.Listed.TOPICS ? Wish.topics(words) : Wish.sources(words);
    Subscription now = changed(question, order.get(), wish, false);
    return OrderMenus.choices(question, held, now, listed, pick.page());
  }
}
