package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.command.Answer;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reader sees. */
final class RendererTest {
  private static final URI STORY = URI.create("https://example.org/story?a=1&b=2");
  private static final Action TODAY = new Action.Today();

  @Test
  void an_article_is_a_bold_link_an_italic_byline_bullets_and_a_fold() {
    Card card =
        new Card(
            Language.EN,
            TODAY,
            List.of(
                new Piece.Title(List.of(Span.linked("Chips & <servers>", STORY))),
                new Piece.Byline(
                    List.of(Span.plain("Example · 2026-02-12")),
                    Instant.parse("2026-02-12T07:25:47Z")),
                new Piece.Body(
                    List.of(
                        new Block.Bullet(1, List.of(Span.strong("Made here"), Span.plain(": yes"))),
                        new Block.Bullet(2, List.of(Span.plain("deeper"))))),
                new Piece.Fold(
                    List.of(Span.plain("Implications")),
                    List.of(
                        new Block.Paragraph(List.of(Span.plain("Much."))),
                        new Block.Code("java", "int i = 1 < 2;")))),
            null,
            List.of(),
            true);

    assertThat(draw(card, Place.PRIVATE).getFirst().html())
        .isEqualTo(
            """
            <a href="https://example.org/story?a=1&amp;b=2"><b>Chips &amp; &lt;servers&gt;</b></a>
            <i>Example · 2026-02-12</i> · <tg-time unix="1770881147" format="r">2026-02-12 07:25 UTC</tg-time>

            • <b>Made here</b>: yes
               ◦ deeper
            <blockquote expandable><b>Implications</b>
            Much.

            <pre><code class="language-java">int i = 1 &lt; 2;</code></pre></blockquote>\
            """);
  }

  @Test
  void hangul_is_not_slanted() {
    List<Span> words = List.of(Span.plain("기사 6건"));
    Card card = Card.of(Language.KO, List.of(new Piece.Byline(words, null)), List.of());

    assertThat(draw(card, Place.PRIVATE).getFirst().html()).isEqualTo("기사 6건");
  }

  @Test
  void entries_are_opened_by_their_numbers_and_pages_by_arrows_and_numbers() {
    Card card = list(11, 20, 500);

    assertThat(labels(draw(card, Place.PRIVATE).getFirst()))
        .containsExactly(
            "11 12 13 14 15",
            "16 17 18 19 20",
            "« ‹ 3/50 › »",
            "1 4 8 11 14 17 21 24",
            "27 30 34 37 40 43 47 50");
  }

  @Test
  void as_many_buttons_share_a_row_as_a_phone_shows_whole() {
    assertThat(below(null, "정책·정부 (2)", "언어 모델 (2)", "에이전트 (2)", "반도체·하드웨어 (2)", "규제 (1)"))
        .containsExactly("정책·정부 (2)|언어 모델 (2)", "에이전트 (2)|반도체·하드웨어 (2)", "규제 (1)");
    assertThat(below(null, "Policy & government", "Agents", "Security"))
        .containsExactly("Policy & government", "Agents|Security");
    assertThat(below(null, "‹ 이전 기사", "전체 기사", "다음 기사 ›")).containsExactly("‹ 이전 기사|전체 기사|다음 기사 ›");
    assertThat(below(null, "‹ Previous", "All stories", "Next ›"))
        .containsExactly("‹ Previous|All stories|Next ›");
    assertThat(below(null, "1", "2", "3", "4", "5", "6", "7", "8"))
        .containsExactly("1|2|3|4|5|6|7|8");
  }

  @Test
  void what_pages_the_buttons_stands_below_them() {
    Pager pager = new Pager(0, List.of(new Action.Topics(0), new Action.Topics(1)));

    assertThat(below(pager, "Agents", "Security")).containsExactly("Agents|Security", "1/2|›");
  }

  @Test
  void in_a_group_every_button_opens_the_private_chat() {
    assertThat(json(list(1, 10, 10), Place.GROUP).findValuesAsText("url"))
        .hasSize(10)
        .allMatch(url -> url.matches("https://t\\.me/briefing_bot\\?start=[A-Za-z0-9_-]{1,64}"));
    assertThat(json(list(1, 10, 10), Place.GROUP).findValues("callback_data")).isEmpty();
  }

  @Test
  void a_card_too_long_for_a_message_is_turned_by_buttons() {
    Card card = words("A sentence of some length, which says little. ".repeat(250), TODAY);

    List<Drawn> parts = draw(card, Place.PRIVATE);

    assertThat(parts).hasSize(3);
    assertThat(labels(parts.get(1))).containsExactly("‹ Earlier 1/3 Continue 3/3 ›");
    assertThat(TelegramCards.shown(answer(card, 1), venue(Place.PRIVATE))).hasSize(1);
    assertThat(TelegramCards.shown(answer(card, 99), venue(Place.PRIVATE)))
        .containsExactly(parts.getLast());
  }

