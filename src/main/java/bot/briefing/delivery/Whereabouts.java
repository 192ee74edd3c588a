package bot.briefing.delivery;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds digests that were sent, be they called otherwise by now. As of one state of a library. */
final class Whereabouts {
  private final List<Digest> digests;
  private final IdentityHashMap<Digest, Content> contents = new IdentityHashMap<>();

  private Whereabouts(List<Digest> digests) {
    this.digests = digests;
  }

  /** Reads all digests from a day on. */
  static Whereabouts of(Library library, LocalDate from) {
    return new Whereabouts(
        library.dates().tailSet(from).stream().flatMap(day -> library.on(day).stream()).toList());
  }

  Sight find(Draft draft, Instant now) {
    return find(draft, now, one -> one.edition().equals(draft.digest()))
        .or(
            () ->
                find(
                    draft,
                    now,
                    one ->
                        one.date().equals(draft.date())
                            && content(one).isLike(draft.content().links())))
        .orElseGet(Sight.Missing::new);
  }

  private Optional<Sight> find(Draft draft, Instant now, Predicate<Digest> same) {
    List<Digest> found =
        digests.stream()
            .filter(one -> one.language().equals(draft.language()))
            .filter(same)
            .toList();
    return shown(found, now)
        .<Sight>map(one -> new Sight.Shown(one, content(one)))
        .or(
            () ->
                found.stream()
                    .findFirst()
                    .map(_ -> isUnpublished(found) ? new Sight.Withdrawn() : new Sight.Ahead()));
  }

  private static Optional<Digest> shown(List<Digest> found, Instant now) {
    Stream<Digest> shown = found.stream().filter(one -> !one.published().isAfter(now));
    return shown.max(Library.BY_PUBLICATION);
  }

  private static boolean isUnpublished(List<Digest> found) {
    return found.stream().allMatch(one -> one.published().equals(Instant.MAX));
  }

  private Content content(Digest digest) {
    return contents.computeIfAbsent(digest, Content::of);
  }
}
