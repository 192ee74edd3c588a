package bot.briefing.delivery;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.briefing.Briefings;
import bot.briefing.briefing.Written;
import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
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
    Offer offer = Offers.of(library, now).getFirst();
    Subscription one =
        new Subscription(
            "s",
            new Chat(Platform.DISCORD, "1", null),
            Asker.Place.GROUP,
            Schedule.asPublished(ZoneOffset.UTC),
            Set.of(topics),
            Language.KO,
            layout,
            false,
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

  @Test
  void topics_leave_out_the_rest() {
    assertThat(entries(cards(Layout.OVERVIEW, "regulation").getFirst())).hasSize(2);
    assertThat(cards(Layout.FULL, "regulation")).hasSize(3);
    assertThat(cards(Layout.OVERVIEW, "science")).isEmpty();
  }
}
