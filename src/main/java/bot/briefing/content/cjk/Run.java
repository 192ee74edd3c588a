package bot.briefing.content.cjk;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/**
 * A delimiter run that remembers how long it was before any of it was used: the rule of three
 * counts whole runs.
 */
final class Run extends Delimiter {
  private final int whole;

  Run(
      BasedSequence input,
      Text node,
      char delimiter,
      boolean opens,
      boolean closes,
      @Nullable Delimiter previous,
      int start,
      int whole) {
    super(input, node, delimiter, opens, closes, previous, start);
    this.whole = whole;
    setNumDelims(whole);
  }

  int whole() {
    return whole;
  }
}
