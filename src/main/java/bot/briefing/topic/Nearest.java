package bot.briefing.topic;

import bot.briefing.text.Fold;
import bot.briefing.text.Letters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Things that are called nearly as somebody typed: by the edit distance of the keystrokes (an
 * insertion, a deletion, a substitution, or two neighbours swapped), as a share of the longer text.
 */
final class Nearest<T> {
  /** Two wrong keys in five, the most that still looks like a slip. */
  private static final double FARTHEST = 0.4;

  /** A word of a name weighs less than the name, what begins like it less than what is like it. */
  private static final double IN_PART = 0.1;

  private static final int LEAST_PART = 3;
  private static final int LEAST_BEGINNING = 2;

  private final List<Candidate<T>> candidates = new ArrayList<>();

  private record Candidate<T>(T thing, List<String> names, List<String> parts) {}

  private record Found<T>(T thing, double distance) {}

  /**
   * @param called all that a thing may be called
   */
  Nearest(Collection<T> things, Function<T, List<String>> called) {
    for (T thing : things) {
      List<String> names = called.apply(thing);
      candidates.add(
          new Candidate<>(
              thing,
              names.stream().map(Keystrokes::of).distinct().toList(),
              names.stream()
                  .map(Fold::words)
                  .filter(words -> words.size() > 1)
                  .flatMap(List::stream)
                  .map(Keystrokes::of)
                  .filter(part -> part.length() >= LEAST_PART)
                  .distinct()
                  .toList()));
    }
  }

  /** The nearest first, of equally near ones the one that was given first. */
  List<T> to(String typed, int most) {
    List<String> readings = Fold.readings(typed).stream().map(Keystrokes::of).distinct().toList();
    return candidates.stream()
        .map(candidate -> found(candidate, readings))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(Found::distance))
        .limit(most)
        .map(Found::thing)
        .toList();
  }

  private Optional<Found<T>> found(Candidate<T> candidate, List<String> readings) {
    OptionalDouble least =
        readings.stream()
            .flatMapToDouble(
                reading ->
                    DoubleStream.concat(
                        candidate.names.stream().mapToDouble(name -> distance(reading, name)),
                        candidate.parts.stream()
                            .mapToDouble(part -> IN_PART + distance(reading, part))))
            .min();
    return least.isPresent() && least.getAsDouble() <= FARTHEST
        ? Optional.of(new Found<>(candidate.thing, least.getAsDouble()))
        : Optional.empty();
  }

  private static double distance(String typed, String name) {
    int longer = Math.max(typed.length(), name.length());
    boolean mayBeNear = Math.abs(typed.length() - name.length()) <= FARTHEST * longer;
    double edits = mayBeNear ? (double) Letters.distance(typed, name) / longer : 1;
    if (typed.length() >= LEAST_BEGINNING && name.startsWith(typed)) {
      return Math.min(edits, IN_PART + (double) (longer - typed.length()) / longer * IN_PART);
    }
    return edits;
  }
}
