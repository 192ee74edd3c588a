package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.card.Block;
import bot.briefing.card.Button;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Part;
import bot.briefing.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pushed to a group: one message, with as many summaries as it holds. */
final class PushedTest {
  private static final Venue GROUP = new Venue(Asker.Place.GROUP, "briefing_bot");

  private static Card overview(int articles, int words) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain("브리핑"))));
    for (int number = 1; number <= articles; number++) {
      pieces.add(
          new Piece.Entry(
              number,
              List.of(Span.plain("기사" + number)),
              List.of(Span.plain("첫 문장이다.")),
              List.of(Span.plain("출처")),
              new Button.Act("" + number, new Action.Help())));
      pieces.add(
          new Piece.Fold(
              List.of(),
              List.of(
                  new Block.Bullet(1, List.of(Span.plain("요약" + number + " 말".repeat(words)))))));
    }
    return Card.of(Language.KO, pieces, List.of());
  }

  private static String text(Card card) throws Exception {
    List<Part> parts = Pushed.split(List.of(card), Layout.OVERVIEW, GROUP);
    assertThat(parts).hasSize(1);
    return Requests.JSON.readTree(parts.getFirst().body()).path("text").asText();
  }

  @Test
  void each_summary_is_folded_beneath_its_headline() throws Exception {
    String text = text(overview(3, 50));
    assertThat(text.split("<blockquote expandable>", -1)).hasSize(4);
    assertThat(text).containsSubsequence("기사1", "요약1", "기사2", "요약2", "기사3", "요약3");
  }

  @Test
  void what_one_message_cannot_hold_is_left_to_the_buttons_and_every_headline_stays()
      throws Exception {
    String text = text(overview(6, 500));
    assertThat(text).contains("기사6", "요약1").doesNotContain("요약6");
  }
}
