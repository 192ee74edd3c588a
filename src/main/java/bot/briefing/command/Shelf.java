package bot.briefing.command;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The library as a reader of one language sees it at one instant: nothing of the future, and of
 * each digest the one edition that is best for them. For one question, on one thread.
 */
final class Shelf {
  /** How far back from the latest digest topics and sources are looked for, in days. */
  static final int DAYS_BACK = 30;

  private final Library library;
  private final Language reader;
  private final Language standard;
  private final Instant now;

  /** A question looks at the same day more than once. */
  private final Map<LocalDate, List<Digest>> seen = new HashMap<>();

  /**
   * @param standard the language of a digest that has no edition in the reader's
   */
  Shelf(Library library, Language reader, Language standard, Instant now) {
    this.library = library;
    this.reader = reader;
    this.standard = standard;
    this.now = now;
  }

  /** The days of which there is something to read, the latest first. */
  Stream<LocalDate> days() {
    return library.dates().descendingSet().stream().filter(this::isOut);
  }

  /** The nearest days with something to read, before and after a day on which there is nothing. */
  List<LocalDate> around(LocalDate day) {
    NavigableSet<LocalDate> dates = library.dates();
    return Stream.concat(
            dates.headSet(day, false).descendingSet().stream().filter(this::isOut).limit(1),
            dates.tailSet(day, false).stream().filter(this::isOut).limit(1))
        .toList();
  }

  /**
   * No digest of two days ago is still to come, in whatever zone: it need not be loaded to know.
   */
  private boolean isOut(LocalDate day) {
    LocalDate past = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2);
    return day.isBefore(past) || !library.on(day, now).isEmpty();
  }

  /** The digests of a day, the latest first, each in one edition. */
  List<Digest> on(LocalDate day) {
    return seen.computeIfAbsent(day, one -> chosen(library.on(one, now)));
  }

  /** The latest digest: of its day's the last one to appear. */
  Optional<Digest> latest() {
    return library.dates().descendingSet().stream()
        .map(this::on)
        .filter(digests -> !digests.isEmpty())
        .findFirst()
        .map(List::getFirst)
        .map(this::edition);
  }

  /** The latest digest and those of the 30 days before it, the latest first. */
  List<Digest> window() {
    Optional<LocalDate> latest = days().filter(day -> !on(day).isEmpty()).findFirst();
    if (latest.isEmpty()) {
      return List.of();
    }
    List<Digest> window = new ArrayList<>();
    library
        .dates()
        .subSet(latest.get().minusDays(DAYS_BACK), true, latest.get(), true)
        .descendingSet()
        .forEach(day -> window.addAll(on(day)));
    return onceEach(window);
  }

  /** The digest that a button names, in the edition that it names; empty when it is gone. */
  Optional<Digest> find(DigestId id) {
    return library.find(id, now);
  }

  /** A digest's edition in the reader's language where there is one; else itself. */
  Digest edition(Digest digest) {
    return library.edition(digest, reader.tag(), now).orElse(digest);
  }

  /** Editions that share a name stand together even where their days differ. */
  private List<Digest> onceEach(List<Digest> digests) {
    Map<String, Digest> once = new LinkedHashMap<>();
    digests.forEach(digest -> once.merge(digest.edition(), digest, this::better));
    return List.copyOf(once.values());
  }

  private Digest better(Digest one, Digest other) {
    return rank(other) < rank(one) ? other : one;
  }

  /** A translation does not make a digest newer: its first edition counts. */
  private List<Digest> chosen(List<Digest> digests) {
    Map<String, List<Digest>> editions = new LinkedHashMap<>();
    digests.forEach(
        digest -> editions.computeIfAbsent(digest.edition(), _ -> new ArrayList<>()).add(digest));
    return editions.values().stream()
        .sorted(Comparator.comparing(Shelf::firstOut).reversed())
        .map(group -> group.stream().min(Comparator.comparingInt(this::rank)).orElseThrow())
        .toList();
  }

  private static Instant firstOut(List<Digest> editions) {
    return editions.stream().map(Digest::published).min(Comparator.naturalOrder()).orElseThrow();
  }

  private int rank(Digest digest) {
    if (digest.language().equals(reader.tag())) {
      return 0;
    }
    return digest.language().equals(standard.tag()) ? 1 : 2;
  }
}
