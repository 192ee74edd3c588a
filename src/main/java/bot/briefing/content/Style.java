package bot.briefing.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a post delimits its stories. Authors do it in several ways; what a post does most often, with
 * a source beside it, is its way.
 *
 * @param level of the headings that open stories, for {@link Kind#HEADING}
 */
record Style(Kind kind, int level) {
  /** What opens a story. */
  enum Kind {
    HEADING,
    /** A paragraph that is a link in bold. */
    LINK,
    /** A paragraph in bold. */
    BOLD,
    /** An item of a list that begins with a link. */
    ITEM,
    /** An item of a list that begins with bold words, its source below it. */
    BOLD_ITEM,
    /** Nothing: the post is one story. */
    WHOLE
  }

  static Style of(List<Found> found) {
    return new Counts(found).style();
  }

  private static final class Counts {
    private final List<Found> found;
    private final boolean[] sourced;

    /** For each block the first one of the outermost block that it is in. */
    private final int[] tops;

    Counts(List<Found> found) {
      this.found = found;
      this.sourced = new boolean[found.size()];
      this.tops = new int[found.size()];
      for (int at = 0; at < sourced.length; at++) {
        sourced[at] = tellsSource(found.get(at));
        boolean inside = at > 0 && found.get(at - 1).top() == found.get(at).top();
        tops[at] = inside ? tops[at - 1] : at;
      }
    }

    private static boolean tellsSource(Found block) {
      return !block.isHeading()
          && Lines.of(block.spans()).stream()
              .anyMatch(
                  line ->
                      SourceLine.of(line).filter(SourceLine::isCertain).isPresent()
                          || Vocabulary.isSourceLabel(Lines.text(line)));
    }

    Style style() {
      int[] headed = headedStories();
      int level = best(headed);
      int headings = headed[level];
      boolean captions = boldLinksAreCaptions();
      int links = captions ? 0 : count(Kind.LINK);
      int items = count(Kind.ITEM);
      int bold = sourcedBetween(Kind.BOLD);
      if (captions && headings == 0) {
        return new Style(Kind.HEADING, shallowest());
      }
      int most = Math.max(Math.max(headings, links), Math.max(bold, items));
      if (most == 0) {
        return unheaded().orElseGet(this::unsourced);
      }
      if (headings == most) {
        return new Style(Kind.HEADING, level);
      }
      if (links == most) {
        return new Style(Kind.LINK, 0);
      }
      return new Style(bold == most ? Kind.BOLD : Kind.ITEM, 0);
    }

    /** Lists of stories, where no heading, paragraph or other list opens any. */
    private Optional<Style> unheaded() {
      if (IntStream.range(0, found.size())
          .anyMatch(at -> opens(Kind.ITEM, found.get(at)) && !isReference(at))) {
        return Optional.of(new Style(Kind.ITEM, 0));
      }
      return sourcedBetween(Kind.BOLD_ITEM) > 0
          ? Optional.of(new Style(Kind.BOLD_ITEM, 0))
          : Optional.empty();
    }

    private boolean isReference(int at) {
      Found above = above(at);
      return above != null && Vocabulary.isSourceLabel(Lines.text(above.spans()));
    }

    /** How many headings of each level open a story that tells its source. */
    private int[] headedStories() {
      int[] headed = new int[7];
      Found story = null;
      boolean counted = false;
      for (int at = 0; at < found.size(); at++) {
        Found block = found.get(at);
        if (block.isHeading()) {
          boolean part =
              story != null
                  && block.level() > story.level()
                  && Vocabulary.isSection(Lines.text(block.spans()));
          if (!part) {
            boolean around = Vocabulary.isAround(Lines.text(block.spans()));
            story = around ? null : block;
            counted = false;
            if (story != null && Opening.heading(block).url() != null) {
              headed[block.level()]++;
              counted = true;
            }
          }
        } else if (story != null && !counted && (sourced[at] || isBareLinkUnderHeading(at))) {
          headed[story.level()]++;
          counted = true;
        }
      }
      return headed;
    }

    private boolean isBareLinkUnderHeading(int at) {
      return at > 0
          && found.get(at - 1).isHeading()
          && Opening.boldLink(found.get(at)).isEmpty()
          && SourceLine.of(found.get(at).spans())
              .filter(told -> told.whole() && told.url() != null)
              .isPresent();
    }

    private static int best(int[] headed) {
      int best = 1;
      for (int level = 2; level < headed.length; level++) {
        if (headed[level] > headed[best]) {
          best = level;
        }
      }
      return best;
    }

    /**
     * Each bold link stands by itself right under a heading: it names the source of the heading.
     */
    private boolean boldLinksAreCaptions() {
      int captions = 0;
      int inRegion = 0;
      for (int at = 0; at < found.size(); at++) {
        if (found.get(at).isHeading()) {
          inRegion = 0;
        } else if (Opening.boldLink(found.get(at)).isPresent()) {
          inRegion++;
          captions++;
          if (inRegion > 1 || at == 0 || !found.get(at - 1).isHeading()) {
            return false;
          }
        }
      }
      return captions > 1;
    }

    private int count(Kind kind) {
      int count = 0;
      for (int at = 0; at < found.size(); at++) {
        count += opens(kind, found.get(at)) && !isAsideList(at) ? 1 : 0;
      }
      return count;
    }

    /** A list under a label such as 출처, or under a heading that opens no story. */
    private boolean isAsideList(int at) {
      Found above = above(at);
      if (above == null || !found.get(at).isItem()) {
        return false;
      }
      String text = Lines.text(above.spans());
      return Vocabulary.isSourceLabel(text)
          || (above.isHeading() && (Vocabulary.isAround(text) || Vocabulary.isSection(text)));
    }

    /** What stands above the outermost block that a block is in. */
    private @Nullable Found above(int at) {
      return tops[at] == 0 ? null : found.get(tops[at] - 1);
    }

    private int sourcedBetween(Kind kind) {
      int stories = 0;
      boolean open = false;
      for (int at = 0; at < found.size(); at++) {
        if (opens(kind, found.get(at))) {
          open = true;
        } else if (found.get(at).isHeading()) {
          open = false;
        }
        if (open && sourced[at]) {
          stories++;
          open = false;
        }
      }
      return stories;
    }

    private Style unsourced() {
      int level = shallowest();
      if (level > 0) {
        return new Style(Kind.HEADING, level);
      }
      List<Found> bold = found.stream().filter(block -> opens(Kind.BOLD, block)).toList();
      boolean numbered =
          bold.stream().anyMatch(block -> Numbering.of(Lines.text(block.spans())).isPresent());
      return new Style(numbered || bold.size() > 1 ? Kind.BOLD : Kind.WHOLE, 0);
    }

    /** The level of the headings that look like stories, where no source tells; 0 for none. */
    private int shallowest() {
      List<Found> headings = new ArrayList<>();
      for (Found block : found) {
        String text = Lines.text(block.spans());
        if (block.isHeading() && !Vocabulary.isAround(text) && !Vocabulary.isSection(text)) {
          headings.add(block);
        }
      }
      int level = headings.stream().mapToInt(Found::level).min().orElse(0);
      boolean onlyTitle =
          level == 1
              && headings.getFirst().level() == 1
              && headings.stream().filter(one -> one.level() == 1).count() == 1;
      if (onlyTitle) {
        level = headings.stream().mapToInt(Found::level).filter(it -> it > 1).min().orElse(0);
      }
      return level > 0 && areCategories(level) ? deeper(headings, level) : level;
    }

    private static int deeper(List<Found> headings, int level) {
      int above = level;
      return headings.stream().mapToInt(Found::level).filter(it -> it > above).min().orElse(level);
    }

    /** Every heading of the level stands right above a deeper one that names no section. */
    private boolean areCategories(int level) {
      for (int at = 0; at < found.size(); at++) {
        String text = Lines.text(found.get(at).spans());
        if (found.get(at).level() == level && !Vocabulary.isAround(text)) {
          Found next = at + 1 < found.size() ? found.get(at + 1) : found.get(at);
          if (next.level() <= level || Vocabulary.isSection(Lines.text(next.spans()))) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /** Whether a block opens a story of a kind that needs no level. */
  static boolean opens(Kind kind, Found block) {
    return opening(kind, block).isPresent();
  }

  static Optional<Opening> opening(Kind kind, Found block) {
    return switch (kind) {
      case LINK -> Opening.boldLink(block);
      case BOLD ->
          Opening.bold(block)
              .filter(it -> !Vocabulary.isSection(it.title()) && !Vocabulary.isAround(it.title()));
      case ITEM -> Opening.item(block, true);
      case BOLD_ITEM -> Opening.item(block, false);
      case HEADING, WHOLE -> Optional.empty();
    };
  }
}
