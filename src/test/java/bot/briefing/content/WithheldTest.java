package bot.briefing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WithheldTest {
  private static final LocalDate BEFORE = LocalDate.parse("2026-02-11");
  private static final LocalDate DAY = LocalDate.parse("2026-02-12");
  private static final Instant NOW = Instant.parse("2026-02-13T00:00:00Z");

  private static final Digest OLD = digest(BEFORE, "old", "ko", null);
  private static final Digest KOREAN = digest(DAY, "news", "ko", null);
  private static final Digest ENGLISH = digest(DAY, "news.en", "en", null);

  private final Library all = Library.of(List.of(OLD, KOREAN, ENGLISH));
  private final Withheld shown = new Withheld(all);

  private static Digest digest(LocalDate day, String stem, String language, @Nullable String ref) {
    Instant published = day.atTime(7, 0).toInstant(ZoneOffset.UTC);
    return new Digest(
        stem,
        "Digest " + stem,
        day,
        ZoneOffset.UTC,
        language,
        published,
        ref,
        null,
        List.of(),
        List.of(),
        "");
  }

  @Test
  void nothing_is_withheld_at_first() {
    assertThat(shown.dates()).isEqualTo(all.dates());
    assertThat(shown.on(DAY)).containsExactly(KOREAN, ENGLISH);
    assertThat(shown.latest("ko", NOW)).hasValue(KOREAN);
  }

  @Test
  void what_is_withheld_is_nowhere_in_whatever_edition() {
    assertThat(shown.withhold(Set.of(KOREAN.edition()))).isTrue();

    assertThat(shown.dates()).containsExactly(BEFORE);
    assertThat(shown.on(DAY)).isEmpty();
    assertThat(shown.on(DAY, NOW)).isEmpty();
    assertThat(shown.days(KOREAN.edition())).isEmpty();
    assertThat(shown.latest("ko", NOW)).hasValue(OLD);
    assertThat(shown.latest("en", NOW)).isEmpty();
    assertThat(shown.find(KOREAN.id(), NOW)).isEmpty();
    assertThat(shown.find(ENGLISH.id(), NOW)).isEmpty();
    assertThat(shown.edition(KOREAN, "en", NOW)).isEmpty();
    assertThat(shown.find(OLD.id(), NOW)).hasValue(OLD);
    assertThat(shown.all().on(DAY)).hasSize(2);
  }

  @Test
  void a_day_keeps_what_else_there_is_of_it() {
    Digest other = digest(DAY, "other", "ko", null);
    Withheld both = new Withheld(Library.of(List.of(KOREAN, other)));
    boolean _ = both.withhold(Set.of(KOREAN.edition()));
    assertThat(both.dates()).containsExactly(DAY);
    assertThat(both.on(DAY)).containsExactly(other);
  }

  @Test
  void editions_that_share_a_name_are_withheld_on_all_their_days() {
    Digest korean = digest(BEFORE, "a", "ko", "both");
    Digest english = digest(DAY, "b", "en", "both");
    Withheld both = new Withheld(Library.of(List.of(korean, english)));
    boolean _ = both.withhold(Set.of(english.edition()));
    assertThat(both.dates()).isEmpty();
  }

  @Test
  void the_state_is_the_very_same_until_something_else_is_withheld() {
    Object first = shown.state();
    assertThat(shown.withhold(Set.of())).isFalse();
    assertThat(shown.state()).isSameAs(first);

    boolean _ = shown.withhold(Set.of(KOREAN.edition()));
    Object second = shown.state();
    assertThat(second).isNotSameAs(first);
    assertThat(shown.withhold(Set.of(KOREAN.edition()))).isFalse();
    assertThat(shown.state()).isSameAs(second);

    assertThat(shown.withhold(Set.of())).isTrue();
    assertThat(shown.state()).isNotSameAs(second).isNotSameAs(first);
    assertThat(shown.on(DAY)).containsExactly(KOREAN, ENGLISH);
    assertThat(shown.dates()).containsExactly(BEFORE, DAY);
  }

  @Test
  void health_is_that_of_all() {
    assertThat(shown.health()).isInstanceOf(Library.Health.Good.class);
    assertThat(new Withheld(Library.of(List.of())).health())
        .isInstanceOf(Library.Health.Empty.class);
  }
}
