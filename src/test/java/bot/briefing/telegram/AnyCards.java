package bot.briefing.telegram;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Cards of any shape, with words that are hostile, long or made of many code points. */
public final class AnyCards extends DomainContextBase {
  private static final List<String> WORDS =
      List.of(
          "규제",
          "후지쯔가 서버를 만든다. ",
          "<script>alert(1)</script>",
          "&amp; & &nbsp;",
          "\"quoted\"",
          "👩‍👩‍👧‍👦",
          "🇰🇷",
          "각",
          "é",
          "@everyone",
          "**bold**",
          "One sentence. Another one! ",
          "\u202Eright to left\u202C",
          "line\nbreak",
          "한글".repeat(700),
          "👩‍👩‍👧‍👦".repeat(150),
          "&<>\"".repeat(300),
          "A rather long sentence about nothing at all, with commas. ".repeat(60));

  @Provide
  public Arbitrary<Card> cards() {
    return Combinators.combine(
            piece().list().ofMinSize(1).ofMaxSize(14),
            button().list().ofMaxSize(11).list().ofMaxSize(12),
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(true, false))
        .as(
            (pieces, rows, pages, preview) ->
                new Card(
                    preview ? Language.KO : Language.EN,
                    new Action.Topics(0),
                    pieces,
                    pages == 0 ? null : pager(pages),
                    rows,
                    preview));
  }

  private static Pager pager(int pages) {
    return new Pager(
        pages / 2,
        java.util.stream.IntStream.range(0, pages).<Action>mapToObj(Action.Topics::new).toList());
  }

  private static Arbitrary<Piece> piece() {
    Arbitrary<List<Span>> spans = spans(6);
    return Arbitraries.oneOf(
        spans.map(Piece.Note::new),
        spans.map(Piece.Title::new),
        spans.map(words -> new Piece.Byline(words, Instant.parse("2026-02-12T07:25:47Z"))),
        blocks().map(Piece.Body::new),
        Combinators.combine(spans, blocks()).as(Piece.Fold::new),
        Combinators.combine(spans, spans(3), spans(2), Arbitraries.integers().between(1, 500))
            .as(
                (headline, lead, byline, number) ->
                    new Piece.Entry(
                        number,
                        headline,
                        lead,
                        byline,
                        new Button.Act("open", new Action.Today()))),
        word().map(word -> new Piece.Picture(URI.create("https://example.org/p.png"), word)));
  }

  private static Arbitrary<List<Block>> blocks() {
    return block().list().ofMinSize(1).ofMaxSize(12);
  }

  private static Arbitrary<Block> block() {
    Arbitrary<List<Span>> spans = spans(5);
    Arbitrary<Integer> depth = Arbitraries.integers().between(1, 6);
    return Arbitraries.oneOf(
        Combinators.combine(depth, spans).as(Block.Heading::new),
        spans.map(Block.Paragraph::new),
        Combinators.combine(depth, spans).as(Block.Bullet::new),
        Combinators.combine(depth, spans).as((d, s) -> new Block.Ordered(d, 7, s)),
        spans.map(Block.Quote::new),
        word().map(word -> new Block.Code("java\"><b>", word)),
        word().map(word -> new Block.Code("java", word)),
        word()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(Block.Table::new),
        word().map(word -> new Block.Image(URI.create("https://example.org/i.png?a=1&b=2"), word)));
  }

  private static Arbitrary<List<Span>> spans(int most) {
    return Combinators.combine(
            word(),
            Arbitraries.of(Mark.class).set().ofMaxSize(4),
            Arbitraries.of(
                    "https://example.org/a?b=%22&c=d",
                    "https://example.org/" + "x".repeat(1_900),
                    "https://example.org/" + "x".repeat(9_000))
                .map(URI::create)
                .injectNull(0.7))
        .as(Span::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }

  private static Arbitrary<Button> button() {
    return Arbitraries.of(
        new Button.Act("규제", new Action.Today()),
        new Button.Act("👩‍👩‍👧‍👦".repeat(20), new Action.Help()),
        new Button.Link("web", URI.create("https://example.org/")));
  }

  private static Arbitrary<String> word() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }
}
