package bot.briefing.delivery;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.briefing.Briefings;
import bot.briefing.briefing.Written;
import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DigestBrieferTest {
  private final Digest digest =
      digest(
          "2026-02-12-news",
          "ko",
          article("칩", "Fujitsu", "hardware"),
          article("법", "Reuters", "regulation"),
          article("규정", "Reuters", "regulation"));
  private final Library library = Library.of(List.of(digest));
  private final Instant now = digest.published().plusSeconds(1);
  private final Briefer briefer =
      new DigestBriefer(library, new Briefings(Written::taxonomy, 1_000_000));

  private List<Card> cards(Layout layout, String... topics) {
    return cards(layout, new Filter(Set.of(topics), Set.of(), Set.of()), false);
  }

  private List<Card> cards(Layout layout, Filter filter, boolean note) {
    Offer offer = Offers.of(library, now).getFirst();
    Subscription one =
        new Subscription(
            "s",
            new Chat(Platform.DISCORD, "1", null),
            "",
            Asker.Place.GROUP,
            Schedule.asPublished(ZoneOffset.UTC),
            filter,
            Language.KO,
            layout,
            false,
            null,
            note,
            new Subscription.State.Active(Instant.EPOCH),
            Instant.EPOCH);
    return briefer.cards(offer, "ko", one, now);
  }

  private static List<Piece.Entry> entries(Card card) {
    return card.pieces().stream()
        .filter(Piece.Entry.class::isInstance)
        .map(Piece.Entry.class::cast)
        .toList();
  }

  @Test
  void where_many_read_the_rest_of_each_summary_is_folded_beneath_its_lead() {
    Card overview = cards(Layout.OVERVIEW).getFirst();
    assertThat(overview.folds()).isEqualTo(3);
    for (Piece.Entry entry : entries(overview)) {
      int place = overview.pieces().indexOf(entry);
      Piece.Fold fold = (Piece.Fold) overview.pieces().get(place + 1);
      assertThat(fold.blocks()).containsExactly(Written.bullet("둘째 줄."));
    }
    assertThat(cards(Layout.HEADLINES).getFirst().folds()).isZero();
    assertThat(cards(Layout.FULL).getFirst().folds()).isZero();
  }

  @Test
  void an_overview_is_one_card() {
    assertThat(cards(Layout.OVERVIEW)).hasSize(1);
    assertThat(entries(cards(Layout.OVERVIEW).getFirst())).hasSize(3);
  }

  @Test
  void headlines_have_no_leads() {
    assertThat(entries(cards(Layout.HEADLINES).getFirst()))
        .hasSize(3)
        .allSatisfy(entry -> assertThat(entry.lead()).isEmpty());
  }

  @Test
  void all_of_it_is_the_overview_and_every_article() {
    assertThat(cards(Layout.FULL)).hasSize(4);
  }

  private static String last(List<Card> cards) {
    return cards.getLast().pieces().getLast() instanceof Piece.Note(var spans)
        ? Block.textOf(spans)
        : "";
  }

  @Test
  void what_is_muted_is_counted_in_the_last_line_and_not_shown() {
    Filter filter = new Filter(Set.of(), Set.of(), Set.of("법", "규정"));
    for (Layout layout : Layout.values()) {
      List<Card> cards = cards(layout, filter, false);
      assertThat(entries(cards.getFirst())).hasSize(1);
      assertThat(last(cards)).isEqualTo("기사 2건은 제외했어요.");
    }
    assertThat(last(cards(Layout.OVERVIEW, new Filter(Set.of(), Set.of(), Set.of("코인")), false)))
        .isEmpty();
    assertThat(Texts.in(Language.EN).say("delivery.muted", 1)).isEqualTo("1 story muted.");
    assertThat(Texts.in(Language.EN).say("delivery.muted", 2)).isEqualTo("2 stories muted.");
  }

  @Test
  void what_is_not_of_the_sources_is_no_story_and_not_counted() {
    Filter filter = new Filter(Set.of(), Set.of("Example News"), Set.of("법", "칩"));

    assertThat(entries(cards(Layout.OVERVIEW, filter, false).getFirst())).hasSize(1);
    assertThat(last(cards(Layout.OVERVIEW, filter, false))).isEqualTo("기사 1건은 제외했어요.");
  }

  @Test
  void one_line_comes_instead_of_silence_where_the_chat_chose_it() {
    Filter nothing = new Filter(Set.of("science"), Set.of(), Set.of());
    Filter muted = new Filter(Set.of(), Set.of(), Set.of("법", "규정", "칩"));

    for (Filter filter : List.of(nothing, muted)) {
      assertThat(cards(Layout.FULL, filter, false)).isEmpty();
      assertThat(cards(Layout.FULL, filter, true)).hasSize(1);
      assertThat(last(cards(Layout.FULL, filter, true))).contains("2월 12일", "고르신 기사가 없어요");
    }
  }

  @Test
  void topics_leave_out_the_rest() {
    assertThat(entries(cards(Layout.OVERVIEW, "regulation").getFirst())).hasSize(2);
    assertThat(cards(Layout.FULL, "regulation")).hasSize(3);
    assertThat(cards(Layout.OVERVIEW, "science")).isEmpty();
  }
}
