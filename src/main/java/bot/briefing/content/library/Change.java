package bot.briefing.content.library;

import java.util.Set;

/**
 * What a look at the folder changed.
 *
 * @param stems of the digests that came, changed or left
 * @param tags whether the files of topics or sources changed: any digest may have other topics now
 */
public record Change(Set<String> stems, boolean tags) {
  public Change {
    stems = Set.copyOf(stems);
  }
}
