package bot.briefing.content;

import bot.briefing.card.DigestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All digests that can be read. Safe for any thread. A digest is shown from its publication on; the
 * methods that take an instant leave out what is of its future (DESIGN, section 3).
 */
public interface Library {
  /** What is newer comes last; of two of one instant, the greater stem. */
  Comparator<Digest> BY_PUBLICATION =
      Comparator.comparing(Digest::published).thenComparing(Digest::stem);

  /** A library that holds these digests and never changes. */
  static Library of(List<Digest> digests) {
    return new ListLibrary(digests);
  }

  /** The days of which there is a digest, those of the future too. */
  NavigableSet<LocalDate> dates();

  /**
   * All digests of a day, of every language, those of the future too; the earliest publication
   * first.
   */
  List<Digest> on(LocalDate date);

  /** The days of which there is an edition of a digest, those of the future too. */
  default Set<LocalDate> days(String edition) {
    return dates().stream()
        .filter(date -> on(date).stream().anyMatch(one -> one.edition().equals(edition)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How the library's content is. */
  Health health();

  /**
   * The very same object for as long as nothing in the library, and nothing of its health, has
   * changed.
   */
  Object state();

  /** When the next digest appears that is there already; empty where none is to come. */
  default Optional<Instant> next(Instant now) {
    return dates().stream()
        .flatMap(date -> on(date).stream())
        .map(Digest::published)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  /** What was published of a day by now; the earliest publication first. */
  default List<Digest> on(LocalDate date, Instant now) {
    return on(date).stream().filter(digest -> !digest.published().isAfter(now)).toList();
  }

  /** The latest publication of a language, whatever day it is of. */
  default Optional<Digest> latest(String language, Instant now) {
    return published(now).filter(digest -> digest.language().equals(language)).max(BY_PUBLICATION);
  }

  /**
   * The digest that a button names; empty when it is gone. One that was renamed or that moved to
   * another day may be found too.
   */
  default Optional<Digest> find(DigestId id, Instant now) {
    return on(id.date(), now).stream().filter(digest -> digest.id().equals(id)).findFirst();
  }

  /**
   * A digest's edition in a language, the latest publication where there are several; itself where
   * it is of that language.
   */
  default Optional<Digest> edition(Digest digest, String language, Instant now) {
    return digest.language().equals(language)
        ? Optional.of(digest)
        : published(now)
            .filter(
                other ->
                    other.language().equals(language) && other.edition().equals(digest.edition()))
            .max(BY_PUBLICATION);
  }

  private Stream<Digest> published(Instant now) {
    return dates().stream().flatMap(date -> on(date, now).stream());
  }

  /** How content is. */
  sealed interface Health {
    /** There is something to show. */
    record Good() implements Health {}

    /** The folder is there and holds no digest. */
    record Empty() implements Health {}

    /**
     * The folder is not there, or nothing in it can be read. What was read before stays in service.
     *
     * @param reason for the log and the command line, in English
     */
    record Unreadable(String reason) implements Health {}
  }
}
