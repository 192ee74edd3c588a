package bot.briefing.telegram;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The look that is native to Telegram: what each piece of a card is as paragraphs. */
final class Passages {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#._-]{1,32}");

  private static final Set<Mark> BOLD = Set.of(Mark.STRONG);

  private final Texts texts;
  private final Set<Mark> quiet;
  private int frames;

  private Passages(Language language) {
    this.texts = Texts.in(language);
    // Hangul has no italics: an app slants it, which no Korean page does.
    this.quiet = language == Language.KO ? Set.of() : Set.of(Mark.EMPHASIS);
  }

  /**
   * For each piece its paragraphs; none of them blank, no piece without any.
   *
   * @param silenced whether names in it must ping nobody
   */
  static List<List<Passage>> of(Card card, boolean silenced) {
    Passages passages = new Passages(card.language());
    List<List<Passage>> pieces = new ArrayList<>();
    for (Piece piece : card.pieces()) {
      List<Passage> drawn =
          passages.piece(piece).stream()
              .filter(passage -> !passage.blank())
              .map(passage -> silenced ? passage.silenced() : passage)
              .toList();
      if (!drawn.isEmpty()) {
        pieces.add(drawn);
      }
    }
    return pieces;
  }

  private List<Passage> piece(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> List.of(open(Passage.BLANK, marked(quiet, spans)));
      case Piece.Title(var spans) -> List.of(open(Passage.BLANK, marked(BOLD, spans)));
      case Piece.Byline byline -> byline(byline);
      case Piece.Body(var blocks) -> blocks(blocks, Frame.NONE, Passage.BLANK);
      case Piece.Fold fold -> fold(fold);
      case Piece.Entry entry -> entry(entry);
      case Piece.Picture(var url, var alternative) ->
          List.of(
              open(
                  Passage.BLANK,
                  alternative.isBlank()
                      ? List.of()
                      : List.of(Span.plain("🖼 "), Span.linked(alternative, url))));
    };
  }

  private List<Passage> byline(Piece.Byline byline) {
    List<Passage> line = new ArrayList<>();
    line.add(open(Passage.LINE, marked(quiet, byline.spans())));
    if (byline.published() != null) {
      String gap = line.getFirst().blank() ? Passage.LINE : " · ";
      line.add(Passage.time(gap, byline.published()));
    }
    return line;
  }

  private List<Passage> fold(Piece.Fold fold) {
    Frame frame = Frame.fold(++frames);
    List<Passage> folded = new ArrayList<>();
    if (!fold.heading().isEmpty()) {
      folded.add(Passage.of(Passage.LINE, frame, marked(BOLD, fold.heading())));
    }
    folded.addAll(blocks(fold.blocks(), frame, Passage.LINE));
    return folded;
  }

  private List<Passage> entry(Piece.Entry entry) {
    boolean headlineOnly = entry.lead().isEmpty() && entry.byline().isEmpty();
    List<Span> headline = new ArrayList<>();
    headline.add(Span.strong(entry.number() + ". "));
    headline.addAll(marked(BOLD, entry.headline()));
    return List.of(
        Passage.of(
            headlineOnly ? Passage.LINE : Passage.BLANK,
            Frame.NONE,
            Passage.Wrap.NONE,
            headline,
            entry),
        open(Passage.LINE, entry.lead()),
        open(Passage.LINE, marked(quiet, entry.byline())));
  }

  private List<Passage> blocks(List<Block> blocks, Frame frame, String gap) {
    List<Passage> drawn = new ArrayList<>();
    boolean close = false;
    for (Block block : blocks) {
      boolean item = block instanceof Block.Bullet || block instanceof Block.Ordered;
      String before = drawn.isEmpty() ? gap : item && close ? Passage.LINE : Passage.BLANK;
      drawn.add(block(block, frame, before));
      close = item || block instanceof Block.Heading;
    }
    return drawn;
  }

  private Passage block(Block block, Frame frame, String gap) {
    return switch (block) {
      case Block.Heading(_, var spans) -> Passage.of(gap, frame, marked(BOLD, spans));
      case Block.Paragraph(var spans) -> Passage.of(gap, frame, spans);
      case Block.Bullet(var depth, var spans) -> item(gap, frame, depth, sign(depth), spans);
      case Block.Ordered(var depth, var number, var spans) ->
          item(gap, frame, depth, number + ". ", spans);
      case Block.Quote(var spans) -> quote(gap, frame, spans);
      case Block.Code(var language, var text) ->
          Passage.of(gap, frame, code(language), plain(text), null);
      case Block.Table table ->
          Passage.of(gap, frame, code(""), plain(TextTable.of(table.rows())), null);
      case Block.Image(var url, var text) ->
          Passage.of(
              gap,
              frame,
              List.of(
                  Span.plain("🖼 "),
                  Span.linked(text.isBlank() ? texts.say("telegram.picture") : text, url)));
    };
  }

  /** A quote within a fold has a mark of its own: quotes cannot be nested. */
  private Passage quote(String gap, Frame frame, List<Span> spans) {
    return frame.equals(Frame.NONE)
        ? Passage.of(gap, Frame.quote(++frames), spans)
        : item(gap, frame, 1, "│ ", spans);
  }

  private static Passage item(String gap, Frame frame, int depth, String sign, List<Span> spans) {
    String indent = "   ".repeat(Math.clamp(depth - 1, 0, 5));
    return Passage.of(
        gap, frame, Stream.concat(Stream.of(Span.plain(indent + sign)), spans.stream()).toList());
  }

  private static String sign(int depth) {
    return depth <= 1 ? "• " : "◦ ";
  }

  private static Passage.Wrap code(String language) {
    return LANGUAGE.matcher(language).matches()
        ? new Passage.Wrap(
            "<pre><code class=\"language-" + Html.attribute(language) + "\">", "</code></pre>", 1)
        : new Passage.Wrap("<pre>", "</pre>", 1);
  }

  private static List<Span> plain(String text) {
    return text.isEmpty() ? List.of() : List.of(Span.plain(text));
  }

  private static Passage open(String gap, List<Span> spans) {
    return Passage.of(gap, Frame.NONE, spans);
  }

  private static List<Span> marked(Set<Mark> more, List<Span> spans) {
    return spans.stream()
        .map(
            span -> {
              Set<Mark> marks = EnumSet.noneOf(Mark.class);
              marks.addAll(more);
              marks.addAll(span.marks());
              return new Span(span.text(), marks, span.link());
            })
        .toList();
  }
}
