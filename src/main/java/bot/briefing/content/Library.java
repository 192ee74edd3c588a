package bot.briefing.content;

import bot.briefing.card.DigestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * All digests that can be read. Safe for any thread. A digest is shown from its publication on; the
 * methods that take an instant leave out what is of its future.
 */
public interface Library {
  /** The days of which there is a digest. */
  NavigableSet<LocalDate> dates();

  /**
   * All digests of a day, of every language, those of the future too; the earliest publication
   * first.
   */
  List<Digest> on(LocalDate date);

  /** How the library's content is. */
  Health health();

  /** What was published of a day. */
  default List<Digest> on(LocalDate date, Instant now) {
    return on(date).stream().filter(digest -> !digest.published().isAfter(now)).toList();
  }

  /** The latest publication of a language. */
  default Optional<Digest> latest(String language, Instant now) {
    for (LocalDate date : dates().descendingSet()) {
      Optional<Digest> found =
          on(date, now).stream()
              .filter(digest -> digest.language().equals(language))
              .max(Comparator.comparing(Digest::published));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The digest that a button names; empty when it is gone. */
  default Optional<Digest> find(DigestId id, Instant now) {
    return on(id.date(), now).stream().filter(digest -> digest.id().equals(id)).findFirst();
  }

  /** A digest's edition in a language; itself where it is of that language. */
  default Optional<Digest> edition(Digest digest, String language) {
    return on(digest.date()).stream()
        .filter(
            other -> other.language().equals(language) && other.edition().equals(digest.edition()))
        .findFirst();
  }

  /** How content is. */
  sealed interface Health {
    /** There is something to show. */
    record Good() implements Health {}

    /** The folder is there and holds no digest. */
    record Empty() implements Health {}

    /**
     * The folder is not there, or cannot be read.
     *
     * @param reason for the log and the command line, in English
     */
    record Unreadable(String reason) implements Health {}
  }
}
