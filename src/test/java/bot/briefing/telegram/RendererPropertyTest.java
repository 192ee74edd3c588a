package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.chat.Asker.Place;
import bot.briefing.sandbox.TelegramSpecification;
import bot.briefing.sandbox.wire.Specification;
import bot.briefing.telegram.Requests.Dress;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** For any card: what Telegram would not refuse, and no word lost. */
@Domain(AnyCards.class)
final class RendererPropertyTest {
  private static final Specification SPECIFICATION = TelegramSpecification.find();
  private static final Venue PRIVATE = new Venue(Place.PRIVATE, "briefing_bot");

  @Property(tries = 100)
  void every_message_is_within_the_limits_and_well_formed(@ForAll Card card) {
    for (Drawn drawn : Renderer.draw(card, PRIVATE)) {
      TelegramHtml read = TelegramHtml.read(drawn.html());
      assertThat(read.text()).isNotBlank().isEqualTo(drawn.plain());
      assertThat(read.text().length()).isLessThanOrEqualTo(4_096);
      assertThat(read.entities()).isLessThanOrEqualTo(100);
      assertThat(drawn.html().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(32_768);
    }
  }

  @Property(tries = 100)
  void no_word_is_lost_over_all_messages(@ForAll Card card) {
    String said =
        Renderer.draw(card, PRIVATE).stream()
            .map(drawn -> bare(drawn.plain()))
            .collect(Collectors.joining());
    int at = 0;
    for (String text : texts(card)) {
      int found = said.indexOf(bare(text), at);
      assertThat(found).as("«%s» after %d", text, at).isNotNegative();
      at = found + bare(text).length();
    }
  }

  @Property(tries = 100)
  void no_message_begins_inside_a_grapheme_cluster(@ForAll Card card) {
    StringBuilder whole = new StringBuilder();
    List<Integer> begins = new ArrayList<>();
    for (Drawn drawn : Renderer.draw(card, PRIVATE)) {
      begins.add(whole.length());
      whole.append(drawn.plain());
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(whole.toString());
    assertThat(begins).allMatch(clusters::isBoundary);
  }

  @Property(tries = 100)
  void keyboards_are_within_the_limits(@ForAll Card card, @ForAll Place place) {
    for (Drawn drawn : Renderer.draw(card, new Venue(place, "briefing_bot"))) {
      if (drawn.below() == null) {
        continue;
      }
      List<InlineKeyboardButton> all = new ArrayList<>();
      drawn
          .below()
          .getKeyboard()
          .forEach(
              row -> {
                assertThat(row).hasSizeBetween(1, 8);
                all.addAll(row);
              });
      assertThat(all).hasSizeLessThanOrEqualTo(100);
      for (InlineKeyboardButton button : all) {
        assertThat(button.getText()).isNotBlank().hasSizeLessThanOrEqualTo(64);
        assertThat(button.getCallbackData() == null).isNotEqualTo(button.getUrl() == null);
        if (button.getCallbackData() != null) {
          assertThat(place).isEqualTo(Place.PRIVATE);
          assertThat(button.getCallbackData()).matches("[A-Za-z0-9_-]{1,64}");
        }
      }
    }
  }

  @Property(tries = 100)
  void every_request_follows_the_official_specification(
      @ForAll Card card, @ForAll Place place, @ForAll Dress dress) {
    for (Drawn drawn : Renderer.draw(card, new Venue(place, "briefing_bot"))) {
      assertThat(violations("sendMessage", Requests.send(drawn, dress, new Target("1", 2, 3))))
          .isEmpty();
      assertThat(violations("editMessageText", Requests.edit(drawn, dress, "1", 2))).isEmpty();
    }
  }

  private static List<String> violations(String method, BotApiMethod<?> request) {
    return SPECIFICATION.violations(method, Requests.JSON.valueToTree(request));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> texts(Card card) {
    return card.pieces().stream().flatMap(piece -> texts(piece).stream()).toList();
  }

  private static List<String> texts(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> List.of(Block.textOf(spans));
      case Piece.Title(var spans) -> List.of(Block.textOf(spans));
      case Piece.Byline byline -> List.of(Block.textOf(byline.spans()));
      case Piece.Body(var blocks) -> blocks(blocks);
      case Piece.Fold(var heading, var blocks) -> {
        List<String> all = new ArrayList<>(List.of(Block.textOf(heading)));
        all.addAll(blocks(blocks));
        yield all;
      }
      case Piece.Entry entry ->
          List.of(
              entry.number() + ".",
              Block.textOf(entry.headline()),
              Block.textOf(entry.lead()),
              Block.textOf(entry.byline()));
      case Piece.Picture(_, var alternative) -> List.of(alternative);
    };
  }

  private static List<String> blocks(List<Block> blocks) {
    List<String> all = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Table(var rows)) {
        rows.forEach(all::addAll);
      } else {
        all.add(block.text());
      }
    }
    return all;
  }
}
