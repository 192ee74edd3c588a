package bot.briefing.card;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a card, from top to bottom. A renderer gives each the look that is native to its
 * platform.
 */
public sealed interface Piece {
  /** A small line before or after the rest: what a reader should know about this card. */
  record Note(List<Span> spans) implements Piece {
    public Note {
      spans = List.copyOf(spans);
    }
  }

  /** The headline. */
  record Title(List<Span> spans) implements Piece {
    public Title {
      spans = List.copyOf(spans);
    }
  }

  /**
   * The small line under a headline: source, date, count.
   *
   * @param published an instant to be shown in the reader's own zone after the spans, where the
   *     platform can
   */
  record Byline(List<Span> spans, @Nullable Instant published) implements Piece {
    public Byline {
      spans = List.copyOf(spans);
    }
  }

  /** The text. */
  record Body(List<Block> blocks) implements Piece {
    public Body {
      blocks = List.copyOf(blocks);
    }
  }

  /** Text that is folded where the platform can fold. */
  record Fold(List<Span> heading, List<Block> blocks) implements Piece {
    public Fold {
      heading = List.copyOf(heading);
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * An article in a list.
   *
   * @param number as a reader counts, from 1, over all pages
   * @param lead one or two sentences; empty where only headlines are shown
   * @param byline source and date
   * @param open shows the article
   */
  record Entry(int number, List<Span> headline, List<Span> lead, List<Span> byline, Button.Act open)
      implements Piece {
    public Entry {
      headline = List.copyOf(headline);
      lead = List.copyOf(lead);
      byline = List.copyOf(byline);
    }
  }

  /** One small picture with its alternative text, which may be empty. */
  record Picture(URI url, String alternative) implements Piece {
    public Picture {
      if (!Span.isWeb(url)) {
        throw new IllegalArgumentException("not a web address: " + url);
      }
    }
  }
}
