package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The spans and pictures of one paragraph. Walks without recursion: nesting costs no stack. */
final class Inlines {
  /** The line end before a footnote: each stands on its own line. */
  private static final Pattern NOTE = Pattern.compile(Lines.SOFT + "(?=\\[\\^[^\\]\\n]{1,30}]:)");

  private final List<Span> spans = new ArrayList<>();
  private final List<Block.Image> images = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
  private final Deque<URI> links = new ArrayDeque<>();
  private int htmlLinks;

  private Inlines() {}

  static Inlines of(Node parent) {
    Inlines inlines = new Inlines();
    Walk.over(parent, inlines::enter, inlines::leave);
    inlines.flush();
    return inlines;
  }

  List<Span> spans() {
    return spans;
  }

  List<Block.Image> images() {
    return images;
  }

  private boolean enter(Node node) {
    switch (node) {
      case Text text -> append(StrayEmphasis.without(text));
      case HtmlEntity _ -> append(Escaping.unescapeString(node.getChars()));
      case SoftLineBreak _ -> append(String.valueOf(Lines.SOFT));
      case HardLineBreak _ -> append("\n");
      case Code code -> styled(Mark.CODE, code(code));
      case StrongEmphasis _ -> mark(Mark.STRONG, 1);
      case Emphasis _ -> mark(Mark.EMPHASIS, 1);
      case Strikethrough _ -> mark(Mark.STRIKE, 1);
      case Image image -> picture(image.getUrl().unescape(), words(image, image.getText()));
      case ImageRef image -> {
        Reference reference = reference(image);
        if (reference == null) {
          append("![");
        } else {
          picture(reference.getUrl().unescape(), alternative(image));
        }
      }
      case Link link -> open(Addresses.web(link.getUrl().unescape()).orElse(null));
      case LinkRef link -> {
        Reference reference = reference(link);
        if (reference == null || isFootnote(link)) {
          append("[");
        } else {
          open(Addresses.web(reference.getUrl().unescape()).orElse(null));
        }
      }
      case AutoLink link -> {
        String address = link.getText().unescape();
        open(Addresses.web(address).orElse(null));
        append(address);
        close();
      }
      case MailLink link -> append(link.getText().unescape());
      case HtmlInlineComment _ -> {}
      case HtmlInline html -> html(html.getChars().toString());
      default -> {
        if (!node.hasChildren()) {
          append(Escaping.unescapeString(node.getChars()));
        }
      }
    }
    return !(node instanceof Image
        || (node instanceof ImageRef image && reference(image) != null)
        || node instanceof Code
        || node instanceof AutoLink
        || node instanceof MailLink);
  }

  private void leave(Node node) {
    switch (node) {
      case StrongEmphasis _ -> mark(Mark.STRONG, -1);
      case Emphasis _ -> mark(Mark.EMPHASIS, -1);
      case Strikethrough _ -> mark(Mark.STRIKE, -1);
      case Link _ -> close();
      case LinkRef link -> {
        if (reference(link) == null || isFootnote(link)) {
          append(closing(link));
        } else {
          close();
        }
      }
      case ImageRef image -> {
        if (reference(image) == null) {
          append(closing(image));
        }
      }
      default -> {}
    }
  }

  private static @Nullable Reference reference(RefNode node) {
    return node.isDefined() ? node.getReferenceNode(node.getDocument()) : null;
  }

  /** {@code [^1]} reads as a reference, but its definition is a reader's text. */
  static boolean isFootnote(RefNode node) {
    return node.getReference().startsWith("^") || node.getText().startsWith("^");
  }

  private static String closing(RefNode link) {
    if (link.getText().isNull() || link.getText().isEmpty()) {
      boolean shown = link.hasChildren();
      String label = shown ? "" : Escaping.unescapeString(link.getReference());
      return label + "]" + (link.isReferenceTextCombined() || !link.isDummyReference() ? "" : "[]");
    }
    return "][" + Escaping.unescapeString(link.getReference()) + "]";
  }

