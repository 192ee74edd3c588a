package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.telegram.Entity.Family;
import bot.briefing.sandbox.telegram.Entity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What the platform makes of entities that may not stand so: it says nothing and repairs (TDLib's
 * fix_entities). Marks and quotes do not overlap their like, a mark does not cross a quote's edge,
 * styles end where code begins.
 */
final class EntityRules {
  private static final int MOST = 100;

  private EntityRules() {}

  /**
   * The entities that a message keeps.
   *
   * @param formatting what the bot asked for
   * @param found what the platform found in the text by itself: addresses, commands
   */
  static List<Entity> repaired(List<Entity> formatting, List<Entity> found) {
    List<Entity> asked = formatting.size() > MOST ? List.of() : formatting;
    List<Entity> quotes = apart(of(asked, Family.QUOTE));
    List<Entity> marks = inside(apart(of(asked, Family.MARK)), quotes);
    for (Entity entity : inside(found, quotes)) {
      if (marks.stream().noneMatch(mark -> overlap(mark, entity))) {
        marks.add(entity);
      }
    }
    List<Entity> fixed = new ArrayList<>(marks);
    fixed.addAll(quotes);
    fixed.addAll(styles(of(asked, Family.STYLE), fixed));
    fixed.sort(Entity.ORDER);
    return fixed;
  }

  private static List<Entity> of(List<Entity> entities, Family family) {
    return entities.stream()
        .filter(entity -> entity.kind().family() == family && entity.length() > 0)
        .sorted(Entity.ORDER)
        .toList();
  }

  private static List<Entity> apart(List<Entity> sorted) {
    List<Entity> kept = new ArrayList<>();
    for (Entity entity : sorted) {
      if (kept.isEmpty() || entity.offset() >= kept.getLast().end()) {
        kept.add(entity);
      }
    }
    return kept;
  }

  private static List<Entity> inside(List<Entity> marks, List<Entity> quotes) {
    List<Entity> kept = new ArrayList<>(marks);
    kept.removeIf(
        mark ->
            quotes.stream()
                .anyMatch(
                    quote ->
                        overlap(mark, quote)
                            && (mark.offset() < quote.offset() || mark.end() > quote.end())));
    return kept;
  }

  private static boolean overlap(Entity one, Entity other) {
    return one.offset() < other.end() && other.offset() < one.end();
  }

  /** Styles of a kind are joined, then cut at the edges of all else and where another begins. */
  private static List<Entity> styles(List<Entity> sorted, List<Entity> others) {
    List<Entity> joined = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Entity run = null;
      for (Entity entity : sorted) {
        if (entity.kind() != kind) {
          continue;
        }
        if (run != null && entity.offset() <= run.end()) {
          run = run.from(run.offset(), Math.max(run.end(), entity.end()));
        } else {
          if (run != null) {
            joined.add(run);
          }
          run = entity;
        }
      }
      if (run != null) {
        joined.add(run);
      }
    }
    NavigableSet<Integer> cuts = new TreeSet<>();
    joined.forEach(style -> cuts.add(style.offset()));
    others.forEach(other -> cuts.addAll(List.of(other.offset(), other.end())));
    List<Entity> pieces = new ArrayList<>();
    for (Entity style : joined) {
      int from = style.offset();
      while (from < style.end()) {
        Integer cut = cuts.higher(from);
        int to = cut == null ? style.end() : Math.min(cut, style.end());
        Entity piece = style.from(from, to);
        if (others.stream().noneMatch(o -> o.kind().plainInside() && overlap(o, piece))) {
          pieces.add(piece);
        }
        from = to;
      }
    }
    return pieces;
  }
}
