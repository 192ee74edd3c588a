package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sources by what a person typed: a name, an alias or an address, else the words that only one of
 * them begins with, else the part of a name that only one of them has.
 */
final class Publishers {
  /** Of a part of a name: fewer letters are in too many of them. */
  private static final int LEAST_LATIN = 3;

  private static final int LEAST_HANGUL = 2;

  private final List<Source> sources;
  private final Names<Source> names;
  private final Domains domains;

  Publishers(Collection<Source> sources) {
    this.sources = List.copyOf(sources);
    this.names = new Names<>(sources, Publishers::called);
    this.domains = new Domains(sources);
  }

  /** All that a source is called, its domains too. */
  static List<String> called(Source source) {
    return Stream.of(List.of(source.name()), source.aliases(), source.domains())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException when two sources have a name in common
   */
  Publishers unshared() {
    names.unshared();
    return this;
  }

  Optional<Source> find(String typed) {
    return named(typed).or(() -> at(typed)).or(() -> inPart(typed));
  }

  Optional<Source> named(String name) {
    return names.find(name);
  }

  Optional<Source> at(String address) {
    return domains.find(address);
  }

  private Optional<Source> inPart(String typed) {
    List<String> readings = Fold.readings(typed).stream().filter(Publishers::saysEnough).toList();
    List<Source> beginning = those(name -> readings.stream().anyMatch(it -> begins(name, it)));
    List<Source> found =
        beginning.isEmpty()
            ? those(name -> readings.stream().anyMatch(Fold.key(name)::contains))
            : beginning;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<Source> those(Predicate<String> isMeant) {
    return sources.stream()
        .filter(
            source -> isMeant.test(source.name()) || source.aliases().stream().anyMatch(isMeant))
        .toList();
  }

  private static boolean begins(String name, String key) {
    StringBuilder words = new StringBuilder();
    for (String word : Fold.words(name)) {
      if (words.append(word).toString().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysEnough(String key) {
    return key.length() >= (Fold.isHangul(key.charAt(0)) ? LEAST_HANGUL : LEAST_LATIN);
  }
}
