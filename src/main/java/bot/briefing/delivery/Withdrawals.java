package bot.briefing.delivery;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.content.Withheld;
import bot.briefing.store.Database;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Digests that the operator has withdrawn: asked for by rows that the running bot picks up. {@link
 * #look} is called by the planner's thread.
 */
public final class Withdrawals {
  private static final Logger LOG = LoggerFactory.getLogger(Withdrawals.class);

  private final Commits commits;
  private final Library library;
  private final Withheld shown;
  private @Nullable Object seen;

  /**
   * @param shown is told of what is withdrawn
   */
  Withdrawals(Commits commits, Withheld shown) {
    this.commits = commits;
    this.library = shown.all();
    this.shown = shown;
  }

  /**
   * Asks, beside the running bot, to withdraw a digest with all its editions.
   *
   * @param stem a file's name without folder and ending, in NFC
   * @param undo to take that back instead
   * @return the request's id
   */
  public static String ask(Database database, String stem, boolean undo, Instant now) {
    String id = UUID.randomUUID().toString();
    database
        .jdbi()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into withdrawal (id, stem, undo, asked)
                        values (:id, :stem, :undo, :asked)
                        """)
                    .bind("id", id)
                    .bind("stem", stem)
                    .bind("undo", undo ? 1 : 0)
                    .bind("asked", Millis.of(now))
                    .execute());
    return id;
  }

  /** What became of a request; empty: it was not picked up yet. */
  public static Optional<Outcome> outcome(Database database, String id) {
    return Requests.WITHDRAWAL.outcome(database, id).map(Outcome::valueOf);
  }

  /** Whether anything of this name was ever planned. */
  public static boolean isKnown(Database database, String stem) {
    return !database.jdbi().withHandle(handle -> sent(handle, stem)).isEmpty();
  }

  /**
   * Picks up what was asked for; from then on what is withdrawn is not shown, whichever instance
   * has picked it up.
   *
   * @return whether something has become withdrawn, or is no longer
   */
  boolean look(Instant now) {
    if (!commits.read(Withdrawals::open).isEmpty()) {
      pickUp(now);
    }
    Set<String> withdrawn = new HashSet<>(commits.read(Withdrawn::digests));
    if (!withdrawn.isEmpty()) {
      withdrawn.addAll(renamed(withdrawn, now));
    }
    return shown.withhold(withdrawn);
  }

  /** A file that goes on under another name is withdrawn under that name too. */
  private Set<String> renamed(Set<String> withdrawn, Instant now) {
    Object state = library.state();
    if (state.equals(seen)) {
      return Set.of();
    }
    Set<String> added = commits.read(handle -> sameAs(withdrawn, handle, now));
    added.removeAll(withdrawn);
    if (!added.isEmpty()) {
      LOG.info("withdrawn under another name: {}", added);
      commits.write(
          handle -> {
            added.forEach(digest -> Withdrawn.add(handle, digest, now));
            return true;
          });
    }
    seen = state;
    return added;
  }

  /** What these are called now, and were called when they were sent. */
  private Set<String> sameAs(Set<String> digests, Handle handle, Instant now) {
    Set<String> same = new HashSet<>();
    Names.of(library, handle, now)
        .now()
        .forEach(
            (first, offer) -> {
              if (digests.contains(first) || digests.contains(offer.digest())) {
                same.add(first);
                same.add(offer.digest());
              }
            });
    return same;
  }

  private void pickUp(Instant now) {
    commits.write(
        handle -> {
          List<Request> requests = open(handle);
          for (Request request : requests) {
            Set<String> digests = new HashSet<>(sent(handle, request.stem));
            digests.addAll(there(request.stem));
            digests.addAll(sameAs(digests, handle, now));
            digests.forEach(digest -> follow(handle, request, digest, now));
            Outcome outcome = digests.isEmpty() ? Outcome.UNKNOWN : Outcome.DONE;
            Requests.WITHDRAWAL.end(handle, request.id, outcome);
          }
          return requests.size();
        });
  }

  private static void follow(Handle handle, Request request, String digest, Instant now) {
    if (request.undo) {
      Withdrawn.remove(handle, digest);
    } else {
      Withdrawn.add(handle, digest, now);
    }
  }

  private static List<Request> open(Handle handle) {
    return handle
        .createQuery("select * from withdrawal where outcome is null order by asked")
        .map(
            (row, _) ->
                new Request(row.getString("id"), row.getString("stem"), row.getInt("undo") != 0))
        .list();
  }

  /** By the name that it had when it was sent, with or without its language. */
  private static Set<String> sent(Handle handle, String stem) {
    return handle
        .createQuery(
            "select distinct digest from draft where stem = :stem or stem = :stem || '.' ||"
                + " language")
        .bind("stem", stem)
        .mapTo(String.class)
        .set();
  }

  private Set<String> there(String stem) {
    Set<String> digests = new HashSet<>();
    library.dates().stream()
        .flatMap(day -> library.on(day).stream())
        .filter(one -> isCalled(one, stem))
        .forEach(one -> digests.add(one.edition()));
    return digests;
  }

  /** Whether a digest is called so, with or without its language. */
  public static boolean isCalled(Digest digest, String stem) {
    return digest.stem().equals(stem) || digest.stem().equals(stem + "." + digest.language());
  }

  /** What became of a request. */
  public enum Outcome {
    DONE,
    /** There is no digest of this name, and never was. */
    UNKNOWN
  }

  private record Request(String id, String stem, boolean undo) {}
}
