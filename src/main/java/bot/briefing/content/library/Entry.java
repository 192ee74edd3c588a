package bot.briefing.content.library;

import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a digest without its text. Every version of a file, and every way of
 * tagging it, has an entry of its own: entries are compared by identity.
 */
final class Entry {
  final Path path;
  final Stamp stamp;
  final String stem;
  final DigestId id;
  final LocalDate date;
  final String language;
  final Instant published;
  final String edition;
  private final @Nullable String ref;

  /** Hashes of the articles' links. */
  private final Set<Integer> links;

  Entry(Path path, Stamp stamp, Digest digest) {
    this.path = path;
    this.stamp = stamp;
    this.stem = digest.stem();
    this.id = digest.id();
    this.date = digest.date();
    this.language = digest.language();
    this.published = digest.published();
    this.edition = digest.edition();
    this.ref = digest.ref();
    this.links =
        digest.articles().stream()
            .map(Article::url)
            .filter(Objects::nonNull)
            .map(URI::hashCode)
            .collect(Collectors.toUnmodifiableSet());
  }

  private Entry(Entry other) {
    this.path = other.path;
    this.stamp = other.stamp;
    this.stem = other.stem;
    this.id = other.id;
    this.date = other.date;
    this.language = other.language;
    this.published = other.published;
    this.edition = other.edition;
    this.ref = other.ref;
    this.links = other.links;
  }

  /** The same version, to be tagged anew. */
  Entry renewed() {
    return new Entry(this);
  }

  boolean isShown(Instant now) {
    return !published.isAfter(now);
  }

  /** Whether a digest read now stands where this entry stands in the index. */
  boolean describes(Digest digest) {
    return stem.equals(digest.stem())
        && date.equals(digest.date())
        && language.equals(digest.language());
  }

  /**
   * Whether the other one is this digest under another name: the same {@code ref} in the same
   * language, or the same day and most of the same links (DESIGN, section 3).
   */
  boolean isRenamed(Entry other) {
    if (!language.equals(other.language)) {
      return false;
    }
    if (ref != null && ref.equals(other.ref)) {
      return true;
    }
    if (!date.equals(other.date)) {
      return false;
    }
    long common = links.stream().filter(other.links::contains).count();
    return 2 * common > Math.max(links.size(), other.links.size());
  }

  /**
   * The names that the file may have had before its language was written into it, or taken out of
   * it.
   */
  Stream<ShortHash> otherNames() {
    String suffix = "." + language;
    return Stream.of(
            stem.endsWith(suffix)
                ? stem.substring(0, stem.length() - suffix.length())
                : stem + suffix)
        .map(ShortHash::of);
  }

  @Override
  public String toString() {
    return stem + " (" + path + ")";
  }
}
