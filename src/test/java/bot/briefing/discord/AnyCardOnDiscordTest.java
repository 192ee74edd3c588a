package bot.briefing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import bot.briefing.discord.ShownMarkdown.Look;
import bot.briefing.discord.ShownMarkdown.Run;
import bot.briefing.sandbox.DiscordSpecification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every card, whatever stands in it. */
class AnyCardOnDiscordTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Provide
  Arbitrary<Card> cards() {
    return AnyCard.cards();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void every_message_is_within_discords_limits(@ForAll("cards") Card card) throws Exception {
    for (DiscordMessage message : DiscordRenderer.messages(card)) {
      JsonNode body = JSON.readTree(message.create().toData().toString());
      List<JsonNode> all = components(body);
      assertThat(
              DiscordSpecification.find().violations("POST /channels/{channel_id}/messages", body))
          .isEmpty();
      assertThat(all).hasSizeLessThanOrEqualTo(40);
      assertThat(all.stream().mapToInt(one -> one.path("content").asText().length()).sum())
          .isLessThanOrEqualTo(4000);
      List<String> ids =
          all.stream()
              .filter(one -> one.has("custom_id"))
              .map(one -> one.get("custom_id").asText())
              .toList();
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() <= 100);
      assertThat(body.get("flags").asInt()).isEqualTo(1 << 15);
      assertThat(body.at("/allowed_mentions/parse")).isEmpty();
      assertThat(message.edit().toData().toString()).contains("\"allowed_mentions\":{\"parse\":[]");
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void all_messages_together_hold_every_word_in_its_order(@ForAll("cards") Card card)
      throws Exception {
    String shown = bare(shown(card, run -> true));
    int at = 0;
    for (String words : words(card)) {
      int found = shown.indexOf(bare(words), at);
      assertThat(found).as("«%s» in «%s»", bare(words), shown).isNotNegative();
      at = found + bare(words).length();
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void nothing_from_content_is_shown_as_anything_but_what_it_was(@ForAll("cards") Card card)
      throws Exception {
    for (Run run : runs(card)) {
      assertThat(run.looks())
          .doesNotContain(Look.MENTION, Look.EMOJI, Look.SPOILER, Look.UNDERLINE);
      if (run.link() != null && !run.is(Look.TIME)) {
        assertThat(run.link()).matches("https?://(example\\.org|news\\.example)/.*");
      }
    }
    assertThat(bare(shown(card, run -> run.is(Look.STRIKE))))
        .isEqualTo(bare(marked(card, Mark.STRIKE)));
    assertThat(bare(shown(card, run -> run.is(Look.ITALIC))))
        .isEqualTo(bare(marked(card, Mark.EMPHASIS)));
  }

  private static List<Run> runs(Card card) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (DiscordMessage message : DiscordRenderer.messages(card)) {
      for (JsonNode one : components(JSON.readTree(message.create().toData().toString()))) {
        if (one.path("type").asInt() == 10) {
          runs.addAll(ShownMarkdown.read(one.get("content").asText()));
        }
      }
    }
    return runs;
  }

  private static String shown(Card card, Predicate<Run> which) throws Exception {
    return runs(card).stream().filter(which).map(Run::text).collect(Collectors.joining());
  }

  private static List<JsonNode> components(JsonNode body) {
    List<JsonNode> all = new ArrayList<>();
    body.path("components")
        .forEach(
            one -> {
              all.add(one);
              all.addAll(components(one));
              if (one.has("accessory")) {
                all.add(one.get("accessory"));
              }
            });
    return all;
  }

  /** Text without space, without what cannot be seen, and without addresses behind their words. */
  private static String bare(String text) {
    return text.replaceAll("\\(\uE000[^\uE001]*\uE001\\)", "")
        .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Cs}\\p{Co}\uFFFD]", "");
  }

  private static List<String> words(Card card) {
    return card.pieces().stream().flatMap(AnyCardOnDiscordTest::spans).map(Span::text).toList();
  }

  private static String marked(Card card, Mark mark) {
    return card.pieces().stream()
        .flatMap(AnyCardOnDiscordTest::spans)
        .filter(span -> span.has(mark) && !span.has(Mark.CODE))
        .map(Span::text)
        .collect(Collectors.joining());
  }

  private static Stream<Span> spans(Piece piece) {
    return switch (piece) {
      case Piece.Note(var spans) -> spans.stream();
      case Piece.Title(var spans) -> spans.stream();
      case Piece.Byline(var spans, _) -> spans.stream();
      case Piece.Body(var blocks) -> blocks.stream().flatMap(AnyCardOnDiscordTest::spans);
      case Piece.Fold(var heading, var blocks) ->
          Stream.concat(heading.stream(), blocks.stream().flatMap(AnyCardOnDiscordTest::spans));
      case Piece.Entry entry ->
          Stream.of(entry.headline(), entry.lead(), entry.byline()).flatMap(List::stream);
      case Piece.Picture _ -> Stream.of();
    };
  }

  private static Stream<Span> spans(Block block) {
    return switch (block) {
      case Block.Heading(_, var spans) -> spans.stream();
      case Block.Paragraph(var spans) -> spans.stream();
      case Block.Bullet(_, var spans) -> spans.stream();
      case Block.Ordered(_, _, var spans) -> spans.stream();
      case Block.Quote(var spans) -> spans.stream();
      case Block.Code(_, var text) -> Stream.of(Span.plain(text));
      case Block.Table(var rows) ->
          rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).map(Span::plain);
      case Block.Image(_, var text) -> text.isEmpty() ? Stream.of() : Stream.of(Span.plain(text));
    };
  }
}
