package bot.briefing.briefing;

import static bot.briefing.briefing.Written.bullet;
import static bot.briefing.briefing.Written.section;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Section;
import java.net.URI;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

final class LeadTest {
  private static List<Span> lead(Section... sections) {
    return Lead.of(new Article("제목", null, null, null, List.of(), List.of(sections)));
  }

  @Example
  void the_first_bullet_leads_with_its_bold() {
    assertThat(lead(section("요약", paragraph("앞글."), bullet("**", "핵심", ": 줄."), bullet("둘."))))
        .containsExactly(Span.strong("핵심"), Span.plain(": 줄."));
  }

  @Example
  void words_above_plain_bullets_lead_unless_they_are_a_label() {
    assertThat(lead(section("요약", paragraph("앞글."), bullet("세부."))))
        .containsExactly(Span.plain("앞글."));
    assertThat(lead(section("요약", paragraph("핵심:"), bullet("첫째."))))
        .containsExactly(Span.plain("첫째."));
  }

  @Example
  void a_list_of_links_leads_only_where_nothing_else_is_told() {
    Span link = Span.linked("신문", URI.create("https://example.org/"));
    Block source = new Block.Bullet(1, List.of(link));
    assertThat(lead(section("본문", source, paragraph("글.")))).containsExactly(Span.plain("글."));
    assertThat(lead(section("본문", source))).containsExactly(Span.plain("신문"));
  }

  @Example
  void without_bullets_the_first_paragraph_leads_and_an_empty_section_is_passed_over() {
    assertThat(lead(section("빈 절"), section("본문", paragraph("첫 문단."))))
        .containsExactly(Span.plain("첫 문단."));
    assertThat(lead()).isEmpty();
  }

  @Example
  void a_long_bullet_ends_where_a_sentence_ends() {
    String first = "첫 문장은 이 정도로 길어서 그것만으로도 읽을 만한 것이 되고, 뒤에 오는 문장이 없어도 뜻이 통합니다. ";
    String second = "둘째 문장은 들어갈 자리가 없습니다. ".repeat(8);
    assertThat(lead(section("요약", bullet("**", "핵심", ": " + first + second))))
        .first()
        .isEqualTo(Span.strong("핵심"));
    String text = Block.textOf(lead(section("요약", bullet("**", "핵심", ": " + first + second))));
    assertThat(text).endsWith("습니다.").hasSizeLessThanOrEqualTo(160).contains(first.strip());
  }

  @Example
  void a_long_sentence_ends_between_words() {
    String text = Block.textOf(lead(section("요약", bullet("낱말 ".repeat(200)))));
    assertThat(text).endsWith("낱말…").hasSizeLessThanOrEqualTo(160);
  }

  @Example
  void a_lead_has_one_line_and_no_links() {
    URI link = URI.create("https://example.org/");
    Span linked = new Span("여기\n저기", Set.of(Span.Mark.STRONG, Span.Mark.CODE), link);
    assertThat(lead(section("요약", new Block.Bullet(1, List.of(linked)))))
        .containsExactly(Span.strong("여기 저기"));
  }

  @Property
  void a_lead_is_a_beginning_within_its_limit_and_ends_between_clusters(
      @ForAll @NotBlank @StringLength(max = 400) String one,
      @ForAll @NotBlank @StringLength(max = 400) String two) {
    String whole = (one + two).replace('\n', ' ');
    String text = Block.textOf(lead(section("요약", bullet("**", one, two))));
    assertThat(text.length()).isLessThanOrEqualTo(Lead.LIMIT);
    String kept =
        text.endsWith("…") && !whole.startsWith(text) ? text.substring(0, text.length() - 1) : text;
    assertThat(whole).startsWith(kept);
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }
}
