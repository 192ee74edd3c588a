package bot.briefing.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class CutTest {
  @Test
  void a_text_is_cut_between_sentences_where_they_fit() {
    assertThat(cut("규제가 시작됩니다. 기업이 준비합니다.", 14)).containsExactly("규제가 시작됩니다. ", "기업이 준비합니다.");
  }

  @Test
  void a_sentence_that_is_too_long_is_cut_between_words() {
    assertThat(cut("one two three four", 9)).containsExactly("one two ", "three ", "four");
  }

  @Test
  void a_word_that_is_too_long_is_cut_between_grapheme_clusters() {
    String family = "👨‍👩‍👧";
    assertThat(cut(family + family, family.length() + 1)).containsExactly(family, family);
  }

  @Test
  void a_cluster_that_alone_is_too_long_is_cut_between_code_points() {
    assertThat(cut("😀" + "\u0301".repeat(9), 4))
        .allMatch(run -> run.length() <= 4)
        .first()
        .asString()
        .startsWith("😀");
  }

  @Test
  void a_style_and_a_link_go_on_in_the_next_run() {
    Span link = new Span("one two", Set.of(Span.Mark.STRONG), URI.create("https://example.org/"));
    assertThat(Cut.spans(List.of(link), 4, String::length))
        .containsExactly(List.of(link.withText("one ")), List.of(link.withText("two")));
  }

  @Test
  void a_label_ends_in_an_ellipsis_and_never_inside_a_cluster() {
    assertThat(Cut.shorten("국가 AI 미션", 5)).isEqualTo("국가 A…");
    assertThat(Cut.shorten("a👨‍👩‍👧b", 5)).isEqualTo("a…");
    assertThat(Cut.shorten("그대로", 3)).isEqualTo("그대로");
  }

  @Property
  void nothing_is_lost_and_every_run_fits(
      @ForAll @Size(max = 6) List<@StringLength(min = 1, max = 60) String> texts,
      @ForAll @IntRange(min = 2, max = 40) int limit) {
    List<Span> spans = texts.stream().map(Span::plain).toList();
    List<List<Span>> runs = Cut.spans(spans, limit, String::length);
    assertThat(String.join("", runs.stream().map(Block::textOf).toList()))
        .isEqualTo(Block.textOf(spans));
    assertThat(runs).allMatch(run -> !run.isEmpty() && Block.textOf(run).length() <= limit);
  }

  @Property
  void a_cut_stands_between_clusters_where_each_fits(
      @ForAll @StringLength(min = 1, max = 80) String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int longest = 2;
    for (int start = clusters.first(), end = clusters.next();
        end != BreakIterator.DONE;
        start = end, end = clusters.next()) {
      longest = Math.max(longest, end - start);
    }
    int at = 0;
    for (String run : cut(text, longest)) {
      at += run.length();
      assertThat(clusters.isBoundary(at)).isTrue();
    }
  }

  private static List<String> cut(String text, int limit) {
    return Cut.spans(List.of(Span.plain(text)), limit, String::length).stream()
        .map(Block::textOf)
        .toList();
  }
}
