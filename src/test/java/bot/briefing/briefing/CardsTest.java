package bot.briefing.briefing;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.articles;
import static bot.briefing.briefing.Written.bullet;
import static bot.briefing.briefing.Written.digest;
import static bot.briefing.briefing.Written.section;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.PlainText;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class CardsTest {
  private static final Block.Image PICTURE =
      new Block.Image(URI.create("https://example.org/server.png"), "서버 사진");

  private final Taxonomy taxonomy = Written.taxonomy();
  private final Briefings briefings = new Briefings(() -> taxonomy, 1_000_000);

  private Card overview(Digest digest, int page) {
    return briefings.overview(digest, page, Language.KO);
  }

  private Card read(Digest digest, int index) {
    return briefings.article(digest, digest.articles().get(index).id(), Language.KO).orElseThrow();
  }

  private static <T extends Piece> List<T> pieces(Card card, Class<T> kind) {
    return card.pieces().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void up_to_ten_articles_stand_with_their_leads_on_one_page() {
    Card card = overview(digest("2026-02-12-news", "ko", articles(10)), 0);
    assertThat(card.pager()).isNull();
    assertThat(pieces(card, Piece.Entry.class))
        .hasSize(10)
        .allSatisfy(entry -> assertThat(entry.lead()).first().isEqualTo(Span.strong("핵심")));
    assertThat(pieces(card, Piece.Byline.class).getFirst().published())
        .isEqualTo("2026-02-11T23:00:00Z");
  }

  @Test
  void more_articles_stand_as_headlines_on_pages_of_25() {
    Digest digest = digest("2026-02-12-news", "ko", articles(51));
    assertThat(pieces(overview(digest, 0), Piece.Entry.class))
        .hasSize(25)
        .allSatisfy(entry -> assertThat(entry.lead()).isEmpty());
    Card last = overview(digest, 2);
    assertThat(pieces(last, Piece.Entry.class)).hasSize(1);
    assertThat(pieces(last, Piece.Entry.class).getFirst().number()).isEqualTo(51);
    assertThat(overview(digest, 99)).isEqualTo(last);
    assertThat(Objects.requireNonNull(last.pager()).page()).isEqualTo(2);
  }

  @Test
  void what_belongs_to_no_article_ends_the_overview() {
    Block closing = new Block.Paragraph(List.of(Span.plain("내일 또 만나요.")));
    Digest digest = digest("2026-02-12-news", "ko", List.of(articles(30)), List.of(closing));
    assertThat(PlainText.of(overview(digest, 0))).doesNotContain("내일 또 만나요.");
    assertThat(PlainText.of(overview(digest, 1))).endsWith("내일 또 만나요.");
    Digest bare = digest("2026-02-12-bare", "ko", List.of(), List.of(closing));
    assertThat(PlainText.of(overview(bare, 0)))
        .isEqualTo("뉴스 2026-02-12-bare\n\n기사 없음 · 2026년 2월 12일\n\n내일 또 만나요.");
  }

  @Test
  void an_overview_offers_the_topics_that_most_of_its_articles_are_about() {
    Digest digest =
        digest(
            "2026-02-12-news",
            "ko",
            article("하나", "Example News", "robots", "gone"),
            article("둘", "Example News", "chips"),
            article("셋", "Example News", "chips"));
    assertThat(overview(digest, 0).rows().getFirst())
        .extracting(button -> button.label())
        .containsExactly("반도체", "로봇");
  }

  @Test
  void an_article_shows_its_first_section_and_folds_the_others() {
    Article article =
        new Article(
            "새 서버",
            URI.create("https://example.org/1"),
            "Fujitsu Global",
            LocalDate.of(2026, 2, 11),
            List.of("chips"),
            List.of(
                section("요약", bullet("**", "생산", ": 3월부터."), PICTURE),
                section("시사점", bullet("공급망."))));
    Card card = read(digest("2026-02-12-news", "ko", article), 0);
    assertThat(card.pieces())
        .containsExactly(
            new Piece.Title(List.of(Span.linked("새 서버", article.url()))),
            new Piece.Byline(List.of(Span.plain("Fujitsu Global · 2026년 2월 11일")), null),
            new Piece.Picture(PICTURE.url(), "서버 사진"),
            new Piece.Body(
                List.of(
                    new Block.Heading(3, List.of(Span.plain("요약"))),
                    bullet("**", "생산", ": 3월부터."))),
            new Piece.Fold(List.of(Span.plain("시사점")), List.of(bullet("공급망."))));
    assertThat(card.preview()).isTrue();
  }

  @Test
  void no_word_of_a_digest_is_lost_between_its_cards() {
    List<Article> odd =
        List.of(
            new Article(
                "머리 없는 글",
                null,
                null,
                null,
                List.of(),
                List.of(
                    new Section(null, List.of(bullet("앞말."))),
                    section("빈 절"),
                    section("뒷절", new Block.Code("java", "int x;"), bullet("뒷말.")))),
            new Article(
                "같은 주소", URI.create("https://example.org/1"), null, null, List.of(), List.of()),
            new Article(
                "같은 주소 둘",
                URI.create("https://example.org/1"),
                null,
                null,
                List.of(),
                List.of(section("또", bullet("다른 말.")))));
    Digest digest = digest("2026-02-12-news", "ko", odd, List.of());
    String all = PlainText.of(read(digest, 0)) + PlainText.of(read(digest, 2));
    assertThat(all)
        .contains("머리 없는 글", "앞말.", "빈 절", "뒷절", "int x;", "뒷말.")
        .contains("같은 주소", "같은 주소 둘", "또", "다른 말.");
  }

  @Test
  void a_card_is_made_once_and_again_when_the_digest_was_read_anew() {
    Digest digest = digest("2026-02-12-news", "ko", articles(3));
    overview(digest, 0);
    overview(digest, 0);
    assertThat(briefings.statistics().hitCount()).isEqualTo(1);
    assertThat(briefings.statistics().missCount()).isEqualTo(1);
    overview(digest("2026-02-12-news", "ko", articles(3)), 0);
    assertThat(briefings.statistics().missCount()).isEqualTo(2);
  }

  @Test
  void the_cards_that_are_kept_stay_within_their_bound() {
    Briefings small = new Briefings(() -> taxonomy, 20_000);
    Digest digest = digest("2026-02-12-news", "ko", articles(200));
    for (Article article : digest.articles()) {
      assertThat(small.article(digest, article.id(), Language.KO)).isPresent();
    }
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(small.statistics().evictionCount()).isGreaterThanOrEqualTo(150));
  }
}
