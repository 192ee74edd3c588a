package bot.briefing.content.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has changed for certain: a file that two looks in succession saw in the same state,
 * there or gone. One that is being written changes from look to look; one that an editor replaces
 * is gone in one look only.
 */
final class Sightings {
  private final Map<Path, Stamp> taken = new HashMap<>();
  private @Nullable Listing last;
  private boolean unsettled;

  /**
   * @param first counts at once: whoever starts takes what is there
   */
  Sightings(Listing first) {
    last = first;
  }

  /** The files whose state is settled and not the one that was taken. */
  Set<Path> settled(Listing now) {
    Set<Path> changed = new HashSet<>(now.files().keySet());
    changed.addAll(taken.keySet());
    changed.removeIf(
        path -> Objects.equals(now.files().get(path), taken.get(path)) || now.isBlind(path));
    Set<Path> settled = new HashSet<>(changed);
    Listing before = last;
    settled.removeIf(
        path ->
            before == null
                || before.isBlind(path)
                || !Objects.equals(now.files().get(path), before.files().get(path)));
    last = now;
    unsettled = settled.size() < changed.size();
    return settled;
  }

  /** Nothing could be seen: what is seen next stands alone. */
  void interrupt() {
    last = null;
    unsettled = false;
  }

  /**
   * This state of a file has been dealt with.
   *
   * @param stamp absent where the file is gone
   */
  void take(Path path, @Nullable Stamp stamp) {
    if (stamp == null) {
      taken.remove(path);
    } else {
      taken.put(path, stamp);
    }
  }

  /** A settled file moved while it was being read. */
  void postpone() {
    unsettled = true;
  }

  /** Whether another look is due soon. */
  boolean isUnsettled() {
    return unsettled;
  }
}
