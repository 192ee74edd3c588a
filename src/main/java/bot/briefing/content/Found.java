package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.util.List;

/**
 * A block and where it stands.
 *
 * @param block its spans still hold {@link Lines#SOFT} for line ends without meaning
 * @param start offset in the body
 * @param top which of the document's outermost blocks it is in, from 0
 * @param nested whether it stands inside a list or a quote
 * @param ruled whether a thematic break stands before it
 */
record Found(Block block, int start, int top, boolean nested, boolean ruled) {
  Found with(Block other) {
    return new Found(other, start, top, nested, ruled);
  }

  /** A heading that can open an article or a section: one inside a list or quote cannot. */
  boolean isHeading() {
    return block instanceof Block.Heading && !nested;
  }

  /** 1 to 6, of a heading; 0 otherwise. */
  int level() {
    return isHeading() && block instanceof Block.Heading heading ? heading.depth() : 0;
  }

  /** The spans of a block that has some. */
  List<Span> spans() {
    return switch (block) {
      case Block.Heading it -> it.spans();
      case Block.Paragraph it -> it.spans();
      case Block.Bullet it -> it.spans();
      case Block.Ordered it -> it.spans();
      case Block.Quote it -> it.spans();
      case Block.Code _, Block.Table _, Block.Image _ -> List.of();
    };
  }

  /** An item of an outermost list. */
  boolean isItem() {
    return switch (block) {
      case Block.Bullet bullet -> bullet.depth() == 1;
      case Block.Ordered ordered -> ordered.depth() == 1;
      default -> false;
    };
  }
}
