package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.briefing.Written;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A library as offers. */
final class OffersTest {
  private static final Instant NOW = Instant.parse("2026-02-12T03:00:00Z");

  private static Digest digest(String stem, String language, String time) {
    return Written.digest(stem, language, LocalTime.parse(time), List.of(), List.of());
  }

  @Test
  void editions_of_one_digest_are_one_offer() {
    Digest korean = digest("2026-02-12-news", "ko", "08:00");
    Digest english = digest("2026-02-12-news.en", "en", "08:20");

    assertThat(Offers.of(Library.of(List.of(english, korean)), NOW, 3))
        .containsExactly(
            new Offer(
                korean.edition(),
                korean.date(),
                korean.published(),
                Map.of("ko", korean.published(), "en", english.published())));
  }

  @Test
  void those_of_the_future_are_known_and_old_and_unpublished_ones_are_not() {
    Digest hidden =
        new Digest(
            "2026-02-12-hidden",
            "x",
            Written.day("2026-02-12"),
            Written.SEOUL,
            "ko",
            Instant.MAX,
            null,
            null,
            List.of(),
            List.of(),
            "");
    Library library =
        Library.of(
            List.of(
                digest("2026-02-08-old", "ko", "08:00"),
                digest("2026-02-09-a", "ko", "08:00"),
                digest("2026-02-14-b", "ko", "08:00"),
                hidden));

    assertThat(Offers.of(library, NOW, 3))
        .extracting(Offer::date)
        .containsExactly(Written.day("2026-02-09"), Written.day("2026-02-14"));
  }
}
