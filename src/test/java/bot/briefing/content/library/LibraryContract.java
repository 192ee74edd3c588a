package bot.briefing.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.DigestId;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.content.Library.Health;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What readers may rely on, wherever the digests are. */
abstract class LibraryContract {
  private static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 12);

  abstract Library library(Post... posts) throws Exception;

  @Test
  void theLatestIsTheLastOnePublishedWhateverDayItIsOf() throws Exception {
    Library library =
        library(
            Post.named("2026-02-12-news").at("2026-02-12T01:00:00+09:00"),
            Post.named("2026-02-11-late").at("2026-02-11T23:00:00-09:00"));

    assertThat(library.latest("ko", NOW)).map(Digest::stem).hasValue("2026-02-11-late");
  }

  @Test
  void theLatestOfALanguageIsOfThatLanguage() throws Exception {
    Library library =
        library(Post.named("2026-02-11-news.en").with("lang: en"), Post.named("2026-02-12-news"));

    assertThat(library.latest("en", NOW)).map(Digest::stem).hasValue("2026-02-11-news.en");
    assertThat(library.latest("ja", NOW)).isEmpty();
  }

  @Test
  void aDigestOfTheFutureIsNotShownBeforeItsInstant() throws Exception {
    Library library =
        library(
            Post.named("2026-02-11-news"),
            Post.named("2026-02-12-news").at("2026-02-12T22:00:00+09:00"),
            Post.named("2026-02-12-news.en").at("2026-02-12T22:00:00+09:00").with("lang: en"));
    DigestId future = DigestId.of(TODAY, "2026-02-12-news");
    Instant then = Instant.parse("2026-02-12T13:00:00Z");
    Digest korean = library.find(future, then).orElseThrow();

    assertThat(library.latest("ko", NOW)).map(Digest::stem).hasValue("2026-02-11-news");
    assertThat(library.on(TODAY, NOW)).isEmpty();
    assertThat(library.find(future, NOW)).isEmpty();
    assertThat(library.edition(korean, "en", NOW)).isEmpty();
    assertThat(library.latest("ko", then)).hasValue(korean);
    assertThat(library.on(TODAY, then)).hasSize(2);
    assertThat(library.edition(korean, "en", then))
        .map(Digest::stem)
        .hasValue("2026-02-12-news.en");
  }

  @Test
  void allDigestsOfADayAreListedTheEarliestPublicationFirst() throws Exception {
    Library library =
        library(
            Post.named("2026-02-12-a-evening").at("2026-02-12T18:00:00+09:00"),
            Post.named("2026-02-12-b-morning").at("2026-02-12T06:00:00+09:00"),
            Post.named("2026-02-10-other"));

    assertThat(library.on(TODAY))
        .extracting(Digest::stem)
        .containsExactly("2026-02-12-b-morning", "2026-02-12-a-evening");
    assertThat(library.latest("ko", NOW)).map(Digest::stem).hasValue("2026-02-12-a-evening");
    assertThat(library.dates()).containsExactly(LocalDate.of(2026, 2, 10), TODAY);
    assertThat(library.on(LocalDate.of(2026, 2, 11))).isEmpty();
  }

  @Test
  void editionsShareDateAndStemOrTheirRefEvenAcrossDays() throws Exception {
    Library library =
        library(
            Post.named("2026-02-12-news"),
            Post.named("2026-02-12-news.en").with("lang: en"),
            Post.named("2026-02-12-other.en").with("lang: en"),
            Post.named("2026-02-11-weekly").with("ref: week-7"),
            Post.named("2026-02-12-the-week").with("ref: week-7").with("lang: en"));
    Digest news = find(library, "2026-02-12-news");
    Digest weekly = find(library, "2026-02-11-weekly");

    assertThat(library.edition(news, "en", NOW)).map(Digest::stem).hasValue("2026-02-12-news.en");
    assertThat(library.edition(weekly, "en", NOW))
        .map(Digest::stem)
        .hasValue("2026-02-12-the-week");
    assertThat(library.edition(news, "ko", NOW)).hasValue(news);
    assertThat(library.edition(news, "ja", NOW)).isEmpty();
    assertThat(library.days(news.edition())).containsExactly(TODAY);
    assertThat(library.days(weekly.edition()))
        .containsExactlyInAnyOrder(TODAY, LocalDate.of(2026, 2, 11));
    assertThat(library.days("ref:week-8")).isEmpty();
  }

  @Test
  void aLibraryWithoutDigestSaysSo() throws Exception {
    assertThat(library().health()).isEqualTo(new Health.Empty());
    assertThat(library(Post.named("2026-02-12-news")).health()).isEqualTo(new Health.Good());
  }

  private static Digest find(Library library, String stem) {
    return library
        .find(DigestId.of(LocalDate.parse(stem.substring(0, 10)), stem), NOW)
        .orElseThrow();
  }
}
