package bot.briefing.card;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.text.Language;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
  @Test
  void a_card_reads_as_lines_with_addresses_behind_their_words() {
    URI address = URI.create("https://example.org/a");
    Card card =
        Card.of(
            Language.EN,
            List.of(
                new Piece.Title(List.of(Span.linked("Headline", address))),
                new Piece.Body(
                    List.of(
                        new Block.Bullet(1, List.of(Span.strong("Lead"), Span.plain(": text"))),
                        new Block.Bullet(2, List.of(Span.plain("below"))))),
                new Piece.Fold(
                    List.of(Span.plain("More")),
                    List.of(new Block.Ordered(1, 3, List.of(Span.plain("third")))))),
            List.of());
    assertThat(PlainText.of(card))
        .isEqualTo("Headline (https://example.org/a)\n\n• Lead: text\n  • below\n\nMore\n3. third");
  }

  @Test
  void an_entry_has_its_number_its_lead_and_its_byline() {
    Piece.Entry entry =
        new Piece.Entry(
            2,
            List.of(Span.plain("Headline")),
            List.of(Span.plain("Lead.")),
            List.of(Span.plain("Source")),
            new Button.Act("2", new Action.Today()));
    assertThat(PlainText.of(Card.of(Language.EN, List.of(entry), List.of())))
        .isEqualTo("2. Headline\n   Lead.\n   Source");
  }
}
