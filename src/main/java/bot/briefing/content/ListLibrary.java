package bot.briefing.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;

/** A library in memory. */
final class ListLibrary implements Library {
  private final TreeMap<LocalDate, List<Digest>> days = new TreeMap<>();

  ListLibrary(List<Digest> digests) {
    digests.stream()
        .sorted(BY_PUBLICATION)
        .forEach(
            digest -> days.computeIfAbsent(digest.date(), date -> new ArrayList<>()).add(digest));
  }

  @Override
  public NavigableSet<LocalDate> dates() {
    return Collections.unmodifiableNavigableSet(days.navigableKeySet());
  }

  @Override
  public List<Digest> on(LocalDate date) {
    return List.copyOf(days.getOrDefault(date, List.of()));
  }

  @Override
  public Object state() {
    return this;
  }

  @Override
  public Health health() {
    return days.isEmpty() ? new Health.Empty() : new Health.Good();
  }
}
