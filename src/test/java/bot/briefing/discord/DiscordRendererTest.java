package bot.briefing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.command.Answer;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How cards look in Discord. */
class DiscordRendererTest {
  private static JsonNode container(Card card, int part) {
    return DiscordRequests.messages(card).get(part).at("/body/components/0");
  }

  private static List<Piece> entries(int count, boolean leads) {
    List<Piece> pieces = new ArrayList<>(List.of(new Piece.Title(List.of(Span.plain("News")))));
    IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                new Piece.Entry(
                    number,
                    List.of(Span.plain("Story " + number)),
                    leads ? List.of(Span.plain("What happened.")) : List.of(),
                    List.of(Span.plain("Fujitsu")),
                    new Button.Act("Read", new Action.Read(AnyCard.DIGEST, AnyCard.hash(number)))))
        .forEach(pieces::add);
    return pieces;
  }

  @Test
  void an_article_has_its_headline_as_a_link_its_source_small_and_its_leads_bold() {
    Card card =
        Card.of(
            Language.KO,
            List.of(
                new Piece.Title(
                    List.of(Span.linked("[단독] 서버 *생산*", URI.create("https://example.org/a_(b)")))),
                new Piece.Byline(
                    List.of(Span.plain("Fujitsu · 2026-02-12")), Instant.ofEpochSecond(1770881147)),
                new Piece.Body(
                    List.of(
                        new Block.Bullet(
                            1, List.of(Span.strong("국내 생산"), Span.plain(": 1.5배_늘렸다"))))),
                new Piece.Fold(
                    List.of(Span.plain("시사점")),
                    List.of(new Block.Paragraph(List.of(Span.plain("# 제목이 아니다\n- 목록이 아니다")))))),
            List.of());
    JsonNode whole = container(card, 0).path("components");

    assertThat(whole.path(0).path("content").asText())
        .isEqualTo(
            """
            ## [\\[단독\\] 서버 \\*생산\\*](<https://example.org/a_%28b%29>)
            -# Fujitsu · 2026-02-12 · <t:1770881147:R>\
            """);
    assertThat(whole.path(1).path("content").asText()).isEqualTo("- **국내 생산**: 1.5배\\_늘렸다");
    assertThat(whole.path(3).path("content").asText())
        .isEqualTo("### 시사점\n\\# 제목이 아니다\n\\- 목록이 아니다");
  }

  @Test
  void ten_stories_have_a_button_each_and_more_share_a_menu() {
    JsonNode ten = container(Card.of(Language.EN, entries(10, true), List.of()), 0);
    assertThat(ten.findValuesAsText("custom_id")).hasSize(10);

    List<Action> pages =
        IntStream.range(0, 20)
            .<Action>mapToObj(n -> new Action.Overview(AnyCard.DIGEST, n))
            .toList();
    Card many =
        new Card(
            Language.EN,
            pages.getFirst(),
            entries(25, false),
            new Pager(3, pages),
            List.of(),
            false);
    JsonNode shown = container(many, 0);
    assertThat(DiscordRequests.messages(many)).hasSize(1);
    assertThat(shown.findValues("options")).extracting(JsonNode::size).containsExactly(25, 20);
    assertThat(shown.findValuesAsText("label")).contains("‹ Previous page", "Next page ›");
  }

  @Test
  void what_is_too_long_for_a_message_is_turned_by_buttons() {
    Piece text =
        new Piece.Body(List.of(new Block.Paragraph(List.of(Span.plain("한 문장이다. ".repeat(1200))))));
    Action self = new Action.Read(AnyCard.DIGEST, AnyCard.hash(1));
    Card card = new Card(Language.EN, self, List.of(text), null, List.of(), true);
    assertThat(DiscordRequests.messages(card)).hasSize(3);
    assertThat(container(card, 1).findValuesAsText("label"))
        .containsExactly("‹ Earlier 1/3", "Continue 3/3 ›");

    JsonNode last =
        DiscordRequests.answer(new Answer(Answer.Outcome.FOUND, card, 9)).getFirst().path("body");
    assertThat(last.path("type").asInt()).isEqualTo(4);
    assertThat(last.findValuesAsText("label")).containsExactly("‹ Earlier 2/3");
  }

  @Test
  void the_words_of_a_link_that_look_like_an_address_stand_before_their_address() {
    Span other = Span.linked("https://other.example", URI.create("https://example.org/"));
    Span same = Span.linked("https://example.org", URI.create("https://example.org/"));
    Card card =
        Card.of(
            Language.EN,
            List.of(new Piece.Note(List.of(other, Span.plain(" / "), same))),
            List.of());
    assertThat(container(card, 0).findValuesAsText("content"))
        .containsExactly(
            "-# https\\://other.example (<https://example.org/>) / <https://example.org/>");
  }
}
