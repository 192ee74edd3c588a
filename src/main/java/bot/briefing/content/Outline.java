package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post's stories, and what belongs to none of them.
 *
 * @param heading the first heading of level 1, where it opens no story
 * @param whole whether nothing opened a story, so that the post is one
 */
record Outline(List<Draft> drafts, List<Block> remainder, Optional<String> heading, boolean whole) {

  /**
   * Finds the stories.
   *
   * @param title the post's title where its front matter has one: a heading that repeats it is not
   *     said twice
   * @param otherwise the title of a post that has none at all
   */
  static Outline of(List<Found> found, Optional<String> title, String otherwise) {
    return new Builder(found, title, otherwise).build();
  }

  private static final class Builder {
    private final List<Found> found;
    private final Style style;
    private final Optional<String> title;
    private final String otherwise;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Block> remainder = new ArrayList<>();
    private Optional<String> heading = Optional.empty();
    private @Nullable Draft current;
    private int list = -1;
    private boolean rulesPart;

    Builder(List<Found> found, Optional<String> title, String otherwise) {
      this.found = found;
      this.style = Style.of(found);
      this.title = title;
      this.otherwise = otherwise;
    }

    Outline build() {
      rulesPart = rulesPart();
      for (int at = 0; at < found.size(); at++) {
        Found block = found.get(at);
        if (!isTitle(block, at)) {
          place(block, at);
        }
      }
      Numbering.drop(drafts);
      drafts.forEach(Draft::understand);
      return new Outline(drafts, remainder, heading, style.kind() == Style.Kind.WHOLE);
    }

    /** The post's title as a heading. */
    private boolean isTitle(Found block, int at) {
      if (block.level() != 1 || opensByHeading(block, at)) {
        return false;
      }
      String text = Lines.text(block.spans());
      if (heading.isEmpty()) {
        heading = Optional.of(text);
        return title.isEmpty() || title.get().equals(text);
      }
      return false;
    }

    private void place(Found block, int at) {
      Optional<Opening> opening = Style.opening(style.kind(), block);
      if (style.kind() == Style.Kind.WHOLE) {
        if (current == null) {
          begin(title.or(() -> heading).orElse(otherwise), null, block.start());
        }
        add(block);
      } else if (opening.isPresent()) {
        begin(opening.get(), block);
        list = block.top();
      } else if (opensByHeading(block, at)) {
        begin(Opening.heading(block), block);
      } else if (block.isHeading()) {
        placeHeading(block);
      } else {
        if (current != null && (leavesList(block) || isTail(block, at) || isAround(block))) {
          current = null;
        }
        add(block);
      }
    }

    private boolean opensByHeading(Found block, int at) {
      if (style.kind() != Style.Kind.HEADING || !block.isHeading()) {
        return false;
      }
      String text = Lines.text(block.spans());
      boolean told = tells(block, at);
      if (block.level() == style.level()) {
        return told || !Vocabulary.isAround(text);
      }
      return told
          && !Vocabulary.isSection(text)
          && !Vocabulary.isAround(text)
          && (block.level() < style.level() || current == null);
    }

    /** Whether a heading is a link, or a source stands between it and the next heading. */
    private boolean tells(Found heading, int place) {
      if (Opening.heading(heading).url() != null) {
        return true;
      }
      for (int at = place + 1; at < found.size() && !found.get(at).isHeading(); at++) {
        boolean told =
            Lines.of(found.get(at).spans()).stream()
                .anyMatch(line -> SourceLine.of(line).filter(SourceLine::isCertain).isPresent());
        if (told) {
          return !Vocabulary.isAround(Lines.text(heading.spans()));
        }
      }
      return false;
    }

    private void placeHeading(Found block) {
      boolean part =
          style.kind() == Style.Kind.HEADING
              ? block.level() > style.level()
              : Vocabulary.isSection(Lines.text(block.spans()));
      if (!part) {
        current = null;
      }
      add(block);
    }

    /** A line in bold such as 마무리, where lines in bold are headings. */
    private boolean isAround(Found block) {
      return (style.kind() == Style.Kind.BOLD || style.kind() == Style.Kind.LINK)
          && Opening.bold(block)
              .filter(it -> Vocabulary.isAround(it.title()) && !Vocabulary.isSection(it.title()))
              .isPresent();
    }

    private boolean leavesList(Found block) {
      return (style.kind() == Style.Kind.ITEM || style.kind() == Style.Kind.BOLD_ITEM)
          && block.top() != list;
    }

    private void begin(Opening opening, Found block) {
      Draft draft = begin(opening.title(), opening.url(), block.start());
      List<Span> rest = opening.url() == null ? opening.rest() : draft.credited(opening.rest());
      if (!rest.isEmpty()) {
        add(
            new Found(
                new Block.Paragraph(rest), block.start(), block.top(), block.nested(), false));
      }
    }

    private Draft begin(String headline, @Nullable URI url, int start) {
      Draft draft = new Draft(headline, url, start);
      current = draft;
      drafts.add(draft);
      return draft;
    }

    private void add(Found block) {
      Draft draft = current;
      if (draft == null) {
        remainder.add(Lines.settle(block.block()));
        return;
      }
      Optional<Opening> bold = Opening.bold(block).filter(it -> Vocabulary.isSection(it.title()));
      if (bold.isPresent() && style.kind() != Style.Kind.WHOLE) {
        draft.open(bold.get().title(), block.start());
        if (!bold.get().rest().isEmpty()) {
          draft.add(block.with(new Block.Paragraph(bold.get().rest())));
        }
      } else {
        draft.add(block);
      }
    }

    /** Whether thematic breaks stand between this post's stories. */
    private boolean rulesPart() {
      long openings = 0;
      long ruled = 0;
      for (Found block : found) {
        if (style.kind() == Style.Kind.HEADING
            ? block.level() == style.level()
            : Style.opens(style.kind(), block)) {
          openings++;
          ruled += block.ruled() ? 1 : 0;
        }
      }
      return openings > 1 && ruled * 2 >= openings - 1;
    }

    /** What follows a break and no heading is no part of the story before it. */
    private boolean isTail(Found block, int at) {
      if (!rulesPart || !block.ruled()) {
        return false;
      }
      for (int next = at; next < found.size(); next++) {
        if (found.get(next).isHeading()) {
          return found.get(next).level() <= style.level() || style.kind() != Style.Kind.HEADING;
        }
      }
      return true;
    }
  }
}
