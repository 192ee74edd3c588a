package bot.briefing.discord;

import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Formatted text in Discord's Markdown (Developer documentation, Reference, Message Formatting):
 * what is bold there is only what is strong here.
 */
final class Markdown {
  /** The longest address that text links to; the words of a longer one stand without it. */
  static final int LINK = 1024;

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://|(?i:\\bwww\\.)");

  /** Words between what Discord's clients take for space. */
  private static final Pattern WORDS =
      Pattern.compile("([\\s\\p{Z}\\uFEFF]*)([^\\s\\p{Z}\\uFEFF].*?)([\\s\\p{Z}\\uFEFF]*)");

  /** Parts two runs of signs that Discord would read as one; has no width and breaks no line. */
  private static final char JOINER = '\u2060';

  private Markdown() {}

  /**
   * Draws spans, each line after a prefix.
   *
   * @return empty where there is no word
   */
  static String lines(List<Span> spans, String first, String further) {
    StringBuilder out = new StringBuilder();
    String prefix = first;
    for (List<Span> line : split(spans)) {
      if (!isBlank(line)) {
        out.append(out.isEmpty() ? "" : "\n").append(prefix);
        inline(out, line);
        prefix = further;
      }
    }
    return out.toString();
  }

  /** Draws spans as one line. */
  static String line(List<Span> spans, String prefix) {
    return lines(
        spans.stream().map(span -> span.withText(span.text().replace('\n', ' '))).toList(),
        prefix,
        prefix);
  }

  private static void inline(StringBuilder out, List<Span> line) {
    boolean begins = true;
    for (Span span : line) {
      Matcher words = WORDS.matcher(span.text());
      if (words.matches()) {
        out.append(words.group(1));
        styled(out, span.withText(words.group(2)), begins);
        out.append(words.group(3));
        begins = false;
      } else {
        out.append(span.text());
      }
    }
  }

  private static void styled(StringBuilder out, Span span, boolean begins) {
    Optional<String> code = span.has(Mark.CODE) ? code(span.text()) : Optional.empty();
    String open = marks(code.isPresent() && !isTame(span.text()) ? Set.of() : span.marks());
    if (!open.isEmpty() || code.isPresent()) {
      part(out);
    }
    out.append(open);
    linked(out, span, code, begins);
    if (!open.isEmpty() && "*~".indexOf(out.charAt(out.length() - 1)) >= 0) {
      out.append(JOINER);
    }
    out.append(new StringBuilder(open).reverse());
  }

  private static void linked(StringBuilder out, Span span, Optional<String> code, boolean begins) {
    String text = span.text();
    Optional<String> target = target(span.link());
    if (target.isEmpty()) {
      word(out, text, code, begins);
    } else if (isSame(text, target.get()) || isSame(text, String.valueOf(span.link()))) {
      out.append('<').append(target.get()).append('>');
    } else if (ADDRESS.matcher(text).find() || !isBalanced(text)) {
      word(out, text, code, begins);
      out.append(" (<").append(target.get()).append(">)");
    } else {
      out.append('[');
      word(out, text, code, false);
      out.append("](<").append(target.get()).append(">)");
    }
  }

  private static void word(StringBuilder out, String text, Optional<String> code, boolean begins) {
    code.ifPresentOrElse(out::append, () -> Escape.append(out, text, begins));
  }

  /** Keeps what opens here from what closed just before. */
  private static void part(StringBuilder out) {
    if (!out.isEmpty() && "*~`".indexOf(out.charAt(out.length() - 1)) >= 0) {
      out.append(JOINER);
    }
  }

  private static String marks(Set<Mark> marks) {
    StringBuilder open = new StringBuilder();
    if (marks.contains(Mark.STRIKE)) {
      open.append("~~");
    }
    if (marks.contains(Mark.STRONG)) {
      open.append("**");
    }
    if (marks.contains(Mark.EMPHASIS)) {
      open.append('*');
    }
    return open.toString();
  }

  /** Code in its ticks; empty where it holds too many of them to be told apart. */
  private static Optional<String> code(String text) {
    if (text.contains("``")) {
      return Optional.empty();
    }
    return Optional.of(text.contains("`") ? "`` " + text + " ``" : "`" + text + "`");
  }

  /** Whether a code's signs leave the marks around it alone. */
  private static boolean isTame(String text) {
    return text.chars().noneMatch(sign -> "*_~|`[]\\".indexOf(sign) >= 0);
  }

  private static boolean isSame(String text, String address) {
    return address.equals(text) || address.equals(text + "/");
  }

  /**
   * Whether brackets stand in pairs, none within another: the only ones that a link's words hold.
   */
  private static boolean isBalanced(String text) {
    boolean open = false;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '[' || sign == ']') {
        if (open == (sign == '[')) {
          return false;
        }
        open = !open;
      }
    }
    return !open;
  }

  /** An address as it stands between pointed brackets. */
  private static Optional<String> target(@Nullable URI link) {
    if (link == null || link.getHost().startsWith("[")) {
      return Optional.empty();
    }
    StringBuilder target = new StringBuilder();
    for (char sign : Escape.clean(link.toString()).toCharArray()) {
      target.append("()*~[]".indexOf(sign) >= 0 ? "%%%02X".formatted((int) sign) : sign);
    }
    return target.length() > LINK ? Optional.empty() : Optional.of(target.toString());
  }

  private static boolean isBlank(List<Span> line) {
    return line.stream().noneMatch(span -> WORDS.matcher(span.text()).matches());
  }

  /** The lines of spans; neighbours in one style are one span. */
  private static List<List<Span>> split(List<Span> spans) {
    List<List<Span>> lines = new ArrayList<>();
    lines.add(new ArrayList<>());
    for (Span span : spans) {
      String[] texts = Escape.clean(span.text()).split("\n", -1);
      for (int at = 0; at < texts.length; at++) {
        if (at > 0) {
          lines.add(new ArrayList<>());
        }
        if (!texts[at].isEmpty()) {
          join(lines.getLast(), span.withText(texts[at]));
        }
      }
    }
    return lines;
  }

  private static void join(List<Span> line, Span next) {
    Span last = line.isEmpty() ? null : line.getLast();
    if (last != null
        && last.marks().equals(next.marks())
        && Objects.equals(last.link(), next.link())) {
      line.set(line.size() - 1, last.withText(last.text() + next.text()));
    } else {
      line.add(next);
    }
  }

  /** The same spans with one more mark; code stays code. */
  static List<Span> with(Mark mark, List<Span> spans) {
    return spans.stream()
        .map(
            span -> {
              Set<Mark> marks = EnumSet.of(mark);
              marks.addAll(span.marks());
              return new Span(span.text(), marks, span.link());
            })
        .toList();
  }
}
