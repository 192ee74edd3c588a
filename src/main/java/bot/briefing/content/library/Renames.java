package bot.briefing.content.library;

import bot.briefing.card.ShortHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for the life of the process under which name a digest goes on that has lost its old
 * one, so that old buttons find it. Confined to one thread.
 */
final class Renames {
  private final Map<String, Entry> gone = new HashMap<>();
  private final Map<String, String> successors = new HashMap<>();

  /** Hashes of the old stems, with the entries that they lead to in {@code after}. */
  Map<ShortHash, Entry> update(Catalog before, Catalog after) {
    for (Entry entry : before.all()) {
      if (!after.has(entry.stem)) {
        gone.put(entry.stem, entry);
      }
    }
    gone.keySet().removeIf(after::has);
    successors.keySet().retainAll(gone.keySet());

    Map<ShortHash, Entry> found = new HashMap<>();
    gone.forEach(
        (stem, entry) ->
            follow(stem, after)
                .or(() -> match(entry, after))
                .ifPresent(
                    present -> {
                      if (!successors.containsKey(stem)) {
                        successors.put(stem, present.stem);
                      }
                      found.put(ShortHash.of(stem), present);
                    }));
    return found;
  }

  private Optional<Entry> follow(String stem, Catalog after) {
    String last = stem;
    for (String next = stem; next != null; next = successors.get(next)) {
      last = next;
    }
    return after.find(last);
  }

  private static Optional<Entry> match(Entry old, Catalog after) {
    return after.all().stream().filter(old::isRenamed).findFirst();
  }
}
