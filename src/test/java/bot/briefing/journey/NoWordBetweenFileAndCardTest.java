package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Card;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.telegram.TelegramHtml;
import bot.briefing.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * For any digest: what was read of the file stands in its cards on both platforms, over all parts
 * of all of them. (That the reader loses nothing of the file, and that a renderer loses nothing of
 * a card, is shown in their own rooms.)
 */
final class NoWordBetweenFileAndCardTest {
  private static final List<String> WORDS =
      List.of(
          "the",
          "AI",
          "규제는",
          "**bold**",
          "*leaning*",
          "`code`",
          "~~gone~~",
          "a_b_c",
          "<i>",
          "&amp;",
          "1.",
          "#",
          "[link](https://example.org/x)",
          "連邦",
          "**연방(Bund)**이",
          "😀",
          "@everyone",
          "\\*",
          "|",
          "https://example.org/y",
          "word word word word",
          "끝났다.",
          "End.");

  @Provide
  Arbitrary<String> digests() {
    Arbitrary<String> line =
        Arbitraries.of(WORDS)
            .list()
            .ofMinSize(1)
            .ofMaxSize(60)
            .map(words -> String.join(" ", words));
    Arbitrary<String> block =
        Combinators.combine(Arbitraries.of("- ", "* ", "1. ", "> ", "", "  - ", "### "), line)
            .as((mark, text) -> mark + text);
    Arbitrary<String> story =
        Combinators.combine(
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(20),
                Arbitraries.integers().between(0, 9999),
                block.list().ofMaxSize(12))
            .as(
                (title, number, blocks) ->
                    "## %s %d\n\n[Source](https://example.org/%d) - Published: 2026-02-12\n\n%s"
                        .formatted(title, number, number, String.join("\n\n", blocks)));
    return Combinators.combine(block.list().ofMaxSize(2), story.list().ofMaxSize(30))
        .as(
            (before, stories) ->
                String.join("\n\n", before)
                    + "\n\n"
                    + stories.stream().collect(Collectors.joining("\n\n---\n\n")))
        .filter(text -> !text.isBlank());
  }

  @Property(tries = 60)
  void every_word_of_a_digest_is_in_its_cards_on_both_platforms(
      @ForAll("digests") String markdown) {
    Digest digest = Newsrooms.read("2026-02-12-any.md", markdown.getBytes(StandardCharsets.UTF_8));
    List<Card> cards = Cards.of(digest, Language.EN);
    String discord =
        Cards.onDiscord(cards).stream()
            .map(request -> DiscordSight.of(request.path("body")).text())
            .collect(Collectors.joining());
    String telegram =
        Cards.onTelegram(cards, Language.EN).stream()
            .map(request -> TelegramHtml.read(request.at("/body/text").asText()).text())
            .collect(Collectors.joining());

    holds(discord, digest);
    holds(telegram, digest);
  }

  private static void holds(String shown, Digest digest) {
    String bare = Cards.bare(shown);
    for (Article article : digest.articles()) {
      assertThat(bare).contains(Cards.words(article).stream().map(Cards::bare).toList());
    }
    assertThat(Cards.words(digest.remainder()).map(Cards::bare)).allMatch(bare::contains);
  }
}
