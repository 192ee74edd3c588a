package bot.briefing.content;

import bot.briefing.card.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of an article.
 *
 * @param heading absent for what stands before the first heading
 */
public record Section(@Nullable String heading, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
