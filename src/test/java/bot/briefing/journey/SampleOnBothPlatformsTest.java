package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.telegram.TelegramHtml;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A digest that somebody else wrote, by path: {@code -Dsamples.dir=…}. */
final class SampleOnBothPlatformsTest {
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

  private final Path file =
      Path.of(System.getProperty("samples.dir", "samples"), "2026-02-12-ai-news.md");

  @BeforeEach
  void there() {
    Assumptions.assumeTrue(Files.exists(file), "no sample: give its folder by -Dsamples.dir=…");
  }

  private List<String> boldOfTheFile() throws IOException {
    return BOLD.matcher(Files.readString(file)).results().map(MatchResult::group).toList().stream()
        .map(run -> run.replace("**", ""))
        .toList();
  }

  @Test
  void six_stories_are_read_each_whole() {
    Digest digest = Newsrooms.read(file);

    assertThat(digest.articles()).hasSize(6);
    assertThat(digest.remainder()).isEmpty();
    for (Article article : digest.articles()) {
      assertThat(article.url()).isNotNull();
      assertThat(article.source()).isNotBlank();
      assertThat(article.date()).isNotNull();
      assertThat(article.sections()).hasSize(2);
    }
  }

  @Test
  void every_bold_run_of_the_file_is_bold_and_no_other() throws IOException {
    List<String> bold =
        Newsrooms.read(file).articles().stream()
            .flatMap(article -> article.sections().stream())
            .flatMap(section -> section.blocks().stream())
            .flatMap(SampleOnBothPlatformsTest::spans)
            .filter(span -> span.has(Span.Mark.STRONG))
            .map(Span::text)
            .toList();

    assertThat(bold).hasSizeGreaterThan(30).isEqualTo(boldOfTheFile());
  }

  private static Stream<Span> spans(Block block) {
    return block instanceof Block.Bullet bullet ? bullet.spans().stream() : Stream.of();
  }

  @Test
  void every_bold_run_is_bold_and_no_star_is_left_on_either_platform() throws IOException {
    List<Card> cards = Cards.of(Newsrooms.read(file), Language.KO);
    List<String> onDiscord = new ArrayList<>();
    for (ObjectNode request : Cards.onDiscord(cards)) {
      DiscordSight sight = DiscordSight.of(request.path("body"));
      assertThat(sight.text()).doesNotContain("**");
      onDiscord.addAll(sight.bold());
    }
    assertThat(onDiscord).containsAll(boldOfTheFile());

    StringBuilder onTelegram = new StringBuilder();
    for (ObjectNode request : Cards.onTelegram(cards, Language.KO)) {
      String html = request.at("/body/text").asText();
      assertThat(TelegramHtml.read(html).text()).doesNotContain("**");
      onTelegram.append(html);
    }
    assertThat(onTelegram)
        .contains(boldOfTheFile().stream().map(run -> "<b>" + escaped(run) + "</b>").toList());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