  @Test
  void a_card_too_long_that_cannot_be_turned_is_sent_whole() {
    Card card = words("A sentence of some length, which says little. ".repeat(250), null);

    assertThat(TelegramCards.requests(answer(card, 0), asker(Place.PRIVATE), "b")).hasSize(3);
  }

  @Test
  void a_headline_never_stands_alone_above_a_long_text() {
    Card card =
        new Card(
            Language.EN,
            TODAY,
            List.of(
                new Piece.Title(List.of(Span.plain("Headline"))),
                new Piece.Body(
                    List.of(new Block.Paragraph(List.of(Span.plain("word ".repeat(818))))))),
            null,
            List.of(),
            false);

    assertThat(draw(card, Place.PRIVATE).getFirst().plain().length()).isGreaterThan(2_048);
  }

  @Test
  void previews_are_off_in_lists_on_in_articles_and_small_for_a_picture() {
    Card article = words("text", TODAY);
    Card pictured =
        Card.of(
            Language.KO,
            List.of(new Piece.Picture(URI.create("https://example.org/p.png"), "a chart")),
            List.of());

    assertThat(json(list(1, 2, 2), Place.PRIVATE).at("/body/link_preview_options").toString())
        .isEqualTo("{\"is_disabled\":true}");
    assertThat(json(article, Place.PRIVATE).at("/body/link_preview_options").toString())
        .isEqualTo("{\"is_disabled\":false}");
    assertThat(json(pictured, Place.PRIVATE).at("/body/link_preview_options").toString())
        .isEqualTo("{\"url\":\"https://example.org/p.png\",\"prefer_small_media\":true}");
    assertThat(json(pictured, Place.PRIVATE).at("/body/text").asText())
        .isEqualTo("🖼 <a href=\"https://example.org/p.png\">a chart</a>");
  }

  @Test
  void a_table_stands_in_columns_where_that_fits_a_phone() {
    assertThat(TextTable.of(List.of(List.of("회사", "n"), List.of("Intel", "10"))))
        .isEqualTo("회사  │ n\nIntel │ 10");
  }

  @Test
  void a_request_holds_what_the_documentation_names_and_nothing_else() {
    JsonNode request = json(words("text", TODAY), Place.PRIVATE);

    assertThat(request.get("method").asText()).isEqualTo("sendMessage");
    assertThat(request.get("body").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("chat_id", "text", "parse_mode", "link_preview_options");
  }

  private static Card words(String text, @Nullable Action self) {
    return new Card(
        Language.EN,
        self,
        List.of(new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain(text)))))),
        null,
        List.of(),
        true);
  }

  private static Stream<String> below(@Nullable Pager pager, String... labels) {
    List<Button> buttons =
        Stream.of(labels).<Button>map(label -> new Button.Act(label, TODAY)).toList();
    Piece title = new Piece.Title(List.of(Span.plain("Topics")));
    Card card = new Card(Language.EN, null, List.of(title), pager, List.of(buttons), false);
    return Objects.requireNonNull(draw(card, Place.PRIVATE).getFirst().below())
        .getKeyboard()
        .stream()
        .map(row -> String.join("|", row.stream().map(button -> button.getText()).toList()));
  }

  private static Card list(int from, int to, int all) {
    List<Piece> entries =
        IntStream.rangeClosed(from, to)
            .<Piece>mapToObj(
                number ->
                    new Piece.Entry(
                        number,
                        List.of(Span.plain("Headline " + number)),
                        List.of(Span.plain("Lead.")),
                        List.of(Span.plain("Example · 2026-02-12")),
                        new Button.Act("Open", new Action.Topics(number))))
            .toList();
    List<Action> pages = IntStream.range(0, all / 10).<Action>mapToObj(Action.Topics::new).toList();
    Pager pager = pages.size() < 2 ? null : new Pager(from / 10 + 1, pages);
    return new Card(Language.EN, TODAY, entries, pager, List.of(), false);
  }

  private static List<Drawn> draw(Card card, Place place) {
    return Renderer.draw(card, venue(place));
  }

  private static Venue venue(Place place) {
    return new Venue(place, "briefing_bot");
  }

  private static JsonNode json(Card card, Place place) {
    return TelegramCards.requests(card, asker(place), "briefing_bot").getFirst();
  }

  private static Asker asker(Place place) {
    return new Asker(new Chat(Platform.TELEGRAM, "1", null), place, Language.EN, null);
  }

  private static Answer answer(Card card, int part) {
    return new Answer(Answer.Outcome.FOUND, card, part);
  }

  private static Stream<String> labels(Drawn drawn) {
    return Objects.requireNonNull(drawn.below()).getKeyboard().stream()
        .map(row -> String.join(" ", row.stream().map(button -> button.getText()).toList()));
  }
}
