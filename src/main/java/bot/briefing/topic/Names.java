package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things by what they are called, whatever the writing ({@link Fold#readings}). A name that two
 * share means the first.
 */
final class Names<T> {
  private final Map<String, T> byKey = new HashMap<>();
  private final List<String> shared = new ArrayList<>();

  /**
   * @param called all that a thing may be called
   */
  Names(Collection<T> things, Function<T, List<String>> called) {
    for (T thing : things) {
      for (String name : called.apply(thing)) {
        T other = byKey.putIfAbsent(Fold.key(name), thing);
        if (other != null && !other.equals(thing)) {
          shared.add(name);
        }
      }
    }
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException when a name is shared
   */
  Names<T> unshared() {
    if (!shared.isEmpty()) {
      throw new IllegalArgumentException("names that mean two: " + shared);
    }
    return this;
  }

  Optional<T> find(String typed) {
    return Fold.readings(typed).stream()
        .map(reading -> Optional.ofNullable(byKey.get(reading)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
