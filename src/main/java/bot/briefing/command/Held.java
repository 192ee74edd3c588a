package bot.briefing.command;

import bot.briefing.card.ShortHash;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Fold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a chat, as its people speak of them.
 *
 * @param orders the one without a name first
 */
record Held(List<Subscription> orders) {
  private static final Set<String> UNNAMED = Set.of("default", "기본");
  private static final Pattern KEY =
      Pattern.compile("(?iu)(?:name|이름)[:=]\\s*(?:\"([^\"]*)\"|(\\S+))");

  static Held of(Standing standing, Question question) {
    return new Held(standing.subscriptions().all(question.asker().chat()));
  }

  boolean several() {
    return orders.size() > 1;
  }

  /** The one without a name, else the only one. */
  Optional<Subscription> plain() {
    return orders.stream()
        .filter(order -> order.name().isEmpty())
        .findFirst()
        .or(() -> orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty());
  }

  /**
   * The one that a button means.
   *
   * @param hash of its name; absent: the plain one
   */
  Optional<Subscription> of(@Nullable ShortHash hash) {
    return hash == null
        ? plain()
        : orders.stream().filter(order -> ShortHash.of(order.name()).equals(hash)).findFirst();
  }

  /** The one that somebody means by a name. */
  Optional<Subscription> named(String typed) {
    String name = UNNAMED.contains(Fold.plain(typed).strip()) ? "" : typed;
    return orders.stream().filter(order -> isNamed(order, name)).findFirst();
  }

  /** Whether an order has this name; how it is written does not matter. */
  static boolean isNamed(Subscription order, String name) {
    return Fold.key(order.name()).equals(Fold.key(name));
  }

  /** What a button carries that is to mean this one also when there are others. */
  @Nullable ShortHash hash(Subscription order) {
    return several() || !order.name().isEmpty() ? ShortHash.of(order.name()) : null;
  }

  /** How this one is called, where that has to be said. */
  Optional<String> label(Question question, Subscription order) {
    return several() || !order.name().isEmpty()
        ? Optional.of(called(question, order))
        : Optional.empty();
  }

  static String called(Question question, Subscription order) {
    return order.name().isEmpty() ? question.say("orders.unnamed") : order.name();
  }

  /**
   * What was typed after a command.
   *
   * @param order the one that was named
   * @param unknown a name that none has
   * @param rest what else was typed
   */
  record Meant(Optional<Subscription> order, Optional<String> unknown, String rest) {}

  /** Understands a name at the beginning of what was typed, or after {@code name:}. */
  Meant meant(String typed) {
    Matcher key = KEY.matcher(typed);
    if (key.find()) {
      String name = key.group(1) == null ? key.group(2) : key.group(1);
      String rest = (typed.substring(0, key.start()) + typed.substring(key.end())).strip();
      Optional<Subscription> order = named(name);
      return new Meant(order, order.isPresent() ? Optional.empty() : Optional.of(name), rest);
    }
    String[] words = typed.split("\\s+", -1);
    for (int count = words.length; count > 0; count--) {
      String name = String.join(" ", List.of(words).subList(0, count));
      Optional<Subscription> order = name.isEmpty() ? Optional.empty() : named(name);
      if (order.isPresent()) {
        return new Meant(
            order, Optional.empty(), String.join(" ", List.of(words).subList(count, words.length)));
      }
    }
    return new Meant(Optional.empty(), Optional.empty(), typed);
  }
}
