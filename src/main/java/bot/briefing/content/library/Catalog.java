package bot.briefing.content.library;

import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index as readers see it: one entry of each stem. Immutable. */
final class Catalog {
  private static final Comparator<Entry> BY_PUBLICATION =
      Comparator.<Entry, Instant>comparing(entry -> entry.published)
          .thenComparing(entry -> entry.stem);

  private final Map<String, Entry> byStem;
  private final TreeMap<LocalDate, List<Entry>> days;
  private final Map<String, List<Entry>> languages;
  private final Map<String, List<Entry>> editions;
  private final Map<ShortHash, Entry> byHash = new HashMap<>();
  private final Map<ShortHash, Entry> byOtherName = new HashMap<>();

  /**
   * @param entries no two of one stem
   */
  Catalog(Collection<Entry> entries) {
    List<Entry> sorted = entries.stream().sorted(BY_PUBLICATION).toList();
    byStem = sorted.stream().collect(Collectors.toMap(entry -> entry.stem, Function.identity()));
    days = new TreeMap<>(grouped(sorted, entry -> entry.date));
    languages = grouped(sorted, entry -> entry.language);
    editions = grouped(sorted, entry -> entry.edition);
    for (Entry entry : sorted) {
      byHash.put(entry.id.stem(), entry);
      entry.otherNames().forEach(name -> byOtherName.putIfAbsent(name, entry));
    }
  }

  private static <K> Map<K, List<Entry>> grouped(List<Entry> entries, Function<Entry, K> key) {
    return entries.stream().collect(Collectors.groupingBy(key));
  }

  NavigableSet<LocalDate> dates() {
    return Collections.unmodifiableNavigableSet(days.navigableKeySet());
  }

  /** The earliest publication first. */
  List<Entry> on(LocalDate date) {
    return days.getOrDefault(date, List.of());
  }

  Collection<Entry> all() {
    return byStem.values();
  }

  boolean isEmpty() {
    return byStem.isEmpty();
  }

  /** Whether this very version is in the catalog. */
  boolean holds(Entry entry) {
    return byStem.get(entry.stem) == entry;
  }

  boolean has(String stem) {
    return byStem.containsKey(stem);
  }

  Optional<Entry> find(String stem) {
    return Optional.ofNullable(byStem.get(stem));
  }

  /** The latest publication first. */
  Stream<Entry> latest(String language, Instant now) {
    return languages.getOrDefault(language, List.of()).reversed().stream()
        .filter(entry -> entry.isShown(now));
  }

  /** When the next digest of the future appears. */
  Optional<Instant> next(Instant now) {
    return byStem.values().stream()
        .map(entry -> entry.published)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  /** Of each language the latest publication, be it of the future. */
  Stream<Entry> newest() {
    return languages.values().stream().map(List::getLast);
  }

  /** The latest publication first. */
  Stream<Entry> edition(String edition, String language, Instant now) {
    return editions.getOrDefault(edition, List.of()).reversed().stream()
        .filter(entry -> entry.language.equals(language) && entry.isShown(now));
  }

  /** The days of an edition. */
  Set<LocalDate> days(String edition) {
    return editions.getOrDefault(edition, List.of()).stream()
        .map(entry -> entry.date)
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Entry> find(ShortHash stem) {
    return Optional.ofNullable(byHash.get(stem));
  }

  /** One that got or lost its language's suffix, by the name that it may have had on that day. */
  Optional<Entry> findByOtherName(DigestId id) {
    return Optional.ofNullable(byOtherName.get(id.stem()))
        .filter(entry -> entry.date.equals(id.date()));
  }
}
