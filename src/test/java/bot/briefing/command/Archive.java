package bot.briefing.command;

import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A library in memory. */
final class Archive implements Library {
  private final List<Digest> digests = new CopyOnWriteArrayList<>();
  private Health health = new Health.Good();
  private volatile Object state = new Object();

  void add(Digest... added) {
    digests.addAll(List.of(added));
    state = new Object();
  }

  void remove(String stem) {
    digests.removeIf(digest -> digest.stem().equals(stem));
    state = new Object();
  }

  void replace(Digest digest) {
    remove(digest.stem());
    add(digest);
  }

  void isUnreadable() {
    health = new Health.Unreadable("no such folder");
    state = new Object();
  }

  @Override
  public NavigableSet<LocalDate> dates() {
    TreeMap<LocalDate, Boolean> dates = new TreeMap<>();
    digests.forEach(digest -> dates.put(digest.date(), true));
    return Collections.unmodifiableNavigableSet(dates.navigableKeySet());
  }

  @Override
  public List<Digest> on(LocalDate date) {
    return digests.stream()
        .filter(digest -> digest.date().equals(date))
        .sorted(Comparator.comparing(Digest::published))
        .toList();
  }

  @Override
  public Object state() {
    return state;
  }

  @Override
  public Health health() {
    return health;
  }
}
