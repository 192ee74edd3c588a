package bot.briefing.content;

import bot.briefing.card.DigestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A library without the digests that the operator has withdrawn, all their editions, while their
 * files go on saying that they are published. Safe for any thread.
 */
public final class Withheld implements Library {
  private final Library all;
  private final AtomicReference<State> state;
  private volatile Set<String> editions = Set.of();

  /** Nothing is withheld yet. */
  public Withheld(Library all) {
    this.all = all;
    this.state = new AtomicReference<>(new State(all.state(), editions));
  }

  /** The library with what is withheld. */
  public Library all() {
    return all;
  }

  /**
   * From now on these are withheld, and no others.
   *
   * @param digests what their editions share: {@link Digest#edition}
   * @return whether they are others than before
   */
  public synchronized boolean withhold(Set<String> digests) {
    boolean others = !digests.equals(editions);
    if (others) {
      editions = Set.copyOf(digests);
    }
    return others;
  }

  @Override
  public NavigableSet<LocalDate> dates() {
    State now = current();
    if (now.editions.isEmpty()) {
      return all.dates();
    }
    NavigableSet<LocalDate> left = now.dates;
    if (left == null) {
      left = left(now.editions);
      now.dates = left;
    }
    return left;
  }

  /** The days that have something else too. Only those of a withheld digest need be read. */
  private NavigableSet<LocalDate> left(Set<String> without) {
    NavigableSet<LocalDate> left = new TreeSet<>(all.dates());
    for (String edition : without) {
      for (LocalDate day : all.days(edition)) {
        if (all.on(day).stream().allMatch(one -> without.contains(one.edition()))) {
          left.remove(day);
        }
      }
    }
    return Collections.unmodifiableNavigableSet(left);
  }

  @Override
  public Set<LocalDate> days(String edition) {
    return editions.contains(edition) ? Set.of() : all.days(edition);
  }

  @Override
  public List<Digest> on(LocalDate date) {
    return shown(all.on(date));
  }

  @Override
  public List<Digest> on(LocalDate date, Instant now) {
    return shown(all.on(date, now));
  }

  private List<Digest> shown(List<Digest> digests) {
    return editions.isEmpty() ? digests : digests.stream().filter(this::isShown).toList();
  }

  private boolean isShown(Digest digest) {
    Set<String> without = editions;
    return without.isEmpty() || !without.contains(digest.edition());
  }

  @Override
  public Health health() {
    return all.health();
  }

  @Override
  public Object state() {
    return current();
  }

  private State current() {
    Object below = all.state();
    Set<String> without = editions;
    return state.updateAndGet(now -> now.isOf(below, without) ? now : new State(below, without));
  }

  /** Be it of one that is withheld: whoever looks then finds everything as it was. */
  @Override
  public Optional<Instant> next(Instant now) {
    return all.next(now);
  }

  @Override
  public Optional<Digest> latest(String language, Instant now) {
    Optional<Digest> latest = all.latest(language, now);
    return latest.filter(this::isShown).isPresent() ? latest : Library.super.latest(language, now);
  }

  @Override
  public Optional<Digest> find(DigestId id, Instant now) {
    return all.find(id, now).filter(this::isShown);
  }

  @Override
  public Optional<Digest> edition(Digest digest, String language, Instant now) {
    return all.edition(digest, language, now).filter(this::isShown);
  }

  /** What was withheld of what: another object each time that either changes. */
  private static final class State {
    private final Object below;
    private final Set<String> editions;

    /** Absent: nobody has asked yet. */
    private volatile @Nullable NavigableSet<LocalDate> dates;

    State(Object below, Set<String> editions) {
      this.below = below;
      this.editions = editions;
    }

    @SuppressWarnings("ReferenceEquality") // the very same object is what a library promises
    boolean isOf(Object otherBelow, Set<String> otherEditions) {
      return below == otherBelow && editions == otherEditions;
    }
  }
}
