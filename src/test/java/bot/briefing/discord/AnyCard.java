package bot.briefing.discord;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.DigestId;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Cards of every shape, full of what means something to Discord. */
final class AnyCard {
  static final DigestId DIGEST = DigestId.of(LocalDate.of(2026, 2, 12), "2026-02-12-ai-news");

  private static final List<String> WORDS =
      List.of(
          "word",
          "규제",
          "국내 생산: ",
          "연방네트워크청(Bundesnetzagentur)이 ",
          "Die KI. ",
          " ",
          "  ",
          "\n",
          "**",
          "*",
          "_",
          "__",
          "~~",
          "||",
          "`",
          "``",
          "```",
          "\\",
          "[",
          "]",
          "](",
          "(",
          ")",
          "<",
          ">",
          "# ",
          "## x",
          "-# ",
          "- ",
          "+ ",
          "> ",
          ">>> ",
          "1. ",
          "2.5 ",
          "@everyone",
          "@here",
          "<@123456789012345678>",
          "<#1>",
          "<t:1:R>",
          ":smile:",
          "https://example.org/a_b",
          "www.x.org",
          "[a](https://evil.example)",
          "👨‍👩‍👧‍👦",
          "🇰🇷",
          "각",
          "\u200F",
          "\uFEFF",
          "\u00A0",
          "\uD83D",
          "\u0000",
          "<script>",
          "&amp;",
          "!",
          "한 문장이 끝났다. ",
          "e\u0301");

  private AnyCard() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> tame = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(30);
    return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(WORDS)), Tuple.of(1, tame))
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(words -> String.join("", words));
  }

  static Arbitrary<URI> addresses() {
    return Arbitraries.of(
            "https://example.org/",
            "https://example.org/a_b_(c)*d*~~e~~?q=[1]&r='x'",
            "http://news.example/경로",
            "https://example.org/" + "long/".repeat(120),
            "https://example.org/" + "longer/".repeat(400))
        .map(URI::create);
  }

  static Arbitrary<Span> spans() {
    Arbitrary<Set<Mark>> marks =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(Mark.STRONG, Mark.EMPHASIS, Mark.STRIKE).set().ofMaxSize(2)),
            Tuple.of(1, Arbitraries.just(Set.of(Mark.CODE))));
    return Combinators.combine(texts(), marks, addresses().injectNull(0.8))
        .as((text, style, link) -> new Span(text, style, link));
  }

  static Arbitrary<List<Span>> lines() {
    return spans().list().ofMinSize(1).ofMaxSize(5);
  }

  static Arbitrary<List<Span>> longLines() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, lines()),
        Tuple.of(
            1,
            spans()
                .map(span -> span.withText(span.text().repeat(6000 / span.text().length() + 1)))
                .list()
                .ofSize(1)));
  }

  static Arbitrary<Block> blocks() {
    return Arbitraries.oneOf(
        lines().map(spans -> (Block) new Block.Heading(3, spans)),
        longLines().map(Block.Paragraph::new),
        longLines().map(spans -> (Block) new Block.Bullet(1 + spans.size() % 3, spans)),
        lines().map(spans -> (Block) new Block.Ordered(1, spans.size(), spans)),
        longLines().map(Block.Quote::new),
        texts().map(text -> (Block) new Block.Code("java", text)),
        texts().list().ofMinSize(1).ofMaxSize(3).map(row -> new Block.Table(List.of(row, row))),
        addresses().map(url -> (Block) new Block.Image(url, "picture")));
  }

  static Arbitrary<Button.Act> acts() {
    return Combinators.combine(texts(), actions()).as(Button.Act::new);
  }

  static Arbitrary<Action> actions() {
    return Arbitraries.oneOf(
        Arbitraries.of(new Action.Today(), new Action.Help(), new Action.Topics(0)),
        Arbitraries.integers().between(0, 3).map(n -> new Action.OnTopic(hash(n), n)),
        Arbitraries.integers().between(0, 500).map(n -> new Action.Read(DIGEST, hash(n))));
  }

  static ShortHash hash(int number) {
    return ShortHash.of("article " + number);
  }

  private static Arbitrary<Piece> pieces() {
    Arbitrary<List<Block>> text = blocks().list().ofMinSize(1).ofMaxSize(6);
    Arbitrary<List<Span>> perhaps = lines().injectNull(0.3).map(AnyCard::orNone);
    return Arbitraries.oneOf(
        lines().map(Piece.Note::new),
        longLines().map(Piece.Title::new),
        lines().map(spans -> (Piece) new Piece.Byline(spans, Instant.ofEpochSecond(1770881147))),
        text.map(Piece.Body::new),
        Combinators.combine(perhaps, text).as(Piece.Fold::new),
        Combinators.combine(addresses(), texts()).as(Piece.Picture::new));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Arbitrary<List<Piece>> entries() {
    Arbitrary<List<Span>> lead = longLines().injectNull(0.3).map(AnyCard::orNone);
    return Combinators.combine(lines(), lead, lines(), acts())
        .as(
            (headline, first, byline, open) ->
                (Piece) new Piece.Entry(7, headline, first, byline, open))
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<Pager> pagers() {
    return Arbitraries.integers()
        .between(1, 120)
        .flatMap(
            pages ->
                Arbitraries.integers()
                    .between(0, pages - 1)
                    .map(
                        page ->
                            new Pager(
                                page,
                                Stream.iterate(0, n -> n + 1)
                                    .limit(pages)
                                    .map(n -> (Action) new Action.Overview(DIGEST, n))
                                    .toList())));
  }

  private static Arbitrary<List<List<Button>>> rows() {
    Arbitrary<Button> links = Combinators.combine(texts(), addresses()).as(Button.Link::new);
    return Arbitraries.oneOf(acts().map(act -> (Button) act), links)
        .list()
        .ofMaxSize(7)
        .list()
        .ofMaxSize(6);
  }

  static Arbitrary<Card> cards() {
    Arbitrary<List<Piece>> whole =
        Combinators.combine(
                pieces().list().ofMinSize(1).ofMaxSize(8),
                Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(List.<Piece>of())), Tuple.of(1, entries())))
            .as((some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    return Combinators.combine(
            Arbitraries.of(Language.class), whole, pagers().injectNull(0.6), rows())
        .as(
            (language, pieces, pager, rows) ->
                new Card(language, new Action.Overview(DIGEST, 0), pieces, pager, rows, false));
  }
}
