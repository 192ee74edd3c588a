package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document as a row of blocks: nesting is told by depth alone. Nothing that a reader would see is
 * left out.
 */
final class Blocks {
  private static final Pattern PARAGRAPH = Pattern.compile("(?:(?!\\n[ \\t]*\\n)[\\s\\S])++");

  private final List<Found> found = new ArrayList<>();
  private final Deque<ListState> lists = new ArrayDeque<>();
  private int quotes;
  private boolean ruled;
  private int top = -1;
  private @Nullable Marker marker;
  private int start;

  /** A list that is open; counts its items. */
  private static final class ListState {
    private final boolean ordered;
    private int next;

    ListState(boolean ordered, int next) {
      this.ordered = ordered;
      this.next = next;
    }
  }

  /** What stands before the words of a list's item. */
  private record Marker(boolean ordered, int depth, int number) {}

  private Blocks() {}

  static List<Found> of(Document document) {
    Blocks blocks = new Blocks();
    Walk.over(document, blocks::enter, blocks::leave);
    return blocks.found;
  }

  /** A text as paragraphs, to the letter. */
  static List<Found> unformatted(String text) {
    Blocks blocks = new Blocks();
    Matcher paragraph = PARAGRAPH.matcher(text);
    while (paragraph.find()) {
      blocks.top++;
      blocks.start = paragraph.start();
      blocks.add(new Block.Paragraph(List.of(Span.plain(paragraph.group()))));
    }
    return blocks.found;
  }

  private boolean enter(Node node) {
    if (node.getParent() instanceof Document) {
      top++;
    }
    start = node.getStartOffset();
    switch (node) {
      case Heading heading -> {
        marker = null;
        text(heading, spans -> new Block.Heading(heading.getLevel(), spans));
      }
      case Paragraph _ -> paragraph(node);
      case FencedCodeBlock code -> {
        String info = code.getInfo().unescape().strip();
        code(info.split("\\s", 2)[0], code.getContentChars().toString());
      }
      case IndentedCodeBlock code -> code("", code.getContentChars().toString());
      case HtmlBlockBase html -> html(html);
      case TableBlock table -> table(table);
      case ThematicBreak _ -> ruled = true;
      case Reference reference -> definition(reference);
      case BlockQuote _ -> quotes++;
      case ListBlock list -> {
        int first = list instanceof OrderedList ordered ? ordered.getStartNumber() : 1;
        lists.push(new ListState(list instanceof OrderedList, first));
      }
      case ListItem _ -> {
        ListState list = lists.element();
        marker = new Marker(list.ordered, lists.size(), list.next++);
      }
      default -> {}
    }
    return node instanceof BlockQuote || node instanceof ListBlock || node instanceof ListItem;
  }

  private void leave(Node node) {
    switch (node) {
      case BlockQuote _ -> quotes--;
      case ListBlock _ -> lists.pop();
      case ListItem _ -> marker = null;
      default -> {}
    }
  }

  private interface Make {
    Block of(List<Span> spans);
  }

  private void paragraph(Node node) {
    Marker mark = marker;
    marker = null;
    if (mark != null) {
      String box = Tasks.box(node.getChars());
      text(
          node,
          spans ->
              mark.ordered()
                  ? new Block.Ordered(mark.depth(), mark.number(), Tasks.boxed(spans, box))
                  : new Block.Bullet(mark.depth(), Tasks.boxed(spans, box)));
    } else {
      text(node, quotes > 0 ? Block.Quote::new : Block.Paragraph::new);
    }
  }

  private void text(Node node, Make make) {
    Inlines inlines = Inlines.of(node);
    if (!Block.textOf(inlines.spans()).replace(Lines.SOFT, ' ').isBlank()) {
      add(make.of(inlines.spans()));
    }
    inlines.images().forEach(this::add);
  }

  private void code(String language, String text) {
    String trimmed = Normalizer.normalize(text.replaceFirst("\\n+$", ""), Normalizer.Form.NFC);
    if (!trimmed.isBlank()) {
      add(new Block.Code(language, trimmed));
    }
  }

  private void table(TableBlock table) {
    List<List<String>> rows = new ArrayList<>();
    List<Block> pictures = new ArrayList<>();
    List<Block> captions = new ArrayList<>();
    Walk.over(
        table,
        node -> {
          switch (node) {
            case TableRow row when !(row.getParent() instanceof TableSeparator) ->
                rows.add(new ArrayList<>());
            case TableCell cell when !rows.isEmpty() -> {
              Inlines inlines = Inlines.of(cell);
              rows.getLast().add(Lines.text(inlines.spans()));
              pictures.addAll(inlines.images());
            }
            case TableCaption caption ->
                captions.add(new Block.Paragraph(Inlines.of(caption).spans()));
            default -> {}
          }
          return !(node instanceof TableCell
              || node instanceof TableCaption
              || node instanceof TableSeparator);
        },
        _ -> {});
    add(new Block.Table(rows));
    captions.forEach(this::add);
    pictures.forEach(this::add);
  }

  private void html(HtmlBlockBase html) {
    String text = HtmlText.of(html.getContentChars().toString());
    int place = start;
    for (Found inner : of(Markdown.parseFragment(text))) {
      start = place;
      add(inner.block(), true);
    }
  }

  /** A definition is no reader's text, unless its author wrote a note in the form of one. */
  private void definition(Reference reference) {
    boolean note =
        reference.getReference().startsWith("^")
            || (Addresses.web(reference.getUrl().unescape()).isEmpty()
                && !reference.getUrl().startsWith("/")
                && !reference.getUrl().startsWith("#"));
    if (note) {
      add(new Block.Paragraph(List.of(Span.plain(reference.getChars().unescape()))));
    }
  }

  private void add(Block block) {
    add(block, quotes > 0 || !lists.isEmpty());
  }

  private void add(Block block, boolean nested) {
    found.add(new Found(block, start, top, nested, ruled));
    ruled = false;
  }
}
