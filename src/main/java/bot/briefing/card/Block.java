package bot.briefing.card;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** A paragraph of any kind. A block without a word in it is not made. */
public sealed interface Block {
  /** The words of the block, without their style. */
  String text();

  /** The words of spans in a row, without their style. */
  static String textOf(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /**
   * A heading inside a text.
   *
   * @param depth 1 to 6, as in HTML
   */
  record Heading(int depth, List<Span> spans) implements Block {
    public Heading {
      spans = List.copyOf(spans);
    }

    @Override
    public String text() {
      return textOf(spans);
    }
  }

  /** Words in a row. */
  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }

    @Override
    public String text() {
      return textOf(spans);
    }
  }

  /**
   * An item of an unordered list.
   *
   * @param depth 1 for the outermost list
   */
  record Bullet(int depth, List<Span> spans) implements Block {
    public Bullet {
      spans = List.copyOf(spans);
    }

    @Override
    public String text() {
      return textOf(spans);
    }
  }

  /**
   * An item of a numbered list.
   *
   * @param depth 1 for the outermost list
   * @param number as a reader sees it
   */
  record Ordered(int depth, int number, List<Span> spans) implements Block {
    public Ordered {
      spans = List.copyOf(spans);
    }

    @Override
    public String text() {
      return textOf(spans);
    }
  }

  /** Somebody's words. */
  record Quote(List<Span> spans) implements Block {
    public Quote {
      spans = List.copyOf(spans);
    }

    @Override
    public String text() {
      return textOf(spans);
    }
  }

  /**
   * Code, to the letter.
   *
   * @param language as the author named it; empty when not
   */
  record Code(String language, String text) implements Block {}

  /** A table: rows of cells; the first row is its head. */
  record Table(List<List<String>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String text() {
      return rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }
  }

  /**
   * A picture.
   *
   * @param url absolute, {@code http} or {@code https}
   * @param text the alternative text; may be empty
   */
  record Image(URI url, String text) implements Block {
    public Image {
      if (!Span.isWeb(url)) {
        throw new IllegalArgumentException("not a web address: " + url);
      }
    }
  }
}