  private static String alternative(ImageRef image) {
    return words(image, image.getText().isEmpty() ? image.getReference() : image.getText());
  }

  /** The words of a picture's text, without what marks them (CommonMark, Images). */
  private static String words(Node image, BasedSequence written) {
    if (!image.hasChildren()) {
      return written.unescape();
    }
    StringBuilder words = new StringBuilder();
    Walk.over(
        image,
        node -> {
          switch (node) {
            case Text text -> words.append(StrayEmphasis.without(text));
            case Code code -> words.append(code(code));
            case HtmlInline _ -> {}
            default -> words.append(node.hasChildren() ? "" : node.getChars().unescape());
          }
          return !(node instanceof Code);
        },
        _ -> {});
    return words.toString();
  }

  private static String code(Code code) {
    String text = code.getText().toString().replace('\n', ' ');
    boolean padded = text.length() > 2 && text.startsWith(" ") && text.endsWith(" ");
    return padded && !text.isBlank() ? text.substring(1, text.length() - 1) : text;
  }

  private void html(String raw) {
    HtmlTag tag = HtmlTag.of(raw).orElse(null);
    if (tag == null) {
      append(raw);
      return;
    }
    Mark mark = tag.mark();
    if (tag.breaks()) {
      append("\n");
    } else if (mark != null) {
      mark(mark, tag.closing() ? -1 : 1);
    } else if (tag.name().equals("img")) {
      picture(
          Escaping.unescapeString(tag.attribute("src")),
          Escaping.unescapeString(tag.attribute("alt")));
    } else if (tag.name().equals("a") && !tag.closing()) {
      htmlLinks++;
      open(Addresses.web(Escaping.unescapeString(tag.attribute("href"))).orElse(null));
    } else if (tag.name().equals("a") && htmlLinks > 0) {
      htmlLinks--;
      close();
    }
  }

  private void picture(String address, String alternative) {
    URI url = Addresses.web(address).orElse(null);
    if (url != null) {
      images.add(
          new Block.Image(url, Normalizer.normalize(alternative.strip(), Normalizer.Form.NFC)));
    } else if (!alternative.isBlank()) {
      append(alternative);
    }
  }

  private void styled(Mark mark, String text) {
    mark(mark, 1);
    append(text);
    mark(mark, -1);
  }

  private void mark(Mark mark, int change) {
    flush();
    marks.merge(mark, change, (before, by) -> Math.max(0, before + by));
  }

  private static final URI NO_LINK = URI.create("");

  private void open(@Nullable URI link) {
    flush();
    links.push(link == null ? NO_LINK : link);
  }

  private void close() {
    flush();
    links.poll();
  }

  private void append(String text) {
    pending.append(SiteMarks.unmasked(text));
  }

  private void flush() {
    if (!pending.isEmpty()) {
      Set<Mark> on = EnumSet.noneOf(Mark.class);
      for (Mark mark : Mark.values()) {
        if (marks.getOrDefault(mark, 0) > 0) {
          on.add(mark);
        }
      }
      String text =
          NOTE.matcher(Normalizer.normalize(pending, Normalizer.Form.NFC)).replaceAll("\n");
      pending.setLength(0);
      URI link = links.peek();
      if (link == null && !on.contains(Mark.CODE)) {
        addLinking(text, on);
      } else {
        spans.add(new Span(text, on, NO_LINK.equals(link) ? null : link));
      }
    }
  }

  /** Adds a text, the addresses in it as links. */
  private void addLinking(String text, Set<Mark> on) {
    int from = 0;
    int start = BareAddress.next(text, 0);
    while (start >= 0) {
      int end = BareAddress.end(text, start);
      URI address = Addresses.web(text.substring(start, end)).orElse(null);
      if (address != null && address.getHost().indexOf('.') > 0) {
        if (start > from) {
          spans.add(new Span(text.substring(from, start), on, null));
        }
        spans.add(new Span(text.substring(start, end), on, address));
        from = end;
      }
      start = BareAddress.next(text, end);
    }
    if (from < text.length()) {
      spans.add(new Span(text.substring(from), on, null));
    }
  }
}
