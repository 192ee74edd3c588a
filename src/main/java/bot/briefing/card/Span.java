package bot.briefing.card;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of text in one style.
 *
 * @param text never empty; may hold line breaks ({@code \n})
 * @param link an absolute {@code http} or {@code https} address
 */
public record Span(String text, Set<Mark> marks, @Nullable URI link) {
  /** A style. */
  public enum Mark {
    STRONG,
    EMPHASIS,
    STRIKE,
    CODE
  }

  public Span {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a span without text");
    }
    if (link != null && !isWeb(link)) {
      throw new IllegalArgumentException("not a web address: " + link);
    }
    marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
  }

  public static Span plain(String text) {
    return new Span(text, Set.of(), null);
  }

  public static Span strong(String text) {
    return new Span(text, Set.of(Mark.STRONG), null);
  }

  /** A link where there is an address, plain text where there is none. */
  public static Span linked(String text, @Nullable URI link) {
    return new Span(text, Set.of(), link);
  }

  public boolean has(Mark mark) {
    return marks.contains(mark);
  }

  /** The same style and link with another text. */
  public Span withText(String other) {
    return new Span(other, marks, link);
  }

  /**
   * Whether an address is absolute, {@code http} or {@code https}, and names a host: the only kind
   * that a card links to.
   */
  public static boolean isWeb(URI address) {
    String scheme = address.getScheme();
    return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
        && address.getHost() != null;
  }
}
